import AddressSpaces
import ClansAndChiefs
import IPC
import Logic
import Threads
import Vocabulary

extension Microkernel {
  public typealias Hardware = Platform<V, threadCount, taskCount, slotCount, frameCount>

  /// Performs an action as one atomic step. What the kernel has to do at once because of it, it does:
  /// receive phases that begin look for their messages, and the processor goes to whom it belongs.
  /// (N1, IPC-62)
  ///
  /// `directly` is what the kernel chooses where it may hand the processor on to a receiver. (U17)
  @inlinable
  public mutating func perform(
    _ action: KernelAction<V>, on platform: Hardware, directly: V.Truth = V.Truth(false)
  ) -> Effects<V, threadCount> {
    let before = threads.ready
    var effects = begin(action, on: platform)
    settle(&effects, on: platform)
    if platform.profile.ipc.missingPager == .ends {  // U27
      endStuck(&effects.deliveries, on: platform)
    }
    offers.keep(
      mapping: ipc.mapping, windows: ipc.takesMaps, faults: ipc.paging | ipc.stuck)
    reschedule(before, &effects, on: platform, directly: directly)
    return effects
  }

  /// The action itself, without what follows from it.
  @inlinable
  public mutating func begin(
    _ action: KernelAction<V>, on platform: Hardware
  ) -> Effects<V, threadCount> {
    var effects = Effects<V, threadCount>()
    let profile = platform.profile
    let roster = platform.roster
    switch action {
    case .ipc(let call, let offer, let window):
      offers.enter(offer, window: window, of: call.caller, profile.items)
      effects.deliveries = withMemory(platform, &effects.pages) {
        $0.ipc(call, in: $1, give: $2)
      }
    case .idNearest(let named, let caller):
      effects.answer = .idNearest(idNearest(named, for: caller, on: platform))
    case .unmap(let pages, let mask, _):
      effects.answer = .unmap(spaces.unmap(pages, mask, layout: platform.memory))
    case .threadSwitch(let destination, let caller):
      effects.answer = .threadSwitch(
        threads.threadSwitch(to: destination, by: caller, profile: profile.threads))
    case .threadSchedule(let destination, let new, let preempter, let caller):
      effects.answer = .threadSchedule(
        threads.threadSchedule(
          destination, setting: new, externalPreempter: preempter, by: caller, roster: roster,
          profile: profile.threads))
    case .exRegs(let change, let caller):
      let result = threads.exRegs(change, by: caller, roster: roster, profile: profile.threads)
      effects.deliveries = ipc.cancel(result.cancelled, in: world(platform))
      effects.answer = .exRegs(result)
    case .taskNew(let destination, let new, let caller):
      let result = taskNew(destination, new, by: caller, on: platform)
      effects.deliveries = ipc.remove(result.stale, in: world(platform))
      effects.answer = .taskNew(result)
    case .access(let page, let write, let thread):
      let result = spaces.take(.access(page, write: write), layout: platform.memory)
      effects.answer = .access(result)
      if result == .fault {
        if profile.ipc.portFaults == .exception,
          V.holds(platform.memory.ports.contains(page), "it is an I/O port")
        {
          effects.answer = .exception(  // IO6, U7
            threads.raise(in: thread, handler: V.Count(1), profile: profile.threads))
          break
        }
        offers.fault.insert(page, intoRowsOf: thread)
        effects.deliveries = ipc.fault(of: thread, writes: write, in: world(platform))
      }
    case .fault(let thread, let write):
      effects.deliveries = ipc.fault(of: thread, writes: write, in: world(platform))
    case .exception(let thread):
      effects.answer = .exception(
        threads.raise(in: thread, handler: V.Count(1), profile: profile.threads))
    case .loadExceptionTable(let thread, let isValid):
      threads.loadExceptionTable(of: thread, isValid: isValid)
    case .copy(let sender, let senderFaults, let receiverFaults):
      effects.deliveries = copy(
        from: sender, senderFaults, receiverFaults, &effects.pages, on: platform)
    case .expire(let thread):
      effects.deliveries = ipc.expire(thread, in: world(platform))
    case .tick:
      ipc.tick()
      let result = threads.tick(profile: profile.threads)
      if V.holds(!result.notifies.isEmpty, "a preempter is to be told") {  // PR-1
        effects.deliveries = ipc.preempt(result.notifies, in: world(platform))
      }
    case .interrupt(let source):
      effects.deliveries = ipc.interrupt(source)
    }
    return effects
  }

