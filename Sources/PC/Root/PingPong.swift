import L4Calls

/// A client calls a server, once in the same task and once in a task of its own.
struct PingPong {
  let me: ThreadID
  let sigma0: ThreadID

  private static let serverThread: UInt32 = 2
  private static let clientStack: UInt32 = 3

  func run() {
    L4.startThread(
      Self.serverThread, instruction: pc_echo_address(), stack: pc_thread_stack(Self.serverThread),
      pager: sigma0)
    report("inside one task", measure(me.thread(Self.serverThread)))

    let server = create(me.task + 1, instruction: pc_echo_address(), stack: 0)
    let client = create(
      me.task + 2, instruction: pc_function_address(clientMain),
      stack: pc_thread_stack(Self.clientStack))
    let answer = L4.ipc(
      client, send: Descriptor.registers, receive: 0, words: (server.low, server.high))
    if answer.error != 0 { Exit.failure("the client does not answer", answer.dope) }
    report("across address spaces", Measurement.load())
    delete(server)
    delete(client)
    say("root: server and client deleted\n")
  }

  /// A task with this number, whose pager is ours. Never used numbers have version 1. (TN14)
  private func create(_ number: UInt32, instruction: UInt32, stack: UInt32) -> ThreadID {
    let task = L4.createTask(
      .neverUsed(number, chief: me), instruction: instruction, stack: stack,
      pager: me.thread(Pager.thread))
    if task == .none { Exit.failure("a task cannot be created", number) }
    say("root: created task ")
    say(task)
    say("\n")
    return task
  }

  private func delete(_ task: ThreadID) {
    if L4.deleteTask(task, owner: me) == .none {
      Exit.failure("a task cannot be deleted", task.low)
    }
  }

  private func report(_ place: StaticString, _ result: Measurement) {
    say("root: ipc ")
    say(place)
    say(": ")
    say(result.instructions)
    say(" instructions for ")
    say(Measurement.rounds)
    say(" round trips, ")
    let oneWay = (result.instructions + 2 * Measurement.rounds - 1) / (2 * Measurement.rounds)
    say(oneWay)
    say(" one way\n")
    say("kernel events: entries ")
    say(result.entries)
    say(", messages ")
    say(result.messages)
    say(", space switches ")
    say(result.spaceSwitches)
    say(", page faults ")
    say(result.pageFaults)
    say(" for ")
    say(Measurement.rounds)
    say(" round trips\n")
  }
}

/// The client in a task of its own: is told the server, measures, and answers.
@_cdecl("client_main")
public func clientMain() {
  let request = L4.ipc(.none, send: Descriptor.none, receive: Descriptor.open)
  let server = ThreadID(low: request.words.0, high: request.words.1)
  measure(server).store()
  _ = L4.ipc(request.source, send: Descriptor.registers, receive: 0)
}

/// The smallest of several measurements: one without a timer interrupt in it.
func measure(_ server: ThreadID) -> Measurement {
  var best = Measurement()
  for attempt in 0..<8 {
    let before = L4.counters()
    let calls = l4_time_calls(server.low, server.high, Measurement.rounds)
    let after = L4.counters()
    let nothing = l4_time_nothing(server.low, server.high, Measurement.rounds)
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

/// What so many round trips cost.
struct Measurement {
  static let rounds: UInt32 = 1000
  var instructions: UInt32 = 0
  var entries: UInt32 = 0
  var messages: UInt32 = 0
  var spaceSwitches: UInt32 = 0
  var pageFaults: UInt32 = 0

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
}
