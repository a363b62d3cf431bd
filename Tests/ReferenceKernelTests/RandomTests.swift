import Foundation
import ReferenceKernel
import Testing

/// A generator with a seed that can be given again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

#if DEBUG
  /// How much random testing there is, in hundredths.
  let effort = 3
#else
  /// How much random testing there is, in hundredths.
  let effort = 100
#endif

/// What a random run may choose from.
struct RandomPlan: Sendable, CustomTestStringConvertible {
  var name: String
  var pages: [UInt32]
  var sizes: [UInt32]
  var unmapSizes: [UInt32]
  var firstFrame: UInt32
  var frames: Int
  var nodes: [Int]
  var large = false
  var steps: Int
  var fullEvery: Int

  var testDescription: String { name }

  static let small = RandomPlan(
    name: "4 KB", pages: Array(0..<8) + Array(1024..<1032), sizes: [12, 12, 12, 13, 14, 15, 32],
    unmapSizes: [12, 12, 12, 13, 14, 15, 32],
    firstFrame: 0, frames: 6, nodes: [5, 12, 100], steps: 18_000, fullEvery: 1)

  static let large = RandomPlan(
    name: "4 MB",
    pages: (0..<5).flatMap { region in [0, 0, 0, 1, 5, 512, 1023].map { region << 10 + $0 } },
    sizes: [12, 12, 21, 22, 22, 22, 22, 23, 32],
    unmapSizes: [12, 12, 12, 12, 13, 13, 21, 22, 22, 23], firstFrame: 1024, frames: 2560,
    nodes: [1500, 3000, 30_000], large: true, steps: 3000, fullEvery: 20)
}

@Suite("Random operations against a plain tree")
struct RandomTests {
  @Test(
    "Every page looks the same after every step",
    arguments: [RandomPlan.small, .large], [TranslationTags.untagged, .tagged])
  func compare(plan: RandomPlan, tags: TranslationTags) throws {
    let given = ProcessInfo.processInfo.environment["L4_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("L4_SEED=\(seed) \(plan.name) \(tags)")
    var failures = 0
    var splits = 0
    var number: UInt64 = 0
    for overmapping in [KernelProfile.Overmapping.keep, .replace] {
      for nodes in plan.nodes {
        var run = RandomRun(plan, tags, overmapping, nodes: nodes, seed: seed &+ number)
        number += 1
        for step in 0..<plan.steps * effort / 600 {
          let label = run.act()
          let difference = run.compare(full: step % plan.fullEvery == 0)
          try #require(
            difference == nil && run.codesAgree,
            "L4_SEED=\(seed) nodes \(nodes) step \(step): \(label)")
          let failure = run.kernel.audit()
          try #require(
            failure == nil, "L4_SEED=\(seed) nodes \(nodes) step \(step): \(label)")
        }
        failures += run.failures
        splits += run.splits + run.kernel.counters.splits
      }
    }
    #expect(failures > 0 || effort < 10, "no shortage was met")
    #expect(splits > 0 || effort < 100 || !plan.large, "no large page was split")
  }
}

/// A kernel and a plain tree, doing the same.
struct RandomRun {
  let kernel: HostedKernel
  var tree: PlainTree
  let plan: RandomPlan
  var random: SplitMix
  let profile: KernelProfile
  let tasks = 4
  /// Whether the last operation returned what the plain tree expects.
  var codesAgree = true
  var failures = 0
  var splits = 0

  init(
    _ plan: RandomPlan, _ tags: TranslationTags, _ overmapping: KernelProfile.Overmapping,
    nodes: Int, seed: UInt64
  ) {
    self.plan = plan
    random = SplitMix(state: seed)
    var profile = KernelProfile()
    profile.overmapping = overmapping
    profile.grantWithoutWrite = Bool.random(using: &random) ? .ignore : .restrict
    profile.selfMapping = Bool.random(using: &random) ? .skip : .alias
    self.profile = profile
    var configuration = KernelConfiguration()
    configuration.taskLimit = tasks
    configuration.frameAddress = plan.firstFrame << 12
    configuration.frameCount = plan.frames
    configuration.nodeLimit = nodes
    configuration.tableLimit = 64
    configuration.portCount = 0
    configuration.userLimit = 0x140_3000
    configuration.usesLargePages = plan.large
    configuration.profile = profile
    kernel = HostedKernel(configuration, tags: tags)
    tree = PlainTree(configuration)
    for task in 1..<tasks { kernel.createTask(task) }
  }

