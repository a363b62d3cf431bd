import L4Calls

/// What so many round trips cost.
struct Measurement {
  static let rounds: UInt32 = 1000
  var instructions: UInt32 = 0
  var entries: UInt32 = 0
  var messages: UInt32 = 0
  var spaceSwitches: UInt32 = 0
  var pageFaults: UInt32 = 0

  /// The smallest of several measurements: one without a timer interrupt in it.
  static func take(of server: ThreadID) -> Measurement {
    var best = Measurement()
    for attempt in 0..<8 {
      let before = L4.counters()
      let calls = l4_time_calls(server.low, server.high, rounds)
      let after = L4.counters()
      let nothing = l4_time_nothing(server.low, server.high, rounds)
      if calls == 0 { Exit.failure("the server does not answer") }
      if attempt == 0 || calls - nothing < best.instructions {
        best.instructions = calls - nothing
        best.entries = after.entries - before.entries
        best.messages = after.messages - before.messages
        best.spaceSwitches = after.spaceSwitches - before.spaceSwitches
        best.pageFaults = after.pageFaults - before.pageFaults
      }
    }
    return best
  }

  /// Leaves it where the root task finds it.
  func store() {
    let page = pc_shared_page()
    pc_write32(page, instructions)
    pc_write32(page + 4, entries)
    pc_write32(page + 8, messages)
    pc_write32(page + 12, spaceSwitches)
    pc_write32(page + 16, pageFaults)
  }

  static func load() -> Measurement {
    let page = pc_shared_page()
    return Measurement(
      instructions: pc_read32(page), entries: pc_read32(page + 4), messages: pc_read32(page + 8),
      spaceSwitches: pc_read32(page + 12), pageFaults: pc_read32(page + 16))
  }

  func report(_ place: StaticString) {
    say("root: ipc ")
    say(place)
    say(": ")
    say(instructions)
    say(" instructions for ")
    say(Self.rounds)
    say(" round trips, ")
    say((instructions + 2 * Self.rounds - 1) / (2 * Self.rounds))
    say(" one way\nkernel events: entries ")
    say(entries)
    say(", messages ")
    say(messages)
    say(", space switches ")
    say(spaceSwitches)
    say(", page faults ")
    say(pageFaults)
    say(" for ")
    say(Self.rounds)
    say(" round trips\n")
  }
}
