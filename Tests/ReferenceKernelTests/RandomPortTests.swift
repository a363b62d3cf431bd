import Foundation
import ReferenceKernel
import Testing

@Suite("Random operations on ports against a plain tree")
struct RandomPortTests {
  @Test("Every port looks the same after every step")
  func compare() throws {
    let given = ProcessInfo.processInfo.environment["L4_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("L4_SEED=\(seed) ports")
    for overmapping in [KernelProfile.Overmapping.keep, .replace] {
      var random = SplitMix(state: seed)
      var configuration = KernelConfiguration()
      configuration.taskLimit = 6
      configuration.portCount = 70
      configuration.frameCount = 1
      configuration.profile.overmapping = overmapping
      let kernel = HostedKernel(configuration)
      configuration.frameCount = 70
      var tree = PlainTree(configuration)
      for task in 1..<6 { kernel.createTask(task) }
      for step in 0..<50 * effort {
        act(kernel, &tree, &random)
        for task in 0..<6 {
          for port in UInt32(0)..<80 {
            let isHeld = tree.nodes[.init(task: task, page: port)] != nil
            try #require(
              kernel.portAccess(task, port: port) == isHeld,
              "L4_SEED=\(seed) step \(step) task \(task) port \(port)")
          }
        }
        try #require(kernel.audit() == nil, "L4_SEED=\(seed) step \(step)")
      }
    }
  }

  func act(_ kernel: HostedKernel, _ tree: inout PlainTree, _ random: inout SplitMix) {
    let task = Int.random(in: 0..<6, using: &random)
    let exponent = UInt32.random(in: 0..<8, using: &random)
    let base = UInt32.random(in: 0..<80, using: &random) & ~(1 << exponent - 1)
    let end = min(base + 1 << exponent, 70)
    let covered = min(base, end)..<end
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      guard task > 0 else { return }
      kernel.deleteTask(task)
      kernel.createTask(task)
      tree.delete(task)
    case 1..<13:
      let receiver = Int.random(in: 0..<6, using: &random)
      let grant = Int.random(in: 0..<3, using: &random) == 0
      let window = UInt32.random(in: 0..<80, using: &random) & ~7
      kernel.transfer(
        from: task, sendBase: 0, fpage: ports(base, exponent, grant: grant), to: receiver,
        window: ports(window, 3))
      guard task != receiver else { return }
      for port in covered where (window..<window + 8).contains(port) {
        _ = tree.transfer(
          .init(task: task, page: port), to: .init(task: receiver, page: port), write: true,
          grant: grant)
      }
    default:
      let own = Bool.random(using: &random)
      kernel.unmap(
        task, fpage: ports(base, exponent), mask: Mask.flush | (own ? Mask.own : 0))
      for port in covered {
        tree.unmap(.init(task: task, page: port), completely: true, own: own)
      }
    }
  }
}
