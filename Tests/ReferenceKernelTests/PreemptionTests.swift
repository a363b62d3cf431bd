import Foundation
import ReferenceKernel
import Testing

/// An operation under way in the kernel, and what the plain tree has to do for each of its pages.
struct Pending {
  enum Work {
    case transfer(from: Int, to: Int, write: Bool, grant: Bool)
    case unmap(Int, completely: Bool, own: Bool)
    case delete(Int)
  }

  var continuation: Continuation
  var work: Work
  var page: UInt32
  var target: UInt32 = 0
}

@Suite("Operations that are interrupted between their pages (N2, N3, L-AS1)")
struct PreemptionTests {
  @Test("Interleaved steps are interleaved pages", arguments: [TranslationTags.untagged, .tagged])
  func interleave(tags: TranslationTags) throws {
    let given = ProcessInfo.processInfo.environment["L4_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("L4_SEED=\(seed) preemption \(tags)")
    var run = PreemptedRun(tags, seed: seed)
    for step in 0..<200 * effort {
      let codesAgree = run.act()
      let difference = run.compare()
      try #require(difference == nil && codesAgree, "L4_SEED=\(seed) step \(step)")
      try #require(run.kernel.audit() == nil, "L4_SEED=\(seed) step \(step)")
    }
    #expect(run.aborts > 0 || effort < 100)
  }

  @Test("A receiver deleted in the middle aborts both partners (TN10)")
  func abort() {
    let kernel = makeKernel()
    var transfer = kernel.beginTransfer(
      from: 0, sendBase: 0, fpage: fpage(0, 14), to: 1, window: everywhere)
    #expect(kernel.step(&transfer))
    kernel.deleteTask(1)
    kernel.createTask(1)
    #expect(!kernel.step(&transfer))
    #expect(transfer.result.codes == .aborted)
    #expect(kernel.view(1, 0x0) == nil)
    #expect(kernel.view(1, 0x1000) == nil)
  }
}

/// A kernel with up to three operations under way, and the plain tree that follows them page by page.
struct PreemptedRun {
  let kernel: HostedKernel
  var tree: PlainTree
  var random: SplitMix
  var pending: [Pending] = []
  var dying: Set<Int> = []
  var aborts = 0
  let tasks = 4

  init(_ tags: TranslationTags, seed: UInt64) {
    random = SplitMix(state: seed)
    var configuration = KernelConfiguration()
    configuration.taskLimit = tasks
    configuration.frameCount = 8
    configuration.nodeLimit = 24
    configuration.portCount = 0
    configuration.profile.overmapping = Bool.random(using: &random) ? .keep : .replace
    kernel = HostedKernel(configuration, tags: tags)
    tree = PlainTree(configuration)
    for task in 1..<tasks { kernel.createTask(task) }
  }

  /// Starts or continues something; whether codes are as expected.
  mutating func act() -> Bool {
    if pending.count < 3 && Int.random(in: 0..<4, using: &random) == 0 {
      begin()
      return true
    }
    for task in 1..<tasks where !kernel.isActive(task) && !dying.contains(task) {
      kernel.createTask(task)
    }
    guard !pending.isEmpty else { return true }
    let index = Int.random(in: 0..<pending.count, using: &random)
    var now = pending[index]
    let before = now.continuation.remaining
    let goesOn = kernel.step(&now.continuation)
    let codesAgree = follow(now, pages: before - now.continuation.remaining)
    now.page += before - now.continuation.remaining
    now.target += before - now.continuation.remaining
    if goesOn {
      pending[index] = now
    } else {
      pending.remove(at: index)
      if case .delete(let task) = now.work { dying.remove(task) }
    }
    return codesAgree
  }

  private mutating func begin() {
    let task = Int.random(in: 0..<tasks, using: &random)
    let page = UInt32.random(in: 0..<2, using: &random) * 4
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<6:
      let receiver = Int.random(in: 0..<tasks, using: &random)
      guard task != receiver, kernel.isActive(task), kernel.isActive(receiver) else { return }
      let write = Bool.random(using: &random)
      let grant = Int.random(in: 0..<4, using: &random) == 0
      let target = UInt32.random(in: 0..<2, using: &random) * 4
      let continuation = kernel.beginTransfer(
        from: task, sendBase: target << 12,
        fpage: fpage(page << 12, 14, write: write, grant: grant), to: receiver, window: everywhere)
      pending.append(
        Pending(
          continuation: continuation,
          work: .transfer(from: task, to: receiver, write: write, grant: grant), page: page,
          target: target))
    case 6..<9:
      guard kernel.isActive(task) else { return }
      let completely = Bool.random(using: &random)
      let own = Bool.random(using: &random)
      let mask = (own ? Mask.own : 0) | (completely ? Mask.flush : 0)
      pending.append(
        Pending(
          continuation: kernel.beginUnmap(task, fpage: fpage(page << 12, 14), mask: mask),
          work: .unmap(task, completely: completely, own: own), page: page))
    default:
      guard task > 0, kernel.isActive(task) else { return }
      dying.insert(task)
      pending.append(
        Pending(continuation: kernel.beginDelete(task), work: .delete(task), page: 0))
    }
  }

  /// Does to the plain tree what the kernel's step did.
  private mutating func follow(_ step: Pending, pages: UInt32) -> Bool {
    switch step.work {
    case .transfer(let sender, let receiver, let write, let grant):
      let codes = step.continuation.result.codes
      if codes == .aborted {
        aborts += 1
        return pages == 0
      }
      let attempts = pages + (codes == .mapFailed ? 1 : 0)
      for index in 0..<attempts {
        let isDone = tree.transfer(
          .init(task: sender, page: step.page + index),
          to: .init(task: receiver, page: step.target + index), write: write, grant: grant)
        if isDone == (codes == .mapFailed && index == pages) { return false }
      }
    case .unmap(let task, let completely, let own):
      for page in step.page..<step.page + pages {
        tree.unmap(.init(task: task, page: page), completely: completely, own: own)
      }
    case .delete(let task):
      for page in step.page..<max(step.page, min(step.page + pages, 16)) {
        tree.unmap(.init(task: task, page: page), completely: true, own: true)
      }
      if step.continuation.isFinished && tree.nodes.keys.contains(where: { $0.task == task }) {
        return false
      }
    }
    return true
  }

  func compare() -> String? {
    for task in 0..<tasks {
      for page in UInt32(0)..<9 {
        let node = dying.contains(task) ? nil : tree.nodes[.init(task: task, page: page)]
        let expected = node.map { Access.hit(physicalAddress: $0.frame << 12) } ?? .fault
        let read = kernel.access(task, address: page << 12, write: false)
        let write = kernel.access(task, address: page << 12, write: true)
        if read != expected || write != (node?.isWritable == true ? expected : .fault) {
          return "task \(task) page \(page)"
        }
      }
    }
    return nil
  }
}
