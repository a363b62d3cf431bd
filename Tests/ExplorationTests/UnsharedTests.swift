import Exploration
import Synchronization
import Testing

/// Every thread of a search has a model of its own.
@Suite struct UnsharedTests {
  @Test(arguments: 1...4) func everyThreadButTheFirstMakesItsModel(workers: Int) throws {
    let made = Made()
    let report = try Explorer(Personal(made: made), options: Options(workers: workers)).run()
    #expect(made.count == workers - 1)
    #expect(report.verdict == .holds)
    #expect(report.distinct == 1 << 14)
    #expect(report.generated == 14 << 14)
  }

  @Test func whatIsWatchedForIsTheSameInAll() throws {
    let model = Personal(made: Made())
    let report = try expectAgreement(model)
    #expect(report.goals.map(\.name) == ["all are set", "the last is cleared"])
    #expect(report.goals.map(\.trace?.count) == [14, 2])
  }
}

/// How often a model was made again.
private final class Made: Sendable {
  private let number = Mutex(0)
  var count: Int { number.withLock { $0 } }
  func again() { number.withLock { $0 += 1 } }
}

/// Bits that are set and cleared. The masks and the properties are in arrays.
private struct Personal: Model {
  enum Action: Hashable, Sendable { case flip(Int) }
  typealias State = UInt64
  typealias Code = UInt64

  let made: Made
  let masks: [UInt64]
  let properties: [Property<Personal>]
  let initialStates: [UInt64] = [0]
  let actionKinds = ["flip"]

  init(made: Made) {
    self.made = made
    let masks = (0..<14).map { UInt64(1) << UInt64($0) }
    self.masks = masks
    properties = [
      .always("no others are set") { state in masks.reduce(state) { $0 & ~$1 } == 0 },
      .sometimes("all are set") { state in masks.allSatisfy { state & $0 != 0 } },
      .sometimesStep("the last is cleared") { from, _, to in from & ~to == masks[13] },
    ]
  }

  var unshared: Personal {
    made.again()
    return Personal(made: made)
  }

  func kind(of action: Action) -> Int { 0 }

  func successors(of state: UInt64, _ body: (Action, UInt64) -> Void) {
    let masks = masks.span
    for bit in masks.indices { body(.flip(bit), state ^ masks[bit]) }
  }
}
