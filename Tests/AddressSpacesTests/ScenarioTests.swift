import AddressSpaces
import Testing
import Vocabulary

/// The scenario vectors of section S that concern address spaces.
@Suite struct ScenarioTests {
  /// S5: sigma0 maps to A, A to B; A grants its page to C.
  @Test func grantChain() {
    var world = World(Shape(tasks: 4, pages: 1, frames: 1))
    world.map(0, 0, to: 1, 0)
    world.map(1, 0, to: 2, 0)
    world.grant(1, 0, to: 3, 0)
    #expect(world.rights(1, 0) == .none)
    let granted = world
    world.unmap(1, 0, flush: true, own: true)
    #expect(world.spaces == granted.spaces)
    world.unmap(3, 0, flush: true, own: false)
    #expect(world.rights(2, 0) == .none)
    #expect(world.rights(3, 0) == .readWrite)

    world = granted
    world.unmap(0, 0, flush: true, own: false)
    #expect(world.rights(2, 0) == .none)
    #expect(world.rights(3, 0) == .none)
    #expect(world.rights(0, 0) == .readWrite)
  }

  /// S6: a read-only unmap reaches everything derived, and the own page by the flag.
  @Test func readOnlyUnmap() {
    var world = World(Shape(tasks: 6, pages: 1, frames: 1))
    world.map(0, 0, to: 1, 0)
    world.map(1, 0, to: 2, 0)
    world.map(2, 0, to: 3, 0)
    world.map(1, 0, to: 4, 0, write: false)
    world.unmap(1, 0, flush: false, own: false)
    #expect((1...4).map { world.rights($0, 0) } == [.readWrite, .readOnly, .readOnly, .readOnly])
    world.unmap(1, 0, flush: false, own: true)
    #expect(world.rights(1, 0) == .readOnly)
    world.map(1, 0, to: 5, 0, write: true)
    #expect(world.rights(5, 0) == .readOnly)
    // UM5: only the parent can give the right back.
    world.map(0, 0, to: 1, 0)
    #expect(world.rights(1, 0) == .readWrite)
    #expect(world.rights(2, 0) == .readOnly)
  }

  /// S7: a page mapped back to where it came from, at another address.
  @Test func mapBack() {
    var world = World(Shape(tasks: 3, pages: 2, frames: 1))
    world.map(0, 0, to: 1, 0)
    world.map(1, 0, to: 2, 0)
    world.map(2, 0, to: 1, 1)
    #expect(world.rights(1, 1) == .readWrite)
    world.unmap(1, 0, flush: true, own: false)
    #expect(world.rights(1, 0) == .readWrite)
    #expect(world.rights(2, 0) == .none)
    #expect(world.rights(1, 1) == .none)
  }

  /// S18: with N nodes the N+1st map fails and leaves nothing half done.
  @Test func boundedNodes() {
    var world = World(Shape(tasks: 3, pages: 4, frames: 4, nodes: 3))
    let whole = Transfer(.page(0, order: 2), of: .sigma0, to: .page(0, order: 2), of: Task(1))
    #expect(world.perform(.transfer(whole)) == .mapFailed)
    #expect((0..<4).map { world.frame(1, $0) } == [0, 1, 2, nil])  // AS15: a prefix stays
    let full = world
    #expect(world.map(0, 0, to: 2, 0) == .mapFailed)
    #expect(world.spaces == full.spaces)
    // A grant needs no node, and an unmap gives one back.
    #expect(world.grant(1, 0, to: 2, 3) == .done(mapped: true))
    world.unmap(2, 3, flush: true, own: true)
    #expect(world.map(0, 3, to: 1, 3) == .done(mapped: true))
  }

  /// AS16: what a deleted task passed on goes with it.
  @Test func deletion() {
    var world = World(Shape(tasks: 3, pages: 1, frames: 1))
    world.map(0, 0, to: 1, 0)
    world.map(1, 0, to: 2, 0)
    #expect(world.perform(.delete(Task(1))) == .done(mapped: false))
    #expect(world.rights(2, 0) == .none)
    #expect(world.map(0, 0, to: 1, 0) == .notExistent)
    #expect(world.perform(.create(Task(1))) == .done(mapped: false))
    #expect(world.map(0, 0, to: 1, 0) == .done(mapped: true))
    #expect(world.perform(.delete(.sigma0)) == .done(mapped: false))
    #expect(world.rights(0, 0) == .readWrite)
  }

