import Logic
import Microkernel
import Vocabulary

// What a thread does about messages.
extension KernelSketch {
  /// As `pending at t3.0 behind t4.0, word 1, 2 ticks left, then waits for t3.0`.
  func activity(of thread: Int) -> String {
    let bit = Bits(id: thread)
    guard state.threads.existing.contains(bit).value else {
      let task = universe.population.task(of: Thread(thread))
      let isActive = state.threads.clans.active.contains(id: Int(task.rawValue)).value
      return isActive ? "not started" : ""
    }
    if state.threads.halted.contains(bit).value { return "shut down" }
    guard state.ipc.blocked.contains(bit).value else {
      guard universe.profile.threads.schedules else { return "ready" }
      return state.threads.running.contains(bit).value ? "runs" : "ready"
    }
    var parts = [phase(of: bit)]
    let deadline = state.ipc.deadline[at: bit].value
    if deadline == 1 { parts.append("its time is up") }
    if deadline > 1 { parts.append(ticks(deadline) + " left") }
    if state.ipc.arriving.contains(bit).value { parts.append("has just begun") }
    return (parts + outer(of: bit)).joined(separator: ", ")
  }

  private func ticks(_ number: UInt8) -> String {
    number == 2 ? "1 tick" : "\(Int(number) - 1) ticks"
  }

  private func timeout(_ number: UInt8, _ prefix: String = "") -> String {
    switch number {
    case 0: ""
    case 1: prefix.isEmpty ? " now" : " no\(prefix)"
    default: "\(prefix) within \(ticks(number))"
    }
  }

  /// What it does at the moment.
  private func phase(of bit: Bits) -> String {
    let ipc = state.ipc
    let isFormer = ipc.former.contains(bit).value
    if ipc.stuck.contains(bit).value { return fault(of: bit) + " that nobody resolves" }
    if ipc.calledFor.contains(bit).value {
      let cause = ipc.paging.contains(bit).value ? fault(of: bit) : "preempted"
      let asked = names(ipc.asked[at: bit], isFormer: ipc.formerAsked.contains(bit).value)
      guard ipc.pending.contains(bit).value else {
        return
          "\(cause), waits for the answer of \(names(ipc.partner[at: bit], isFormer: isFormer))"
      }
      let place = ipc.partner[at: bit].mask == ipc.asked[at: bit].mask ? "" : " for \(asked)"
      return "\(cause), pending at \(names(ipc.partner[at: bit]))\(behind(bit))\(place)"
    }
    if ipc.pending.contains(bit).value {
      return "pending at \(names(ipc.partner[at: bit]))\(behind(bit))\(message(of: bit))"
    }
    if ipc.waiting.contains(bit).value { return waits(bit) + reception(of: bit) }
    return transfer(of: bit)
  }

  private func waits(_ bit: Bits) -> String {
    let ipc = state.ipc
    if ipc.open.contains(bit).value { return "waits for anybody" }
    if ipc.forInterrupt.contains(bit).value { return "waits for its interrupt" }
    if ipc.partner[at: bit].isEmpty.value { return "sleeps" }
    return "waits for \(names(ipc.partner[at: bit], isFormer: ipc.former.contains(bit).value))"
  }

  private func transfer(of bit: Bits) -> String {
    let ipc = state.ipc
    let peer = names(ipc.peer[at: bit])
    if ipc.sending.contains(bit).value { return "sends to \(peer)\(message(of: bit))" }
    return "receives from \(peer)\(reception(of: bit))"
  }

  private func behind(_ bit: Bits) -> String {
    let ahead = state.ipc.ahead[at: bit]
    return ahead.isEmpty.value ? "" : " behind \(names(ahead))"
  }

  private func fault(of bit: Bits) -> String {
    let place = state.offers.fault[at: bit]
    return (state.ipc.writing.contains(bit).value ? "write fault" : "read fault")
      + (place.isEmpty.value ? "" : " at \(pages(place))")
  }

  /// The transfer in which a call of the kernel is under way, or the call that the kernel's precedes.
  private func outer(of bit: Bits) -> [String] {
    guard state.ipc.calledFor.contains(bit).value else { return [] }
    return state.ipc.transferring.contains(bit).value ? [transfer(of: bit)] : []
  }

  /// What it sends, and what it will receive then.
  private func message(of bit: Bits) -> String {
    let ipc = state.ipc
    var parts: [String] = []
    let named = ipc.named[at: bit]
    let receiver = ipc.partner[at: bit] | ipc.peer[at: bit]
    let isFormer = ipc.formerNamed.contains(bit).value
    if named.mask != receiver.mask || isFormer {
      parts.append("for \(names(named, isFormer: isFormer))")
    }
    if ipc.visible[at: bit].mask != bit.mask || ipc.formerVisible.contains(bit).value {
      let isFormer = ipc.formerVisible.contains(bit).value
      parts.append("as \(names(ipc.visible[at: bit], isFormer: isFormer))")
    }
    if ipc.deceiving.contains(bit).value != (ipc.visible[at: bit].mask != bit.mask) {
      parts.append("deceit")
    }
    if ipc.word.contains(bit).value { parts.append("word 1") }
    let left = ipc.parts[at: bit].value
    if left > 0 { parts.append("\(left) \(left == 1 ? "part" : "parts")") }
    if ipc.mapping.contains(bit).value { parts.append(item(of: bit)) }
    let faults = timeout(ipc.sendFaultTimeout[at: bit].value, " faults")
    if !faults.isEmpty { parts.append(String(faults.dropFirst())) }
    if ipc.receives.contains(bit).value {
      let isOpen = ipc.open.contains(bit).value
      let receive = timeout(ipc.receiveTimeout[at: bit].value)
      parts.append(
        "then waits for \(isOpen ? "anybody" : names(named, isFormer: isFormer))\(reception(of: bit))"
          + receive)
    }
    return parts.map { ", " + $0 }.joined()
  }

  private func item(of bit: Bits) -> String {
    let offers = state.offers
    let page = offers.page[at: bit]
    if page.isEmpty.value { return "maps" }
    let base = offers.base[at: bit].ids.prefix(1).map { Bits(id: $0) }
    return (offers.grants.contains(bit).value ? "grants " : "maps ") + pages(page) + " → "
      + base.map(pages).joined()
      + (offers.writes.contains(bit).value ? " rw" : " r-")
  }

  /// What it takes.
  private func reception(of bit: Bits) -> String {
    let ipc = state.ipc
    var text = ""
    if ipc.takesMaps.contains(bit).value {
      let window = state.offers.window[at: bit]
      text += window.isEmpty.value ? ", takes maps" : " into \(pages(window))"
    }
    if ipc.takesMemory.contains(bit).value {
      text += ipc.short.contains(bit).value ? " short buffer" : " buffer"
    }
    return text + timeout(ipc.receiveFaultTimeout[at: bit].value, " faults")
  }
}
