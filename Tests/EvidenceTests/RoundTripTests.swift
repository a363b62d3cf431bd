import Evidence
import Testing

struct RoundTripTests {
  @Test func `reading undoes printing, in both formats`() {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    var random = RandomTraces(state: seed)
    for round in 0..<500 {
      let trace = random.trace()
      let texts = [trace.text(), trace.text(replay: "x.json"), trace.itf]
      for text in texts {
        let read = try? Trace(reading: Array(text.utf8), file: "t")
        #expect(read == trace, "seed \(seed), round \(round)")
      }
    }
  }

  /// Garbled files are read as something, or refused; none stops the program.
  @Test func `garbled traces are read or refused`() {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    var random = RandomTraces(state: seed)
    var refused = 0
    for round in 0..<2_000 {
      let trace = random.trace()
      var bytes = Array((round % 2 == 0 ? trace.text() : trace.itf).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
        }
      }
      do {
        let read = try Trace(reading: bytes, file: "t")
        let again = try? Trace(text: read.text(), file: "t")
        #expect(again == read, "seed \(seed), round \(round)")
      } catch {
        refused += 1
        #expect(error.line != nil && error.column != nil, "seed \(seed), round \(round)")
      }
    }
    #expect(refused > 500, "seed \(seed)")
  }
}

/// Makes traces full of what is hard to print.
struct RandomTraces: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func several<Element>(
    _ limit: Int, _ element: (inout RandomTraces) -> Element
  ) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<number(0...limit) { elements.append(element(&self)) }
    return elements
  }

  mutating func text() -> String {
    let words = [
      "map", "s0.p0", "→", "←", " ", "  ", "\"", "\\", "\n", "\r\n", "\t", "\0", "(", ")", " (",
      "=", " = ", "|", "#", "#set", "é", "e\u{301}", "🧵", ":", "9", "end", "  |", "shortest ",
      "trace, 2 actions",
    ]
    return several(5) { words[$0.number(0...words.count - 1)] }.joined()
  }

  mutating func value(_ depth: Int = 3) -> Value {
    switch number(0...(depth == 0 ? 4 : 9)) {
    case 0: return .truth(Bool.random(using: &self))
    case 1: return .integer(Int.random(in: Int.min...Int.max, using: &self))
    case 2: return .bigInteger("-92233720368547758089")
    case 3: return .text(text())
    case 4: return .unserializable(text())
    case 5: return .list(several(3) { $0.value(depth - 1) })
    case 6: return .tuple(several(3) { $0.value(depth - 1) })
    case 7: return .set(several(3) { $0.value(depth - 1) })
    case 8: return .map(several(3) { .init($0.value(depth - 1), $0.value(depth - 1)) })
    default:
      let values = several(3) { $0.value(depth - 1) }
      return .record(values.enumerated().map { .init("f\($0.offset)" + text(), $0.element) })
    }
  }

  mutating func trace() -> Trace {
    var names = several(3) { $0.text() }.enumerated().map { "\($0.offset)\($0.element)" }
    if number(0...3) == 0 { names.append("action") }
    var steps: [Trace.Step] = []
    for _ in 0..<(number(0...9) == 0 ? 120 : number(0...4)) {
      steps.append(
        Trace.Step(
          action: text(), changes: several(3) { $0.text() }, note: text(), state: state(names)))
    }
    return Trace(
      universe: number(0...1) == 0 ? nil : .init(name: text(), text: text()),
      verdict: Verdict.allCases.randomElement(using: &self),
      property: number(0...1) == 0 ? nil : .init(number: text(), name: text()),
      failed: several(2) { $0.text() }, isShortest: Bool.random(using: &self), start: text(),
      initial: state(names), steps: steps,
      loop: number(0...1) == 0 ? nil : number(0...steps.count))
  }

  private mutating func state(_ names: [String]) -> [Trace.Variable] {
    var state: [Trace.Variable] = []
    for name in names { state.append(.init(name, value())) }
    return state
  }
}