  /// AS17, FP10, UM10: the complete space, clipped to the user's part of it.
  @Test func completeSpace() {
    var world = World(Shape(tasks: 2, pages: 4, frames: 3, userPages: 3))
    let fork = Transfer(.whole(.memory), of: .sigma0, to: .whole(.memory), of: Task(1))
    #expect(world.perform(.transfer(fork)) == .done(mapped: true))
    #expect((0..<4).map { world.frame(1, $0) } == [0, 1, 2, nil])
    world.map(0, 0, to: 1, 3)
    #expect(world.frame(1, 3) == nil)
    world.perform(.unmap(Task(1), .whole(.memory), UnmapMask(isComplete: true, includesOwn: true)))
    #expect((0..<4).allSatisfy { world.frame(1, $0) == nil })
  }

  /// IO1, IO2, IO4: ports go to their own number only, all or nothing.
  @Test func ports() {
    var world = World(Shape(tasks: 2, pages: 0, frames: 0, ports: 4))
    let two = Transfer(
      .port(0, order: 2), of: .sigma0, to: .port(2, order: 1), of: Task(1), write: false)
    #expect(world.perform(.transfer(two)) == .done(mapped: true))
    func reach(_ port: Int) -> Outcome { world.perform(.access(Task(1), .port(port), write: true)) }
    #expect((0..<4).map(reach) == [.fault, .fault, .accessed, .accessed])
    world.perform(.unmap(.sigma0, .whole(.ports), UnmapMask(isComplete: false, includesOwn: false)))
    #expect(reach(2) == .accessed)  // U6
    world.perform(.unmap(.sigma0, .port(2), UnmapMask(isComplete: true, includesOwn: false)))
    #expect((0..<4).map(reach) == [.fault, .fault, .fault, .accessed])
  }

  /// FP7, AS13: no window, and oneself.
  @Test func cutAndSelf() {
    var world = World(Shape(tasks: 2, pages: 2, frames: 1))
    let boot = world.spaces
    let refused = Transfer(.page(0), of: .sigma0, to: nil, of: Task(1))
    #expect(world.perform(.transfer(refused)) == .cut)
    #expect(world.map(0, 0, to: 0, 1) == .done(mapped: false))
    #expect(world.spaces == boot)

    world = World(Shape(tasks: 2, pages: 2, frames: 1, profile: Profile(selfMapping: .cut)))
    #expect(world.map(0, 0, to: 0, 1) == .cut)
    world = World(Shape(tasks: 2, pages: 2, frames: 1, profile: Profile(selfMapping: .aliases)))
    #expect(world.map(0, 0, to: 0, 1) == .done(mapped: true))
    #expect(world.frame(0, 1) == 0)
  }

  /// U3: the same four maps under both answers; OBS2, OBS6.
  @Test func overmapping() {
    func run(_ profile: Profile) -> World {
      var world = World(Shape(tasks: 4, pages: 2, frames: 2, profile: profile))
      world.map(0, 0, to: 1, 0)
      world.map(1, 0, to: 2, 0)
      world.map(0, 1, to: 1, 0)
      return world
    }
    let kept = run(.v2)
    #expect(kept.frame(1, 0) == 0)
    #expect(kept.frame(2, 0) == 0)
    let replaced = run(.fiasco)
    #expect(replaced.frame(1, 0) == 1)
    #expect(replaced.frame(2, 0) == nil)
  }

  /// U2: a grant without the write bit.
  @Test func grantReadOnly() {
    func run(_ choice: Profile.GrantWithoutWrite) -> [Rights] {
      var world = World(
        Shape(tasks: 4, pages: 1, frames: 1, profile: Profile(grantWithoutWrite: choice)))
      world.map(0, 0, to: 1, 0)
      world.map(1, 0, to: 2, 0)
      world.grant(1, 0, to: 3, 0, write: false)
      return (1...3).map { world.rights($0, 0) }
    }
    #expect(run(.restricts) == [.none, .readOnly, .readOnly])
    #expect(run(.ignored) == [.none, .readWrite, .readWrite])
  }
}
