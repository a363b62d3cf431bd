import L4Calls

/// A client calls a server: in the same task, in a task of its own, and there beside a busy thread.
struct PingPong {
  let me: ThreadID
  let sigma0: ThreadID

  // Threads of the root task; the stacks of the client and the server elsewhere are those of their numbers.
  private static let serverThread: UInt32 = 2
  private static let busyThread: UInt32 = 3
  private static let serverStack: UInt32 = 4
  private static let clientStack: UInt32 = 5

  func run() {
    L4.startThread(
      Self.serverThread, instruction: pc_function_address(serverMain),
      stack: pc_thread_stack(Self.serverThread), pager: sigma0)
    let neighbour = me.thread(Self.serverThread)
    play(neighbour, isLast: true)
    Measurement.take(of: neighbour).report("inside one task")

    let server = create(me.task + 1, pc_function_address(serverMain), stack: Self.serverStack)
    let client = create(me.task + 2, pc_function_address(clientMain), stack: Self.clientStack)
    tell(client, of: server)
    Measurement.load().report("across address spaces")

    L4.startThread(
      Self.busyThread, instruction: pc_spin_address(), stack: 0, pager: sigma0)
    tell(client, of: server)
    L4.startThread(
      Self.busyThread, instruction: pc_park_address(), stack: 0, pager: sigma0)
    Measurement.load().report("beside a busy thread")
    delete(server)
    delete(client)
    say("root: server and client deleted\n")
  }

  /// Lets the client play with the server, and measure.
  private func tell(_ client: ThreadID, of server: ThreadID) {
    let answer = L4.ipc(
      client, send: Descriptor.registers, receive: 0, words: (server.low, server.high))
    if answer.error != 0 { Exit.failure("the client does not answer", answer.dope) }
    say("root: the client has counted to ")
    say(answer.words.0)
    say(" with the server\n")
  }

  /// A task with this number, whose pager is ours. Never used numbers have version 1. (TN14)
  private func create(_ number: UInt32, _ instruction: UInt32, stack: UInt32) -> ThreadID {
    let task = L4.createTask(
      .neverUsed(number, chief: me), instruction: instruction, stack: pc_thread_stack(stack),
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
}

/// The server: answers a number by the next one; after the last it answers as fast as it can.
@_cdecl("server_main")
public func serverMain() {
  var answer = L4.ipc(.none, send: Descriptor.none, receive: Descriptor.open)
  while answer.words.1 == 0 {
    answer = L4.ipc(
      answer.source, send: Descriptor.registers, receive: Descriptor.open,
      words: (answer.words.0 + 1, 0))
  }
  _ = L4.ipc(
    answer.source, send: Descriptor.registers, receive: Descriptor.none,
    words: (answer.words.0 + 1, 0))
  l4_echo()
}

/// Counts with the server; each number is one round trip. The second word says that it was the last game.
@discardableResult
func play(_ server: ThreadID, isLast: Bool) -> UInt32 {
  let rounds: UInt32 = 10
  var number: UInt32 = 0
  while number < rounds {
    let isEnd = isLast && number == rounds - 1
    let answer = L4.ipc(
      server, send: Descriptor.registers, receive: 0, words: (number, isEnd ? 1 : 0))
    guard answer.dope == 0, answer.source == server, answer.words.0 == number + 1 else {
      return number
    }
    number += 1
  }
  return number
}

/// The client in a task of its own: is told the server, plays, measures, and answers; then once more.
@_cdecl("client_main")
public func clientMain() {
  let request = L4.ipc(.none, send: Descriptor.none, receive: Descriptor.open)
  let server = ThreadID(low: request.words.0, high: request.words.1)
  let count = play(server, isLast: true)
  Measurement.take(of: server).store()
  _ = L4.ipc(request.source, send: Descriptor.registers, receive: 0, words: (count, 0))
  Measurement.take(of: server).store()
  _ = L4.ipc(request.source, send: Descriptor.registers, receive: 0, words: (count, 0))
}
