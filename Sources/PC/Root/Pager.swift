import L4Calls

/// The pager of the two tasks that the root task makes: a thread of the root task.
///
/// It gives them the root task's own pages at their own addresses, so they run the same program.
enum Pager {
  static let thread: UInt32 = 1
}

@_cdecl("pager_main")
public func pagerMain() {
  var answer = L4.ipc(.none, send: Descriptor.none, receive: Descriptor.open)
  while true {
    if answer.error != 0 { Exit.failure("the pager's ipc", answer.dope) }
    let isWrite = answer.words.0 & 2 != 0
    let address = answer.words.0 & ~3
    guard address >= pc_program_begin(), address < pc_program_end() else {
      Exit.failure("a fault outside of the program", address)
    }
    say("pager: ")
    say(answer.source)
    say(isWrite ? " writes " : " reads ")
    say(hexadecimal: address)
    say(" at ")
    say(hexadecimal: answer.words.1)
    say(": mapped\n")
    // What we do not hold ourselves we cannot map; so hold it. (AS10)
    let page = address & ~0xFFF
    pc_write8(address, pc_read8(address))
    answer = L4.ipc(
      answer.source, send: Descriptor.map, receive: Descriptor.open,
      words: (page, Flexpage.memory(page, size: 12)))
  }
}
