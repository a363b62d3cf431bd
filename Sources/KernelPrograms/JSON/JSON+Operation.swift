import Evidence
import Microkernel
import Vocabulary

// Operations as JSON: fields that can be used without reading text, and the text beside them.

extension KernelOperation {
  /// The least number of a page that means an I/O port.
  package static let leastPort = KernelOperation.port(0)

  package func json(in population: Population) -> JSON {
    var object = Members()
    object.add("operation", name)
    object.add("by", actor.map { Int($0.rawValue) })
    switch self {
    case .ipc(let call): call.write(to: &object)
    case .idNearest(let partner, _): object.add("partner", partner.json)
    case .unmap(let page, let mask, _):
      object.add("at", Self.json(ofPlace: page))
      object.add("complete", always: mask.isComplete)
      object.add("own", always: mask.includesOwn)
    case .threadSwitch(let to, _): object.add("to", Self.json(to))
    case .threadSchedule(let thread, let priority, let slice, let preempter, _):
      object.add("thread", Self.json(thread))
      object.add("priority", priority)
      object.add("slice", slice)
      object.add("preempter", preempter.map { Self.json($0) })
    case .exRegs(let thread, let registers, let pager, let preempter, _):
      object.add("thread", thread.rawValue)
      object.add("registers", registers)
      object.add("pager", pager.map { Self.json($0) })
      object.add("preempter", preempter.map { Self.json($0) })
    case .create(let task, let mcp, let registers, let pager, _):
      object.add("task", task.json)
      object.add("mcp", mcp)
      object.add("registers", registers)
      object.add("pager", Self.json(pager))
    case .donate(let task, let chief, _):
      object.add("task", task.json)
      object.add("chief", chief.json)
    case .access(let page, let write, _):
      object.add("at", Self.json(ofPlace: page))
      object.add("write", always: write)
    case .fault(let write, _): object.add("write", always: write)
    case .exception, .tick: break
    case .loadExceptionTable(let isValid, _): object.add("valid", always: isValid)
    case .copy(let from, let senderFaults, let receiverFaults):
      object.add("from", from.rawValue)
      object.add("sender_faults", if: senderFaults)
      object.add("receiver_faults", if: receiverFaults)
    case .expire(let thread): object.add("thread", thread.rawValue)
    case .interrupt(let source): object.add("source", source.rawValue)
    }
    object.add("text", text(in: population))
    return object.json
  }

  /// What "operation" says.
  package var name: String {
    switch self {
    case .ipc: "ipc"
    case .idNearest: "id_nearest"
    case .unmap: "fpage_unmap"
    case .threadSwitch: "thread_switch"
    case .threadSchedule: "thread_schedule"
    case .exRegs: "lthread_ex_regs"
    case .create, .donate: "task_new"
    case .access: "access"
    case .fault: "page_fault"
    case .exception: "exception"
    case .loadExceptionTable: "load_exception_table"
    case .copy: "copy"
    case .expire: "timeout"
    case .tick: "tick"
    case .interrupt: "interrupt"
    }
  }

  /// `{"page": 1}`, or `{"port": 0}`.
  package static func json(ofPlace place: Int) -> JSON {
    place < leastPort
      ? .object([.init("page", .number(place))])
      : .object([.init("port", .number(place - leastPort))])
  }

  package static func json(_ named: NamedThread?) -> JSON {
    (named.map { NamedPartner.thread($0) } ?? .nobody).json
  }
}

extension KernelOperation.NamedPartner {
  /// `{"kind": "thread", "number": 2}`.
  package var json: JSON {
    switch self {
    case .thread(let named): .id(named.isFormer ? "former" : "thread", named.thread.rawValue)
    case .interrupt(let source): .id("interrupt", source.rawValue)
    case .nobody: .id("nobody")
    case .invalid: .id("invalid")
    }
  }
}

extension KernelOperation.NamedTask {
  package var json: JSON { .id(isFormer ? "former" : "task", task.rawValue) }
}

extension JSON {
  package static func id(_ kind: String, _ number: UInt8? = nil) -> JSON {
    var object = Members()
    object.add("kind", kind)
    object.add("number", number)
    return object.json
  }
}

extension KernelOperation.ThreadCall {
  package func write(to object: inout Members) {
    object.add("partner", partner.json)
    object.add("send", send?.json)
    object.add("receive", receive?.json)
  }
}

extension KernelOperation.Sending {
  package var json: JSON {
    var object = Members()
    object.add("as", virtual?.rawValue)
    object.add("word", word ? 1 : 0)
    object.add("parts", parts == 0 ? nil : parts)
    object.add("header_in_page", if: isHeaderInPage)
    object.add("item", item?.json)
    object.add("timeout", timeout.json)
    object.add("fault_timeout", faultTimeout.json)
    return object.json
  }
}

extension KernelOperation.Item {
  package var json: JSON {
    var object = Members()
    object.add("grant", always: isGrant)
    object.add("from", KernelOperation.json(ofPlace: page))
    object.add("order", order)
    object.add("base", KernelOperation.json(ofPlace: base))
    object.add("write", always: write)
    object.add("small", if: isSmall)
    return object.json
  }
}

extension KernelOperation.Receiving {
  package var json: JSON {
    var object = Members()
    object.add("open", always: isOpen)
    switch window {
    case .none: break
    case .page(let page): object.add("window", KernelOperation.json(ofPlace: page))
    case .all: object.add("window", "all")
    }
    object.add("buffer", buffer == .none ? nil : buffer.rawValue)
    object.add("timeout", timeout.json)
    object.add("fault_timeout", faultTimeout.json)
    return object.json
  }
}

extension KernelOperation.Timeout {
  /// Ticks, 0 for now, or "never".
  package var json: JSON {
    switch self {
    case .never: .string("never")
    case .zero: .number(0)
    case .ticks(let ticks): .number(Int(ticks))
    }
  }
}
