import AddressSpaces
import ClansAndChiefs
import IPC
import Logic
import Microkernel
import Threads

// Every part of a state, in one order, for writing and for reading.
extension FieldWidths {
  @inlinable @inline(__always)
  func code<
    C: FieldCoding, S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int
  >(_ state: inout Microkernel<Concrete<S>, h, k, q, s, f>, _ coder: inout C) {
    code(&state.threads, &coder)
    code(&state.ipc, &coder)
    if slots > 0 {
      code(&state.spaces, &coder)
      code(&state.offers, &coder)
    }
  }

  @inlinable @inline(__always)
  func code<C: FieldCoding, S, let h: Int, let k: Int>(
    _ state: inout Threads<Concrete<S>, h, k>, _ coder: inout C
  ) {
    coder.rows(&state.clans.below, tasks, tasks)
    coder.set(&state.clans.active, tasks)
    coder.cells(&state.mcp, tasks, mcp)
    coder.set(&state.existing, threads)
    coder.rows(&state.pager, threads, threads)
    coder.set(&state.formerPager, deletion)
    coder.rows(&state.preempter, threads, preempters)
    coder.set(&state.formerPreempter, min(preempters, deletion))
    coder.rows(&state.externalPreempter, threads, preempters)
    coder.set(&state.formerExternalPreempter, min(preempters, deletion))
    coder.cells(&state.registers, threads, registers)
    coder.set(&state.handlesExceptions, exceptions)
    coder.set(&state.halted, exceptions)
    coder.cells(&state.priority, threads, priority)
    coder.cells(&state.slice, threads, slice)
    coder.cells(&state.remaining, threads, slice)
    coder.set(&state.running, scheduling)
    coder.set(&state.spending, scheduling)
    coder.set(&state.ready, scheduling)
    coder.rows(&state.ahead, threads, scheduling)
  }

  @inlinable @inline(__always)
  func code<C: FieldCoding, S, let h: Int, let q: Int>(
    _ state: inout Rendezvous<Concrete<S>, h, q>, _ coder: inout C
  ) {
    coder.set(&state.pending, threads)
    coder.set(&state.waiting, threads)
    coder.set(&state.sending, memory)
    coder.set(&state.receiving, memory)
    coder.set(&state.stuck, faults)
    coder.set(&state.paging, faults)
    coder.set(&state.preempting, preempters)
    coder.rows(&state.partner, threads, threads)
    coder.set(&state.former, deletion)
    coder.rows(&state.peer, threads, memory)
    coder.rows(&state.ahead, threads, threads)
    coder.rows(&state.named, threads, threads)
    coder.set(&state.formerNamed, deletion)
    coder.rows(&state.visible, threads, threads)
    coder.set(&state.formerVisible, deletion)
    coder.set(&state.deceiving, deceit)
    coder.set(&state.word, words)
    coder.set(&state.mapping, maps)
    coder.cells(&state.parts, threads, parts)
    coder.cells(&state.sendFaultTimeout, threads, faultTimeout)
    coder.set(&state.receives, threads)
    coder.set(&state.open, threads)
    coder.set(&state.forInterrupt, interrupts)
    coder.set(&state.takesMaps, windows)
    coder.set(&state.takesMemory, memory)
    coder.set(&state.short, memory)
    coder.cells(&state.receiveTimeout, threads, timeout)
    coder.cells(&state.receiveFaultTimeout, threads, faultTimeout)
    coder.set(&state.arriving, threads)
    coder.cells(&state.deadline, threads, timeout)
    coder.rows(&state.asked, threads, max(faults, preempters))
    coder.set(&state.formerAsked, min(max(faults, preempters), deletion))
    coder.set(&state.writing, faults)
    coder.rows(&state.handler, sources, interrupts)
    coder.set(&state.raised, sources)
    coder.set(&state.serving, sources)
  }

  @inlinable @inline(__always)
  func code<C: FieldCoding, S, let s: Int, let f: Int>(
    _ state: inout AddressSpaces<Concrete<S>, s, f>, _ coder: inout C
  ) {
    coder.rows(&state.below, slots, slots)
    coder.rows(&state.holders, frames, slots)
    coder.set(&state.writable, slots)
    coder.set(&state.live, slots)
    coder.number(&state.free, 8)
    coder.rows(&state.cached, frames, slots)
    coder.set(&state.cachedWritable, slots)
  }

  @inlinable @inline(__always)
  func code<C: FieldCoding, S, let h: Int>(
    _ state: inout Offers<Concrete<S>, h>, _ coder: inout C
  ) {
    coder.rows(&state.page, threads, maps > 0 ? slots : 0)
    coder.rows(&state.base, threads, maps > 0 ? slots : 0)
    coder.set(&state.grants, maps)
    coder.set(&state.writes, maps)
    coder.rows(&state.window, threads, windows > 0 ? slots : 0)
    coder.rows(&state.fault, threads, faults > 0 ? slots : 0)
  }
}
