import AddressSpaces
import IPC
import KernelPrograms
import Logic
import Microkernel
import Vocabulary

extension Chooser {
  /// A call of ipc, most often one that meets somebody.
  mutating func call(by actor: Int, isScarce: Bool) -> Op.ThreadCall {
    let form = dice.below(100)
    if form == 0 { return .init(Thread(actor), anyPartner(by: actor)) }
    var call = Op.ThreadCall(Thread(actor), .nobody)
    let sends = form < 62
    if sends {
      let (partner, fault) = destination(of: actor)
      call.partner = partner
      call.send = sending(by: actor, fault: fault, isScarce: isScarce)
    } else if form < 78 {
      call.partner = source(for: actor)
    } else if dice.chance(5) {
      call.partner = anyPartner(by: actor)
    }
    if !sends || form >= 25 {
      call.receive = receiving(
        by: actor, isOpen: sends ? form >= 48 : form >= 78, isScarce: isScarce)
    }
    // Most messages are such, and kernels have a short way for them.
    if dice.chance(isScarce ? 5 : 20) { call.makePlain() }
    return call
  }

  /// Whom to send to, and the place of the fault that the destination waits to be answered, if so.
  ///
  /// The answer to a fault of a page offers pages, and that of a port ports: whether the window of such
  /// a fault is open for both, nobody says. (PF-3, IO6)
  private mutating func destination(of actor: Int) -> (Op.NamedPartner, Int?) {
    let ipc = moment.kernel.ipc
    let name = V.Bits(id: actor)
    let answerable = ipc.waiting & ipc.paging & (ipc.partner.ids(meeting: name) - ipc.former)
    let ready =
      (ipc.waiting - ipc.calledFor) & (ipc.open | (ipc.partner.ids(meeting: name) - ipc.former))
    let all = moment.kernel.threads.existing - name
    var partner: Op.NamedPartner?
    for (chance, threads) in [(55, answerable), (60, ready - name), (60, all)] where partner == nil
    {
      guard dice.chance(chance), let thread = dice.member(of: threads.mask) else { continue }
      partner = .thread(.init(Thread(thread)))
    }
    let chosen = partner ?? anyPartner(by: actor)
    guard case .thread(let named) = chosen, answerable.has(Int(named.thread.rawValue)) else {
      return (chosen, nil)
    }
    return (chosen, place(ofFaultOf: Int(named.thread.rawValue)))
  }

  /// From whom to receive: most often somebody whose message is waiting.
  private mutating func source(for actor: Int) -> Op.NamedPartner {
    let ipc = moment.kernel.ipc
    let queue = ipc.queue(of: V.Bits(id: actor))
    if dice.chance(55), let sender = dice.member(of: queue.mask) {
      let visible = ipc.visibleID(of: V.Bits(id: sender)).first ?? sender
      return .thread(.init(Thread(visible)))
    }
    return dice.chance(15) ? .nobody : anyPartner(by: actor)
  }

  /// Whoever can be named.
  mutating func anyPartner(by actor: Int) -> Op.NamedPartner {
    switch dice.below(100) {
    case 0..<6: .nobody
    case 6..<11: .invalid
    case 11..<15:
      .interrupt(Source(stage.sources > 0 && dice.chance(70) ? dice.below(stage.sources) : 99))
    case 15..<19: .thread(.init(Thread(actor)))
    default: .thread(namedThread())
    }
  }

  /// Any thread there can be; some names are of former incarnations.
  mutating func namedThread() -> Op.NamedThread {
    .init(Thread(dice.below(population.threads)), isFormer: dice.chance(6))
  }

  private func place(ofFaultOf thread: Int) -> Int? {
    guard let slot = moment.kernel.offers.fault[row: thread].first else { return nil }
    return place(of: slot)
  }

  /// A slot as operations name it.
  func place(of slot: Int) -> Int {
    let position = slot % stage.shape.slotsPerTask
    return position < stage.shape.pages
      ? position : Op.port(position - stage.shape.pages)
  }