  func pick<Element>(_ elements: [Element], _ random: inout SplitMix) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  /// A page that operations name: most often one that the task holds.
  mutating func pickHeld(by task: Int) -> UInt32 {
    var page = pick(plan.pages, &random)
    for _ in 0..<6 where tree.nodes[.init(task: task, page: page)] == nil {
      page = pick(plan.pages, &random)
    }
    return page
  }

  /// One random operation on both; what it was.
  mutating func act() -> String {
    codesAgree = true
    let task = Int.random(in: 0..<tasks, using: &random)
    let page = pickHeld(by: task)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<60:
      return transfer(from: task, page: page, size: pick(plan.sizes, &random))
    case 60..<97:
      return unmap(task, page: page, size: pick(plan.unmapSizes, &random))
    case 97:
      splits += kernel.counters.splits
      kernel.reset()
      tree = PlainTree(kernel.configuration)
      for task in 1..<tasks { kernel.createTask(task) }
      return "reset"
    default:
      guard task > 0 else { return "nothing" }
      kernel.deleteTask(task)
      kernel.createTask(task)
      tree.delete(task)
      return "delete \(task)"
    }
  }

  private mutating func transfer(from sender: Int, page: UInt32, size: UInt32) -> String {
    let receiver = Int.random(in: 0..<tasks, using: &random)
    let windowSize = Bool.random(using: &random) ? 32 : pick(plan.sizes, &random)
    let window = pick(plan.pages, &random)
    let hotSpot = pick(plan.pages, &random)
    let write = Int.random(in: 0..<3, using: &random) > 0
    let grant = Int.random(in: 0..<4, using: &random) == 0
    let result = kernel.transfer(
      from: sender, sendBase: hotSpot << 12,
      fpage: fpage(page << 12, size, write: write, grant: grant),
      to: receiver, window: fpage(window << 12, windowSize))
    var codes = TransferCodes.ok
    if sender != receiver || profile.selfMapping == .alias {
      let mask: (UInt32) -> UInt32 = { $0 == 32 ? 0xFFFFF : 1 << ($0 - 12) - 1 }
      let large = mask(max(size, windowSize))
      let small = mask(min(size, windowSize))
      let offset = hotSpot & large & ~small
      let source = size <= windowSize ? page & ~mask(size) : page & ~large + offset
      let target = size <= windowSize ? window & ~large + offset : window & ~mask(windowSize)
      for index in 0...small where source + index < tree.limit && codes == .ok {
        let isDone = tree.transfer(
          .init(task: sender, page: source + index),
          to: .init(task: receiver, page: target + index),
          write: write, grant: grant)
        if !isDone { codes = .mapFailed }
      }
    }
    let label =
      "\(grant ? "grant" : "map") \(sender).\(page)/\(size) to \(receiver).\(window)/\(windowSize)"
      + " hot spot \(hotSpot) write \(write)"
    codesAgree = codes == result.codes
    if codes != .ok { failures += 1 }
    return label
  }

  private mutating func unmap(_ task: Int, page: UInt32, size: UInt32) -> String {
    let own = Int.random(in: 0..<3, using: &random) == 0
    let completely = Int.random(in: 0..<3, using: &random) > 0
    kernel.unmap(
      task, fpage: fpage(page << 12, size),
      mask: (own ? Mask.own : 0) | (completely ? Mask.flush : 0))
    let count: UInt32 = size == 32 ? tree.limit : 1 << (size - 12)
    let first = size == 32 ? 0 : page & ~(count - 1)
    for page in first..<first + count {
      tree.unmap(.init(task: task, page: page), completely: completely, own: own)
    }
    return "unmap \(task).\(page)/\(size) own \(own) completely \(completely)"
  }

  /// The first page that looks different; all pages, or those that operations name.
  func compare(full: Bool) -> String? {
    let pages = full && plan.large ? Array(0..<tree.limit) : plan.pages
    for task in 0..<tasks {
      for page in pages {
        let node = tree.nodes[.init(task: task, page: page)]
        let isWritable = kernel.access(task, address: page << 12, write: true)
        let isReadable = kernel.access(task, address: page << 12, write: false)
        let hit = node.map { Access.hit(physicalAddress: $0.frame << 12) } ?? .fault
        if isReadable != hit || isWritable != (node?.isWritable == true ? hit : .fault) {
          return "task \(task) page \(page)"
        }
      }
    }
    return nil
  }
}
