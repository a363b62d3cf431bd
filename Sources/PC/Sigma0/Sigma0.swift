import L4Calls

/// The initial space: gives every frame and every port at most once, always at its own address.
///
/// It never runs but to answer, and has no state but who holds what. (S0-1 … S0-3)
@_cdecl("program_main")
public func sigma0() -> Never {
  let memory = FrameTable()
  var ports = PortTable()
  var answer = L4.ipc(.none, send: Descriptor.none, receive: Descriptor.open)
  while true {
    var send = Descriptor.none
    var words: (UInt32, UInt32) = (0, 0)
    if answer.error == 0 {
      words = reply(to: answer, memory, &ports)
      send = words.1 == 0 ? Descriptor.registers : Descriptor.map
    }
    // A client that does not wait for the answer has no right to stop us.
    answer = L4.ipc(
      answer.source, send: send, receive: Descriptor.open, timeouts: Timeouts.sendZero, words: words
    )
  }
}

/// The send base and the fpage for a request; both 0 where there is nothing to give. (S0-2)
func reply(to request: Answer, _ memory: borrowing FrameTable, _ ports: inout PortTable)
  -> (UInt32, UInt32)
{
  let word = request.words.0
  let task = request.source.task
  if word == 0xFFFF_FFFC {
    guard let frame = memory.giveAny(to: task) else { return (0, 0) }
    return (frame, Flexpage.memory(frame, size: 12))
  }
  if word >> 28 == 0xF { return ports.give(word, to: task) }
  if word == 1 {
    guard request.words.1 & 0xFF == 1 else { return (0, 0) }
    let page = memory.informationPage
    return (page, Flexpage.memory(page, size: 12, isWritable: false))
  }
  let address = word & ~0xFFF
  if word <= 0x4000_0000 {
    guard memory.give(address, size: 12, to: task) else { return (0, 0) }
    return (address, Flexpage.memory(address, size: 12))
  }
  let region = address &- 0x4000_0000
  guard word < 0xC000_0000, region & 0x3F_FFFF == 0, memory.give(region, size: 22, to: task)
  else { return (0, 0) }
  return (region, Flexpage.memory(region, size: 22))
}
