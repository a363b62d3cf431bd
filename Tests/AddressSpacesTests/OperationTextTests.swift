import AddressSpaces
import Testing
import Vocabulary

struct OperationTextTests {
  /// The text form, and the operation that it stands for.
  static let forms: [(String, Operation)] = [
    (
      "map s0.p0 → s1.p0 r-",
      .transfer(Transfer(.page(0), of: Task(0), to: .page(0), of: Task(1), write: false))
    ),
    (
      "map s0.p0+4 → s1.p2+2 rw at p3",
      .transfer(
        Transfer(
          .page(0, order: 2), of: Task(0), to: .page(2, order: 1), of: Task(1), hotSpot: 3))
    ),
    (
      "map s0.* → s1.none rw",
      .transfer(Transfer(.whole(.memory), of: Task(0), to: nil, of: Task(1)))
    ),
    (
      "grant s1.p0 → s2.p1 rw",
      .transfer(Transfer(.page(0), of: Task(1), to: .page(1), of: Task(2), grants: true))
    ),
    (
      "map s0.io3 → s1.io* rw",
      .transfer(Transfer(.port(3), of: Task(0), to: .whole(.ports), of: Task(1)))
    ),
    (
      "unmap s1.p0+2 flush others",
      .unmap(Task(1), .page(0, order: 1), UnmapMask(isComplete: true, includesOwn: false))
    ),
    (
      "unmap s1.io* remap all",
      .unmap(Task(1), .whole(.ports), UnmapMask(isComplete: false, includesOwn: true))
    ),
    ("delete s2", .delete(Task(2))),
    ("create s255", .create(Task(255))),
    ("read s1.p0", .access(Task(1), .page(0), write: false)),
    ("write s1.io0", .access(Task(1), .port(0), write: true)),
  ]

  @Test(arguments: forms)
  func `every form prints and reads`(_ text: String, _ operation: Operation) throws {
    #expect(operation.description == text)
    #expect(try Operation(parsing: text) == operation)
    #expect(Operation(text) == operation)
  }

  @Test func `blanks and arrows are free`() throws {
    let plain = try Operation(parsing: "map s0.p0+2 → s1.p2+1 rw at p1")
    for text in [
      "map s0.p0+2->s1.p2 rw at p1", "  map  s0.p0+2 \t→ s1.p2   rw  at  p1 ",
      "map s0.p0+2 -> s1.p2 rw at p01",
    ] {
      #expect(try Operation(parsing: text) == plain)
    }
    #expect(Operation("unmap s0.p0+1048576 flush all") == Operation("unmap s0.* flush all"))
    #expect(Operation("unmap s0.io0+65536 flush all") == Operation("unmap s0.io* flush all"))
  }

