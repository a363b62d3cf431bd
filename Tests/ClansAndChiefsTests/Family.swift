import ClansAndChiefs
import Logic
import Vocabulary

/// The tree of vector S1: the root has the members a and b; a has c and d; c has e; b has g. sigma0 is
/// beside the root.
struct Family {
  typealias V = Concrete<UInt8>
  typealias Tree = Clans<V, 8>

  static let names: [Character: Int] = [
    "0": 0, "r": 1, "a": 2, "b": 3, "c": 4, "d": 5, "e": 6, "g": 7,
  ]

  var profile = ClansProfile.v2
  var tree: Tree

  /// - Parameter profile: the options that all calls are made with.
  init(_ profile: ClansProfile = .v2) {
    self.profile = profile
    tree = Tree.boot(numbers: V.Bits(mask: 0xFF))
    for (task, chief) in [("a", "r"), ("b", "r"), ("c", "a"), ("d", "a"), ("e", "c"), ("g", "b")] {
      if chief != "r" { _ = donate(task, by: "r", to: chief) }
      _ = create(task, by: chief)
    }
  }

  /// The tasks of some names; `-` is an id whose number is unknown.
  func tasks(_ names: String) -> V.Bits {
    names.reduce(V.Bits.empty) { set, name in
      set | (Self.names[name].map { V.Bits(id: $0) } ?? .empty)
    }
  }

  func name(_ tasks: V.Bits) -> String {
    tasks.ids.compactMap { id in Self.names.first { $0.value == id }?.key }
      .map(String.init).joined()
  }

  mutating func create(_ task: String, by invoker: String) -> ClanCase {
    tree.create(tasks(task), by: tasks(invoker), profile)
  }

  mutating func delete(_ task: String, by invoker: String) -> ClanCase {
    tree.delete(tasks(task), by: tasks(invoker), profile)
  }

  mutating func donate(_ task: String, by invoker: String, to receiver: String) -> ClanCase {
    tree.donate(tasks(task), by: tasks(invoker), to: tasks(receiver), profile)
  }

  func nearest(_ source: String, _ destination: String) -> String {
    name(tree.nearest(from: tasks(source), to: tasks(destination)).next)
  }

  func idNearest(_ source: String, _ destination: String) -> (NearestCase, String) {
    let answer = tree.idNearest(.task(tasks(destination)), for: tasks(source), profile)
    return (answer.isCase, name(answer.task))
  }

  /// As whom a sender appears, with `!` if that is a deceit.
  func appearance(_ sender: String, _ destination: String, as virtual: String) -> String {
    let seen = tree.appearance(
      of: tasks(sender), to: tasks(destination), as: tasks(virtual), profile)
    let source = seen.source.isEmpty.value ? "-" : name(seen.source)
    return source + (seen.isDeceit.value ? "!" : "")
  }

  /// Who gets a message, hop by hop, with what each is told: `c:ri` is redirected, from inside.
  func way(_ source: String, _ destination: String) -> [String] {
    var way: [String] = []
    var sender = source
    while sender != destination, way.count < 8 {
      let receiver = nearest(sender, destination)
      let told = tree.redirection(
        from: tasks(sender), to: tasks(receiver), for: tasks(destination))
      let flags = (told.isRedirected.value ? "r" : "") + (told.isFromInside.value ? "i" : "")
      way.append(flags.isEmpty ? receiver : "\(receiver):\(flags)")
      sender = receiver
    }
    return way
  }
}
