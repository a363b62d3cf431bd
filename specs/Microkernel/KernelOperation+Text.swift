import AddressSpaces
import Vocabulary

// The text form of operations, the same in run files, traces and programs:
//
//     t2.0 send t3.0 as t4.0 word 1 within 2 ticks    `now` is a timeout of zero, none is never
//     t2.0 send t3.0 map p0 → p1 rw                   or grant; to page 1, if the window is larger
//     t2.0 send t3.0 map p0+2 → p0 rw                 two pages, as p1+2 are; io0 is an I/O port (FP1, IO1)
//     t2.0 send t3.0 map small p0 → p0 rw             less than a page (FP7)
//     t2.0 send t3.0 parts 2 no faults                or: faults within 1 tick (IPC-35)
//     t2.0 send t3.0 parts 2 header in page           which may be missing, as the parts may (PF-5)
//     t2.0 receive t3.0 into p1 now                   or from irq0, from nobody, from former t3.0
//     t2.0 wait into all buffer                       or: short buffer
//     t2.0 call t3.0 word 1 now and receive within 1 tick
//     t2.0 reply t3.0 now and wait
//     t2.0 id_nearest t3.0, t2.0 thread_switch t3.0, t2.0 unmap p0 flush all
//     t2.0 thread_schedule t3.0 priority 1 slice 2 preempter t4.0
//     t1.0 ex_regs t1.1 registers 1 pager nobody preempter t1.0
//     t1.0 task_new task3 mcp 1 registers 2 pager t1.0
//     t1.0 task_new task3 chief task2                 given away; to oneself, it is only deleted
//     t2.0 reads p0, t2.0 faults write, t2.0 exception, t2.0 lidt valid
//     copy from t2.0, receiver faults
//     timeout of t2.0, tick, interrupt 0

extension KernelOperation {
  /// The operation as a person writes it, in a universe with these threads.
  public func text(in population: Population) -> String {
    func name(_ thread: Thread) -> String { population.name(thread) }
    func name(_ named: NamedThread?) -> String { named?.text(in: population) ?? "nobody" }
    func optional(_ key: String, _ number: UInt8?) -> String {
      number.map { " \(key) \($0)" } ?? ""
    }
    switch self {
    case .ipc(let call): return call.text(in: population)
    case .idNearest(let of, let by): return "\(name(by)) id_nearest \(of.text(in: population))"
    case .unmap(let page, let mask, let by):
      return "\(name(by)) unmap \(Self.name(ofPage: page)) \(mask)"
    case .threadSwitch(let to, let by): return "\(name(by)) thread_switch \(name(to))"
    case .threadSchedule(let thread, let priority, let slice, let preempter, let by):
      return "\(name(by)) thread_schedule \(name(thread))" + optional("priority", priority)
        + optional("slice", slice) + (preempter.map { " preempter \(name($0))" } ?? "")
    case .exRegs(let target, let registers, let pager, let preempter, let by):
      return "\(name(by)) ex_regs \(name(target))" + optional("registers", registers)
        + (pager.map { " pager \(name($0))" } ?? "")
        + (preempter.map { " preempter \(name($0))" } ?? "")
    case .create(let task, let mcp, let registers, let pager, let by):
      return "\(name(by)) task_new \(task.text) mcp \(mcp)"
        + optional("registers", registers == 0 ? nil : registers) + " pager \(name(pager))"
    case .donate(let task, let to, let by):
      return "\(name(by)) task_new \(task.text) chief \(to.text)"
    case .access(let page, let write, let by):
      return "\(name(by)) \(write ? "writes" : "reads") \(Self.name(ofPage: page))"
    case .fault(let write, let of): return "\(name(of)) faults \(write ? "write" : "read")"
    case .exception(let of): return "\(name(of)) exception"
    case .loadExceptionTable(let isValid, let of):
      return "\(name(of)) lidt \(isValid ? "valid" : "invalid")"
    case .copy(let from, let senderFaults, let receiverFaults):
      return "copy from \(name(from))" + (senderFaults ? ", sender faults" : "")
        + (receiverFaults ? ", receiver faults" : "")
    case .expire(let thread): return "timeout of \(name(thread))"
    case .tick: return "tick"
    case .interrupt(let source): return "interrupt \(source.rawValue)"
    }
  }

  /// `p1`, or `io1` of what means an I/O port.
  static func name(ofPage page: Int) -> String {
    page < firstPort ? "p\(page)" : "io\(page - firstPort)"
  }
}

extension KernelOperation.NamedThread {
  func text(in population: Population) -> String {
    (isFormer ? "former " : "") + population.name(thread)
  }
}

extension KernelOperation.NamedTask {
  var text: String { "\(isFormer ? "former " : "")task\(task.rawValue)" }
}

extension KernelOperation.NamedPartner {
  func text(in population: Population) -> String {
    switch self {
    case .thread(let named): named.text(in: population)
    case .interrupt(let source): "irq\(source.rawValue)"
    case .nobody: "nobody"
    case .invalid: "invalid"
    }
  }
}

extension KernelOperation.ThreadCall {
  func text(in population: Population) -> String {
    let caller = population.name(caller)
    let partner = partner.text(in: population)
    let sends = send.map { $0.text(in: population) } ?? ""
    let receives = receive?.text ?? ""
    switch kind {
    case .send: return "\(caller) send \(partner)\(sends)"
    case .receive: return "\(caller) receive \(partner)\(receives)"
    case .wait:
      // Of an open wait the partner is not looked at, but it is part of the call.
      return "\(caller) wait" + (self.partner == .nobody ? "" : " naming \(partner)") + receives
    case .call:
      return "\(caller) call \(partner)\(sends)"
        + (receives.isEmpty ? "" : " and receive\(receives)")
    case .replyAndWait: return "\(caller) reply \(partner)\(sends) and wait\(receives)"
    default: return "\(caller) ipc \(partner) without phases"
    }
  }
}

extension KernelOperation.Sending {
  func text(in population: Population) -> String {
    (virtual.map { " as \(population.name($0))" } ?? "") + (word ? " word 1" : "")
      + (parts > 0 ? " parts \(parts)" : "") + (isHeaderInPage ? " header in page" : "")
      + (item.map { " \($0.text)" } ?? "")
      + timeout.text + faultTimeout.textOfFaults
  }
}

extension KernelOperation.Item {
  var text: String {
    let from = KernelOperation.name(ofPage: page) + (order > 0 ? "+\(1 << order)" : "")
    return (isGrant ? "grant " : "map ") + (isSmall ? "small " : "")
      + "\(from) → \(KernelOperation.name(ofPage: base)) "
      + (write ? Rights.readWrite : .readOnly).description
  }
}

extension KernelOperation.Receiving {
  var text: String {
    let window =
      switch window {
      case .none: ""
      case .page(let page): " into \(KernelOperation.name(ofPage: page))"
      case .all: " into all"
      }
    let buffer =
      switch buffer {
      case .none: ""
      case .large: " buffer"
      case .short: " short buffer"
      }
    return window + buffer + timeout.text + faultTimeout.textOfFaults
  }
}

extension KernelOperation.Timeout {
  var text: String {
    switch self {
    case .never: ""
    case .zero: " now"
    case .ticks(let ticks): " within \(ticks) \(ticks == 1 ? "tick" : "ticks")"
    }
  }

  var textOfFaults: String {
    switch self {
    case .never: ""
    case .zero: " no faults"
    case .ticks: " faults\(text)"
    }
  }
}