  @Test(arguments: [
    (
      "",
      "column 1: expected an operation: map, grant, unmap, delete, create, read, write, found the end"
    ),
    (
      "mop s0",
      #"column 1: expected an operation: map, grant, unmap, delete, create, read, write, found "mop""#
    ),
    ("map", "column 4: expected a task: s0 to s255, found the end"),
    ("map t0.p0", #"column 5: expected a task: s0 to s255, found "t0.p0""#),
    ("delete s256", #"column 8: expected a task: s0 to s255, found "s256""#),
    ("map s0 → s1.p0 rw", #"column 8: expected . and a place, found "→""#),
    ("map s0.q0 → s1.p0 rw", #"column 8: expected p0, p0+2, *, io0, io0+2 or io*, found "q0""#),
    ("map s0.p0", "column 10: expected → and the receiver, found the end"),
    ("map s0.p0 = s1.p0 rw", #"column 11: expected → and the receiver, found "=""#),
    (
      "map s0.p0 → s1.all rw",
      #"column 16: expected p0, p0+2, *, io0, io0+2, io* or none, found "all""#
    ),
    ("map s0.p0 → s1.p0", "column 18: expected the rights: rw or r-, found the end"),
    ("map s0.p0 → s1.p0 wr", #"column 19: expected the rights: rw or r-, found "wr""#),
    ("map s0.p0 → s1.p0 rw p1", #"column 22: expected nothing more, found "p1""#),
    (
      "map s0.p0 → s1.p0 rw at io1", #"column 25: expected a hot spot: p0 to p1048575, found "io1""#
    ),
    (
      "unmap s1.p0+3 flush all",
      #"column 13: expected a power of two, at most 1048576, as the number of pages, found "3""#
    ),
    (
      "unmap s1.p1+2 flush all",
      #"column 10: expected 2 pages to start at a multiple of 2, found "p1+2""#
    ),
    ("unmap s1.p0 wipe all", #"column 13: expected flush or remap, found "wipe""#),
    ("unmap s1.p0 flush", "column 18: expected all or others, found the end"),
    ("read s1.*", #"column 9: expected a page or a port: p0 or io0, found "*""#),
    ("read s1.p1048576", #"column 9: expected a page or a port: p0 or io0, found "p1048576""#),
    (
      "delete s99999999999999999999999",
      #"column 8: expected a task: s0 to s255, found "s99999999999999999999999""#
    ),
  ])
  func `a mistake is shown where it is`(_ text: String, _ message: String) {
    #expect(throws: OperationTextError.self) { try Operation(parsing: text) }
    do { _ = try Operation(parsing: text) } catch { #expect("\(error)" == message) }
    #expect(Operation(text) == nil)
  }

  @Test func `reading undoes printing`() throws {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    var random = SplitMix(state: seed)
    for _ in 0..<5_000 {
      let operation = Operation.random(using: &random)
      #expect(try Operation(parsing: operation.description) == operation, "seed \(seed)")
    }
  }

  /// Every text that an operation's text can be cut to is read or refused; none stops the program.
  @Test func `cut and changed texts are refused in an orderly way`() throws {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    var random = SplitMix(state: seed)
    for _ in 0..<2_000 {
      var scalars = Array(Operation.random(using: &random).description.unicodeScalars)
      scalars.removeSubrange(Int.random(in: 0...scalars.count, using: &random)...)
      if let place = scalars.indices.randomElement(using: &random) {
        scalars[place] = ["+", "9", " ", ".", "*", "é"].randomElement(using: &random)!
      }
      let text = String(String.UnicodeScalarView(scalars))
      do {
        let operation = try Operation(parsing: text)
        #expect(try Operation(parsing: operation.description) == operation, "seed \(seed)")
      } catch {
        #expect((1...scalars.count + 1).contains(error.column), "seed \(seed): \(text)")
      }
    }
  }
}

/// A small generator with a seed, so that a failing run can be had again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Extent.Kind {
  /// How many pages or ports there are.
  fileprivate var limit: UInt32 { 1 << UInt32(Extent.wholeOrder(self)) }
}

extension Operation {
  static func random(using random: inout SplitMix) -> Operation {
    func task() -> Task { Task(Int.random(in: 0...255, using: &random)) }
    func extent() -> Extent {
      let kind: Extent.Kind = Bool.random(using: &random) ? .memory : .ports
      let order = UInt8.random(in: 0...Extent.wholeOrder(kind), using: &random)
      return Extent(
        kind, first: UInt32.random(in: 0..<kind.limit, using: &random), order: order)
    }
    switch Int.random(in: 0...4, using: &random) {
    case 0:
      let item = extent()
      return .transfer(
        Transfer(
          item, of: task(), to: Bool.random(using: &random) ? extent() : nil, of: task(),
          hotSpot: UInt32.random(in: 0..<item.kind.limit, using: &random),
          write: Bool.random(using: &random), grants: Bool.random(using: &random)))
    case 1: return .unmap(task(), extent(), UnmapMask.all[Int.random(in: 0..<4, using: &random)])
    case 2: return .delete(task())
    case 3: return .create(task())
    default:
      let place: Place =
        Bool.random(using: &random)
        ? .page(Int.random(in: 0..<1 << 20, using: &random))
        : .port(Int.random(in: 0..<1 << 16, using: &random))
      return .access(task(), place, write: Bool.random(using: &random))
    }
  }
}
