/// Map and grant: one send fpage of a map message. (AS2, IPC-52)
extension Kernel where Hardware: ~Copyable {
  /// Maps or grants the pages or ports of one send fpage.
  ///
  /// - Parameters:
  ///   - sender: The mapper.
  ///   - sendBase: The hot spot, the first word of the send fpage. (FP3)
  ///   - fpage: The second word: page, size, write and grant bits; or ports. (FP2, IO3)
  ///   - receiver: The mappee.
  ///   - window: The receive window; nil or an invalid fpage accepts nothing. (FP7)
  /// - Returns: The codes for both; after a shortage, the pages before the failure remain. (AS15)
  @discardableResult
  public mutating func transfer(
    from sender: TaskNumber, sendBase: UInt32, fpage: UInt32, to receiver: TaskNumber,
    window: UInt32?
  ) -> TransferResult {
    var continuation = beginTransfer(
      from: sender, sendBase: sendBase, fpage: fpage, to: receiver, window: window)
    while step(&continuation) {}
    return continuation.result
  }

  /// Starts what `transfer` does, without touching a page yet. (N2)
  public func beginTransfer(
    from sender: TaskNumber, sendBase: UInt32, fpage: UInt32, to receiver: TaskNumber,
    window: UInt32?
  ) -> Continuation {
    guard isActive(sender), isActive(receiver) else { return Continuation(ended: .notExistent) }
    let granularity = profile.portGranularity
    guard let window, let window = Flexpage(word: window, portGranularity: granularity) else {
      return Continuation(ended: .cut)
    }
    if sender == receiver && profile.selfMapping != .alias {
      return Continuation(ended: profile.selfMapping == .cut ? .cut : .ok)
    }
    let send = Flexpage(word: fpage, portGranularity: granularity)
    var continuation = Continuation(ended: .ok)
    continuation.result.mapBit = true
    continuation.result.endsList = send == nil
    // Memory and ports have nothing in common: what is accepted of the one is nothing of the other.
    guard let send, send.kind == window.kind else { return continuation }
    continuation.source = sender
    continuation.sourceLife = pools.tasks[sender].life
    continuation.destination = receiver
    continuation.destinationLife = pools.tasks[receiver].life
    continuation.write = fpage & 1 << 1 != 0
    let isGrant = fpage & 1 << 0 != 0
    switch send.kind {
    case .memory:
      continuation.operation = isGrant ? .grant : .map
      continuation.go(
        on: Passage(send: send, hotSpot: sendBase >> 12, window: window)
          .clipped(to: layout.limitPage))
    case .ports:
      continuation.operation = isGrant ? .grantPorts : .mapPorts
      let first = max(send.base, window.base)
      let end = min(send.base + send.count, window.base + window.count)
      continuation.go(on: Passage(from: first, to: min(end, UInt32(layout.portCount))))
    }
    return continuation
  }

  /// Whether both partners of a transfer still live the life that they had at its start.
  func partnersLive(_ continuation: Continuation) -> Bool {
    isActive(continuation.source) && isActive(continuation.destination)
      && pools.tasks[continuation.source].life == continuation.sourceLife
      && pools.tasks[continuation.destination].life == continuation.destinationLife
  }

  /// Moves on by one held page, one large page, or one hole.
  mutating func stepTransfer(_ continuation: inout Continuation) {
    guard partnersLive(continuation) else { return continuation.end(.aborted) }
    continuation.advance(by: hole(in: continuation.source, at: continuation.position))
    if continuation.isFinished { return }
    let index = lookUp(continuation.source, continuation.position)
    guard index != 0 else { return }
    if pools.nodes[Int(index)].isLarge && continuation.coversLarge
      && Large.starts(at: continuation.target)
      && transferLarge(index, continuation)
    {
      return continuation.advance(by: Large.pages)
    }
    let isDone =
      continuation.operation == .grant
      ? grantPage(index, continuation) : mapPage(index, continuation)
    if isDone { continuation.advance(by: 1) } else { continuation.end(.mapFailed) }
  }

  /// How many pages from `page` on a task surely does not hold: at most to the end of the table.
  func hole(in task: TaskNumber, at page: UInt32) -> UInt32 {
    guard let slot = slot(of: task, page) else { return Large.pages - page & Large.mask }
    guard slot.table != UInt32(task) else { return 0 }
    var offset = slot.offset
    while offset < Large.pages
      && pools.shadows[Slot(table: slot.table, offset: offset).index] == 0
    { offset += 1 }
    return offset - slot.offset
  }
}
