import Foundation
import Logic
import SMT
import Testing

@Suite struct SolverTests {
  @Test func modelsSatisfyWhatWasAsserted() throws {
    let context = try Context()
    let solver = try Solver(in: context, .bitVectors)
    let (x, y) = (context.bits(named: "x", width: 8), context.bits(named: "y", width: 8))
    try solver.assert(x &+ y == context.bits(10, width: 8))
    try solver.assert(x < y)
    guard case .satisfiable(let model) = try solver.check() else { return #expect(Bool(false)) }
    let (a, b) = (try model.value(x), try model.value(y))
    #expect((a + b) & 255 == 10 && a < b)
    #expect(try model.value(x < y))
  }

  @Test func scopesAndAssumptionsAreTakenBack() throws {
    let context = try Context()
    let solver = try Solver(in: context, .bitVectors)
    let p = context.bool(named: "p")
    try solver.assert(p)
    try solver.push()
    try solver.assert(!p)
    #expect(try solver.check().isUnsatisfiable)
    try solver.pop()
    #expect(try solver.check(assuming: [!p]).isUnsatisfiable)
    #expect(try solver.check().isSatisfiable)
  }

  @Test func differentWidthsAreAnErrorAndStayOne() throws {
    let context = try Context()
    let solver = try Solver(in: context)
    let mixed = context.bits(named: "x", width: 8) & context.bits(named: "y", width: 4)
    #expect(mixed.width == 8)
    #expect(throws: SMTError.self) { try solver.check() }
    guard case .refused = context.failure else { return #expect(Bool(false)) }
    #expect(throws: SMTError.self) { try solver.assert(context.bool(true)) }
  }

  @Test func symbolicSetsOfDifferentWidthsAreAnError() throws {
    let context = try Context()
    let both =
      Symbolic.bits("a", width: 8, in: context) | Symbolic.bits("b", width: 16, in: context)
    #expect(both.knownID == nil)
    #expect(context.failure != nil)
  }

  @Test func termsOfTwoContextsAreAnErrorOfBoth() throws {
    let (one, other) = (try Context(), try Context())
    _ = one.bool(named: "p") && other.bool(named: "p")
    #expect(one.failure == .mixedContexts && other.failure == .mixedContexts)
    let third = try Context()
    let solver = try Solver(in: third)
    #expect(throws: SMTError.mixedContexts) { try solver.assert(one.bool(named: "p")) }
  }

  @Test func aNameIsDeclaredOnce() throws {
    let context = try Context()
    _ = Symbolic.word("w", in: context)
    _ = Symbolic.word("w", in: context)
    #expect(context.failure == .declaredTwice(name: "w"))
  }

  @Test func aMissingLibraryIsAnErrorThatSaysWhatToDo() {
    let error = #expect(throws: SMTError.self) { try Context(libraryPath: "/nowhere/libz3.so") }
    let text = error?.description ?? ""
    #expect(text.contains("libz3 is not installed: apt-get install libz3-dev"))
    #expect(text.contains("/nowhere/libz3.so"))
  }

  @Test func aLibraryThatIsNotZ3IsAnError() {
    let error = #expect(throws: SMTError.self) { try Context(libraryPath: "libm.so.6") }
    #expect(error?.description.contains("Z3_") == true)
  }

  @Test func aHardQuestionIsUnknownWhenTheTimeIsOver() throws {
    let context = try Context()
    let solver = try Solver(in: context, .bitVectors)
    let (x, y) = (context.bits(named: "x", width: 32), context.bits(named: "y", width: 32))
    // Multiplication by shifts and adds: x * y == y * x, which SAT solvers find hard.
    try solver.assert(product(x, y) != product(y, x))
    guard case .unknown = try solver.check(timeout: .milliseconds(50)) else {
      return #expect(Bool(false))
    }
    // The same solver goes on working.
    try solver.assert(context.bool(false))
    #expect(try solver.check().isUnsatisfiable)
  }

  @Test func aCheckIsInterruptedFromAnotherThread() throws {
    let context = try Context()
    let solver = try Solver(in: context, .bitVectors)
    let (x, y) = (context.bits(named: "x", width: 64), context.bits(named: "y", width: 64))
    try solver.assert(product(x, y) != product(y, x))
    let start = ContinuousClock.now
    let interrupter = Thread {
      // An interrupt that comes before the check has begun is forgotten.
      for _ in 0..<100 {
        Thread.sleep(forTimeInterval: 0.05)
        context.interrupt()
      }
    }
    interrupter.start()
    guard case .unknown = try solver.check(timeout: .seconds(600)) else {
      return #expect(Bool(false))
    }
    #expect(start.duration(to: .now) < .seconds(300))
  }

  private func product(_ x: BitVectorTerm, _ y: BitVectorTerm) -> BitVectorTerm {
    let context = x.context
    let zero = context.bits(0, width: x.width)
    return (0..<x.width).reduce(zero) { sum, place in
      let shifted = x << context.bits(UInt64(place), width: x.width)
      return sum &+ (y[place...place] == context.bits(1, width: 1)).choose(shifted, zero)
    }
  }

  @Test func quantifiedFormulasOverElements() throws {
    let context = try Context()
    let node = Sort.uninterpreted("Node")
    let below = context.relation("below", node, node)
    let solver = try Solver(in: context)
    try solver.assert(
      context.forAll(node, node, node) { x, y, z in (below(x, y) && below(y, z)) ==> below(x, z) })
    try solver.assert(context.forAll(node) { !below($0, $0) })
    let (a, b) = (context.element(named: "a", of: node), context.element(named: "b", of: node))
    try solver.assert(below(a, b))
    #expect(try solver.check().isSatisfiable)
    try solver.assert(below(b, a))
    #expect(try solver.check().isUnsatisfiable)
  }

  @Test func wrongSortsOfArgumentsAreAnError() throws {
    let context = try Context()
    let relation = context.relation("r", .uninterpreted("A"))
    _ = relation(context.element(named: "b", of: .uninterpreted("B")))
    #expect(context.failure != nil)
  }
}

extension Answer {
  var isSatisfiable: Bool { if case .satisfiable = self { true } else { false } }
  var isUnsatisfiable: Bool { if case .unsatisfiable = self { true } else { false } }
}