  private mutating func sending(
    by actor: Int, fault: Int?, isScarce: Bool
  ) -> Op.Sending {
    var sending = Op.Sending(word: dice.chance(50))
    sending.timeout = timeout(isScarce: isScarce)
    if dice.chance(12) { sending.virtual = Thread(dice.below(population.threads)) }
    if hasBuffer(actor), fault == nil, dice.chance(45) {
      sending.parts = UInt8(1 + dice.below(2))
      sending.isHeaderInPage = sending.virtual == nil && dice.chance(25)
      sending.faultTimeout = faultTimeout()
    }
    if dice.chance(fault != nil ? 85 : weights.maps) {
      sending.item = item(by: actor, fault: fault)
    }
    return sending
  }

  /// What a message offers: most often something that the sender has, where it is wanted.
  private mutating func item(by actor: Int, fault: Int?) -> Op.Item {
    let isOfPorts = (fault ?? (dice.chance(20) ? anyPage() : 0)) >= Op.port(0)
    var page = page(heldBy: actor, isPort: isOfPorts)
    if isOfPorts, let fault, dice.chance(80) { page = fault }
    var item = Op.Item(page: page, base: isOfPorts ? page : fault ?? 0)
    if !isOfPorts {
      if fault == nil || dice.chance(10) { item.base = dice.below(stage.shape.pages) }
      if stage.shape.pages > 1, dice.chance(18) {
        item.order = stage.shape.pages > 2 && dice.chance(40) ? 2 : 1
        // Most bases are multiples of the size; the others are rounded down. (FP1)
        item.page = dice.chance(70) ? item.firstPage : page
      }
      item.isSmall = dice.chance(3)
    }
    item.isGrant = dice.chance(30)
    item.write = dice.chance(60)
    return item
  }

  private mutating func receiving(
    by actor: Int, isOpen: Bool, isScarce: Bool
  ) -> Op.Receiving {
    var receiving = Op.Receiving(isOpen: isOpen)
    receiving.timeout = timeout(isScarce: isScarce)
    if dice.chance(weights.maps + 5) {
      receiving.window = dice.chance(50) ? .page(anyPage()) : .all
    }
    if hasBuffer(actor), dice.chance(65) {
      receiving.buffer = dice.chance(20) ? .short : .large
      receiving.faultTimeout = faultTimeout()
    }
    return receiving
  }

  func hasBuffer(_ thread: Int) -> Bool {
    thread < stage.buffers.count && stage.buffers[thread] != nil
  }

  private mutating func timeout(isScarce: Bool) -> Op.Timeout {
    switch dice.below(100) {
    case 0..<(isScarce ? 20 : 48): .never
    case (isScarce ? 20 : 48)..<(isScarce ? 60 : 75): .zero
    // Some are longer than the wheel of the kernel in process is round. (IPC-36)
    default: .ticks(UInt8(1 + dice.below(dice.chance(80) ? 3 : 8)))
    }
  }

  /// Only these can be said of page faults: a power of 4. (IPC-28)
  private mutating func faultTimeout() -> Op.Timeout {
    switch dice.below(100) {
    case 0..<50: .never
    case 50..<72: .zero
    case 72..<90: .ticks(1)
    default: .ticks(4)
    }
  }

  /// A receive phase that is about interrupts. (INT-2, INT-5, INT-7)
  mutating func interruptCall(by thread: Thread) -> Op {
    let isOwn = dice.chance(50)
    let own = moment.kernel.ipc.handler.ids(meeting: V.Bits(id: Int(thread.rawValue))).first
    let source = isOwn ? own ?? dice.below(stage.sources) : dice.below(stage.sources)
    var call = Op.ThreadCall(
      thread, dice.chance(10) ? .nobody : .interrupt(Source(dice.chance(4) ? 99 : source)))
    let timeout: Op.Timeout =
      dice.chance(own == nil ? 80 : 35) ? .zero : dice.chance(60) ? .never : .ticks(1)
    call.receive = .init(isOpen: false, timeout: timeout)
    return .ipc(call)
  }
}

extension KernelOperation.ThreadCall {
  fileprivate mutating func makePlain() {
    if let word = send?.word { send = .init(word: word) }
    if let isOpen = receive?.isOpen { receive = .init(isOpen: isOpen) }
  }

  /// Whether it is about registers only, and takes as long as it takes.
  var isPlain: Bool {
    var plain = self
    plain.makePlain()
    return plain == self
  }
}
