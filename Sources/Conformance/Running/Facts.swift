import AddressSpaces

extension PageCase {
  /// The facts that the case comes from.
  var facts: [String] {
    switch self {
    case .notExistent: ["IPC-41", "TN2"]
    case .outsideWindow: ["AS3", "T-AS2"]
    case .notHeld: ["AS10"]
    case .noPlace: ["AS17", "IO1"]
    case .withinOneSpace: ["AS13", "U4"]
    case .rootStays: ["I-AS2"]
    case .ontoAncestor: ["AS12", "AS14"]
    case .kept, .replaced: ["AS11", "U3"]
    case .widened: ["AS11", "AS12"]
    case .mapped: ["AS5", "AS8"]
    case .shortage: ["AS15"]
    case .granted: ["AS6", "AS9"]
    case .grantedReplacing: ["AS6", "AS9", "AS11"]
    case .unmapped: ["UM2", "UM3", "UM4", "UM5"]
    case .deleted: ["AS16"]
    case .created: ["AS1"]
    case .accessed, .fault: ["AS21"]
    }
  }
}

extension Cases {
  var names: [String] { all.map { "\($0)" } }

  /// The facts of all cases, each once.
  var facts: [String] {
    var facts: [String] = []
    for fact in all.flatMap(\.facts) where !facts.contains(fact) { facts.append(fact) }
    return facts
  }
}
