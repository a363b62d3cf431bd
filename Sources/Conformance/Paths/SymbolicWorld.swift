import AddressSpaces
import AddressSpacesProofs
import Logic
import SMT
import Vocabulary

/// Any state of a universe in which the invariants hold, as solver terms.
struct SymbolicWorld {
  typealias Spaces = AddressSpaces<Symbolic, 8, 2>
  typealias Places = Layout<Symbolic, 8, 2>

  let context: Context
  let shape: Shape
  let spaces: Spaces
  let layout: Places
  /// What is true of the state, and of the arguments declared so far.
  private(set) var assumptions: [Symbolic.Truth] = []

  /// - Parameters:
  ///   - hasShortage: Whether the kernel may have memory for any number of nodes; otherwise for all.
  ///   - hasTranslations: Whether the TLB may have something.
  init(_ shape: Shape, hasShortage: Bool, hasTranslations: Bool) throws(SMTError) {
    let context = try Context()
    self.context = context
    self.shape = shape
    func set(_ name: String) -> Symbolic.Bits { Symbolic.bits(name, width: 8, in: context) }
    var layout = Places(shape)
    var spaces = Spaces()
    for slot in 0..<shape.slots { spaces.below[row: slot] = set("below\(slot)") }
    for frame in 0..<shape.frames + shape.ports {
      spaces.holders[row: frame] = set("holders\(frame)")
      if hasTranslations { spaces.cached[row: frame] = set("cached\(frame)") }
    }
    if hasTranslations { spaces.cachedWritable = set("cachedWritable") }
    spaces.writable = set("writable")
    spaces.live = set("live")
    spaces.free = Symbolic.count("free", in: context)
    if hasShortage { layout.nodes = Symbolic.count("nodes", in: context) }
    self.spaces = spaces
    self.layout = layout
    assume(spaces.live.isSubset(of: universe))
    assume(layout.nodes <= Symbolic.Count(UInt32(shape.slots)))
    for invariant in Invariant.allCases { assume(invariant.holds(spaces, layout)) }
    // Not among the invariants, but so in every state that a run leads to: sigma0's own pages are
    // writable from the beginning, and cached with that right.
    assume(layout.roots.isSubset(of: spaces.writable))
    assume((spaces.cached.union & layout.roots).isSubset(of: spaces.cachedWritable))
  }

  mutating func assume(_ truth: Symbolic.Truth) { assumptions.append(truth) }

  private var universe: Symbolic.Bits {
    Symbolic.Bits(mask: shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) })
  }

  /// Any slot of the universe.
  mutating func slot(_ name: String) -> Symbolic.Bits {
    let (set, isSingleton) = Symbolic.singleton(name, width: 8, in: context)
    assume(isSingleton)
    assume(set.isSubset(of: universe))
    return set
  }

  /// One of some sets, whichever.
  mutating func choice(_ name: String, of masks: [UInt32]) -> Symbolic.Bits {
    let set = Symbolic.bits(name, width: 8, in: context)
    let equalities = masks.map { set == Symbolic.Bits(mask: $0) }
    assume(equalities.dropFirst().reduce(equalities.first ?? .known(false)) { $0 || $1 })
    return set
  }

  /// That so many nodes besides the roots are in use, and perhaps that all tasks are active.
  func hasSize(_ nodes: Int, allLive: Bool) -> Symbolic.Truth {
    let used = (spaces.mapped - layout.roots).count == Symbolic.Count(UInt32(nodes))
    return allLive ? used && universe.isSubset(of: spaces.live) : used
  }

  mutating func truth(_ name: String) -> Symbolic.Truth { Symbolic.truth(name, in: context) }
}

/// A state that a model has, as the rules compute with it, and how many nodes there are.
struct ModelState {
  typealias V = Concrete<UInt8>

  var spaces = AddressSpaces<V, 8, 2>()
  var nodes: Int

  init(_ model: Model, of world: SymbolicWorld) throws(SMTError) {
    func set(_ bits: Symbolic.Bits) throws(SMTError) -> V.Bits {
      V.Bits(mask: try model.value(bits))
    }
    nodes = Int(try model.value(world.layout.nodes))
    for slot in 0..<8 {
      spaces.below[row: slot] = try set(world.spaces.below[row: slot])
    }
    for frame in 0..<2 {
      spaces.holders[row: frame] = try set(world.spaces.holders[row: frame])
      spaces.cached[row: frame] = try set(world.spaces.cached[row: frame])
    }
    spaces.writable = try set(world.spaces.writable)
    spaces.live = try set(world.spaces.live)
    spaces.cachedWritable = try set(world.spaces.cachedWritable)
    spaces.free = V.Count(try model.value(world.spaces.free))
  }

  /// That a state is not this one.
  func isOther(_ spaces: AddressSpaces<Symbolic, 8, 2>) -> Symbolic.Truth {
    var isSame = spaces.writable == Symbolic.Bits(mask: UInt32(self.spaces.writable.mask))
    isSame = isSame && spaces.live == Symbolic.Bits(mask: UInt32(self.spaces.live.mask))
    for slot in 0..<8 {
      isSame =
        isSame
        && spaces.below[row: slot] == Symbolic.Bits(mask: UInt32(self.spaces.below[row: slot].mask))
    }
    for frame in 0..<2 {
      isSame =
        isSame
        && spaces.holders[row: frame]
          == Symbolic.Bits(mask: UInt32(self.spaces.holders[row: frame].mask))
        && spaces.cached[row: frame]
          == Symbolic.Bits(mask: UInt32(self.spaces.cached[row: frame].mask))
    }
    return !isSame
  }
}
