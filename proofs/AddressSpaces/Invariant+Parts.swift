import AddressSpaces
import Logic
import Proving

extension AddressSpaces {
  @inlinable
  func checkOnePageOneNode(_ part: Part<V>) {
    var seen = V.Bits.empty
    var twice = V.Bits.empty
    for frame in 0..<frames {
      twice |= seen & holders[row: frame]
      seen |= holders[row: frame]
    }
    part("a page maps one frame", twice)
  }

  @inlinable
  func checkEveryNodeIsRooted(_ layout: Layout<V, slots, frames>, _ part: Part<V>) {
    var lost = V.Bits.empty
    var stray = V.Bits.empty
    for frame in 0..<frames {
      let root = layout.root[row: frame]
      lost |= root - holders[row: frame]
      stray |= holders[row: frame] - (root | below[at: root])
    }
    part("sigma0 keeps its frames", lost)
    part("a node comes from the root of its frame", stray)
  }

  @inlinable
  func checkDerivationIsATree(_ part: Part<V>) {
    var otherFrame = V.Bits.empty
    for frame in 0..<frames {
      otherFrame |= below.union(over: holders[row: frame]) - holders[row: frame]
    }
    part("what is derived maps the same frame", otherFrame)

    var ofNothing = V.Bits.empty
    var ofItself = V.Bits.empty
    var forgotten = V.Bits.empty
    var ofTwo = V.Bits.empty
    for node in 0..<slots {
      let row = below[row: node]
      let name = V.Bits(id: node)
      ofNothing |= name.when(!row.isEmpty) - mapped
      ofItself |= row & name
      forgotten |= below.union(over: row) - row
      for other in 0..<node {
        let shared = row & below[row: other]
        let isChain = row.contains(id: other) || below[row: other].contains(name)
        ofTwo |= shared.when(!isChain)
      }
    }
    part("only nodes have something derived from them", ofNothing)
    part("what is derived is a node", below.union - mapped)
    part("no node is derived from itself", ofItself)
    part("what is derived from what is derived is derived", forgotten)
    part("no node is derived from two that are not derived from each other", ofTwo)
  }

  @inlinable
  func checkRightsNeverGrow(_ part: Part<V>) {
    part("only nodes are writable", writable - mapped)
    part(
      "what is derived from a read-only node is read-only",
      below.union(over: mapped - writable) & writable)
  }

  @inlinable
  func checkHardwareSeesTheTree(_ part: Part<V>) {
    var stale = V.Bits.empty
    for frame in 0..<frames { stale |= cached[row: frame] - holders[row: frame] }
    part("a cached translation is a node's", stale)
    part("a cached right to write is the node's", cachedWritable - writable)
    part("a right is cached with its translation", cachedWritable - cached.union)
  }

  @inlinable
  func checkOwnersAreLive(_ layout: Layout<V, slots, frames>, _ part: Part<V>) {
    part("a node's task is active", mapped - live)
    part("sigma0 is active", layout.sigma0 - live)
    // Not in section Q; that a task lives as a whole is what makes deletion complete.
    part("a task is active as a whole", layout.space.union(over: live) - live)
  }

  @inlinable
  func checkNodesStayInPlace(_ layout: Layout<V, slots, frames>, _ part: Part<V>) {
    var strayed = V.Bits.empty
    for frame in 0..<frames { strayed |= holders[row: frame] - layout.places[row: frame] }
    part("a frame is mapped only where it may be", strayed)
  }

  @inlinable
  func checkNodesAreConserved(_ layout: Layout<V, slots, frames>, _ part: Part<V>) {
    let used = (mapped - layout.roots).count
    part(
      "nodes in use and free nodes add up",
      layout.roots.when(used &+ free != layout.nodes))
    // Not in section Q; without it the sum could be right by overflow.
    part("no more nodes are free than there are", layout.roots.when(!(free <= layout.nodes)))
  }
}