  /// The threads whose page faults nobody can resolve exist no more, and so those whose pagers they
  /// were. (PF-9, U27)
  @inlinable
  mutating func endStuck(
    _ deliveries: inout Deliveries<V, threadCount>, on platform: Hardware
  ) {
    for _ in 0..<threadCount {
      guard V.holds(!ipc.stuck.isEmpty, "a page fault cannot be resolved") else { return }
      let ended = ipc.stuck
      deliveries.add(ipc.remove(ended, in: world(platform)))
      threads.end(ended, profile: platform.profile.threads)
    }
  }

  /// What ipc needs to know of the other chapters.
  @inlinable
  public func world(_ platform: Hardware) -> World<V, threadCount, taskCount> {
    World(threads, platform.roster, platform.profile.ipc, platform.profile.clans)
  }

  /// Runs a rule of ipc in which pages may be mapped.
  @inlinable
  mutating func withMemory(
    _ platform: Hardware, _ cases: inout PageCases,
    _ rule: (
      inout Rendezvous<V, threadCount, sourceCount>, World<V, threadCount, taskCount>, Give<V>
    ) -> Deliveries<V, threadCount>
  ) -> Deliveries<V, threadCount> {
    let offers = offers
    let faults = ipc.paging
    let world = world(platform)
    var spaces = spaces
    var pages = PageCases()
    let done = rule(&ipc, world) { sender, receiver in
      offers.give(
        from: sender, to: receiver, hasFault: faults.contains(receiver), &spaces, &pages, platform)
    }
    self.spaces = spaces
    cases.formUnion(pages)
    return done
  }

  /// Receive phases that have begun look for their messages, one after the other, until no thread is
  /// between two phases. (IPC-9, IPC-62)
  @inlinable
  mutating func settle(
    _ effects: inout Effects<V, threadCount>, on platform: Hardware
  ) {
    for _ in 0..<threadCount {
      for position in 0..<threadCount {
        let thread = V.Bits(id: position)
        guard V.holds(ipc.arriving.contains(thread), "a receive phase has begun") else { continue }
        effects.deliveries.add(
          withMemory(platform, &effects.pages) { $0.beginReceive(thread, in: $1, give: $2) })
      }
      if V.holds(ipc.arriving.isEmpty, "no receive phase has begun") { return }
    }
  }

  /// A part of a message is copied, from page to page where there is memory. (IPC-57, IPC-58)
  @inlinable
  mutating func copy(
    from sender: V.Bits, _ senderFaults: V.Truth, _ receiverFaults: V.Truth,
    _ cases: inout PageCases, on platform: Hardware
  ) -> Deliveries<V, threadCount> {
    let receiver = ipc.peer[at: sender]
    let from = platform.buffer[at: sender]
    let to = platform.buffer[at: receiver]
    let misses = senderFaults || !from.isSubset(of: spaces.mapped)
    let missesToo = receiverFaults || !to.isSubset(of: spaces.mapped & spaces.writable)
    let done = withMemory(platform, &cases) {
      $0.copy(from: sender, senderFaults: misses, receiverFaults: missesToo, in: $1, give: $2)
    }
    offers.fault.insert(from, intoRowsOf: sender & ipc.paging)
    offers.fault.insert(to, intoRowsOf: receiver & ipc.paging)
    return done
  }

  /// task_new, with the address spaces of the tasks that go and come. (TN3, TN7, AS16)
  @inlinable
  mutating func taskNew(
    _ destination: Reference<V>, _ new: NewTask<V>, by caller: V.Bits, on platform: Hardware
  ) -> TaskNewResult<V> {
    let result = threads.taskNew(
      destination, new, by: caller, roster: platform.roster, profile: platform.profile.threads,
      clansProfile: platform.profile.clans)
    let gone = platform.slots.union(over: result.deletedTasks)
    if V.holds(!gone.isEmpty, "a task is deleted") {
      _ = spaces.delete(gone, layout: platform.memory)
    }
    let new = platform.slots.union(over: platform.roster.task.union(over: result.created))
    if V.holds(!new.isEmpty, "a task is created") { _ = spaces.create(new) }
    return result
  }

  @inlinable
  func idNearest(
    _ named: Partner<V>, for caller: V.Bits, on platform: Hardware
  ) -> NearestID<V> {
    let roster = platform.roster
    let id: NamedID<V> =
      switch named {
      case .thread(let thread), .former(let thread): .task(roster.task[at: thread])
      case .nobody: .nobody
      case .invalid: .invalid
      case .interrupt: .task(.empty)
      }
    return threads.clans.idNearest(
      id, for: roster.task[at: caller], platform.profile.clans)
  }
}
