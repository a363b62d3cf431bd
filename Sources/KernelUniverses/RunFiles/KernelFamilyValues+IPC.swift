import AddressSpaces
import Evidence
import Forms
import Microkernel
import Universes
import Vocabulary

// What the keys of calls of ipc, and of memory, name.
extension KernelFamilyValues {
  /// The send phases; nil is none.
  func sendings(_ family: KernelFamily) throws(InputError) -> [Op.Sending?] {
    switch family {
    case .send, .call, .replyAndWait: break
    default: return [nil]
    }
    let virtuals = try section[.as] == nil ? [nil] : references(.as).map { $0?.thread }
    let words = try numbers(.words) ?? [0]
    let parts = try numbers(.parts) ?? [0]
    let items = try self.items()
    let timeouts = try self.timeouts(.timeouts)
    let faults = try self.timeouts(.faults)
    var all: [Op.Sending] = []
    for virtual in virtuals {
      for word in words {
        for parts in parts {
          for item in items {
            for timeout in timeouts {
              all += faults.map {
                Op.Sending(
                  virtual: virtual, word: word != 0, parts: parts, item: item, timeout: timeout,
                  faultTimeout: $0)
              }
            }
          }
        }
      }
    }
    return all
  }

  /// The receive phases; nil is none.
  func receivings(_ family: KernelFamily) throws(InputError) -> [Op.Receiving?] {
    let isOpen: Bool
    switch family {
    case .receive, .call: isOpen = false
    case .wait, .replyAndWait: isOpen = true
    default: return [nil]
    }
    let isOwn = family == .receive || family == .wait
    let timeouts = try self.timeouts(isOwn ? .timeouts : .receiveTimeouts)
    let faults = try self.timeouts(isOwn ? .faults : .receiveFaults)
    var all: [Op.Receiving] = []
    for window in try windows() {
      for buffer in try buffers() {
        for timeout in timeouts {
          all += faults.map {
            Op.Receiving(
              isOpen: isOpen, window: window, buffer: buffer, timeout: timeout, faultTimeout: $0)
          }
        }
      }
    }
    return all
  }

  private func items() throws(InputError) -> [Op.Item?] {
    guard let item = section[.items] else { return [nil] }
    return try item.list { item throws(InputError) -> [Op.Item?] in
      if try item.text() == "none" { return [nil] }
      return [
        try item.parsed { text throws(OperationTextError) in try Op.Item(parsing: text) }
      ]
    }
  }

  private func timeouts(_ key: KernelKey) throws(InputError) -> [Op.Timeout] {
    guard let item = section[key] else { return [.never] }
    return try item.list { item throws(InputError) -> [Op.Timeout] in
      let words = try item.text().split(separator: " ")
      if words == ["never"] { return [.never] }
      if words == ["now"] { return [.zero] }
      guard words.count == 2, let ticks = UInt8(words[0]),
        words[1] == (ticks == 1 ? "tick" : "ticks"),
        (1...UInt8(Op.Timeout.longest)).contains(ticks)
      else { throw item.wrong }
      return [.ticks(ticks)]
    }
  }

  private func windows() throws(InputError) -> [Op.Window] {
    guard let item = section[.windows] else { return [.none] }
    return try item.list { item throws(InputError) -> [Op.Window] in
      switch try item.text() {
      case "none": return [.none]
      case "all": return [.all]
      default: return [.page(try page(item))]
      }
    }
  }

  private func buffers() throws(InputError) -> [Op.Buffer] {
    guard let item = section[.buffers] else { return [.none] }
    return try item.list { item throws(InputError) -> [Op.Buffer] in
      guard let buffer = Op.Buffer(rawValue: try item.text()) else { throw item.wrong }
      return [buffer]
    }
  }

  private func page(_ item: Item) throws(InputError) -> Int {
    let text = try item.text()
    if text.hasPrefix("p"), let page = Int(text.dropFirst()), (0..<64).contains(page) {
      return page
    }
    if text.hasPrefix("io"), let port = Int(text.dropFirst(2)), (0..<64).contains(port) {
      return Op.port(port)
    }
    throw item.wrong
  }

  func pages() throws(InputError) -> [Int] {
    let all =
      Array(0..<universe.shape.pages) + (0..<universe.shape.ports).map { Op.port($0) }
    guard let item = section[.pages] else { return all }
    return try item.list { item throws(InputError) -> [Int] in
      try item.text() == "all" ? all : [try page(item)]
    }
  }

  func masks() throws(InputError) -> [UnmapMask] {
    guard let item = section[.masks] else { return UnmapMask.all }
    return try item.list { item throws(InputError) -> [UnmapMask] in
      let text = try item.text()
      if text == "all" { return UnmapMask.all }
      guard let mask = UnmapMask(text) else { throw item.wrong }
      return [mask]
    }
  }

  /// Which of two words: whether it is the second.
  func kinds(_ first: String, _ second: String) throws(InputError) -> [Bool] {
    guard let item = section[.kinds] else { return [false, true] }
    return try item.list { item throws(InputError) -> [Bool] in
      let text = try item.text()
      guard text == first || text == second else {
        throw item.error("kinds cannot be \(item.node.whatItIs)", allowed: [first, second])
      }
      return [text == second]
    }
  }

  /// Whose pages are missing, in a list of copies.
  func misses() throws(InputError) -> [(sender: Bool, receiver: Bool)] {
    guard let item = section[.misses] else { return [(false, false)] }
    let names = ["none", "sender", "receiver", "both"]
    return try item.list { item throws(InputError) -> [Int] in
      guard let index = names.firstIndex(of: try item.text()) else { throw item.wrong }
      return [index]
    }.map { ($0 & 1 != 0, $0 & 2 != 0) }
  }
}
