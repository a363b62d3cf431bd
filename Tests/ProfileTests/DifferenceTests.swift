import Differences
import Microkernel
import Testing

/// What tells kernels apart is found, and is the shortest.
struct DifferenceTests {
  /// No two alternatives are the same, but for those of which it is said.
  @Test(arguments: KernelOption.all.map(\.number))
  func `every two alternatives can be told apart`(number: String) throws {
    let option = try #require(KernelOption.named(number))
    for (position, left) in option.alternatives.enumerated() {
      for right in option.alternatives[(position + 1)...] {
        let found = try ProfileDifference.all(
          from: option.set(left.name, in: .v2), to: option.set(right.name, in: .v2))
        #expect(!found.isEmpty)
        #expect(
          found.contains { $0.program != nil }, "\(number): \(left.name), \(right.name)")
      }
    }
  }

  @Test func `every question is about an option, and every option has one`() {
    let asked = DifferenceQuestion.all.map(\.option)
    #expect(Set(asked) == Set(KernelOption.all.map(\.number)))
  }

  @Test func `a profile does not differ from itself`() throws {
    for (_, profile) in KernelProfile.named {
      #expect(try ProfileDifference.all(from: profile, to: profile).isEmpty)
    }
  }

  @Test func `what makes no difference is said to make none`() throws {
    // Without redirection it does not matter how page faults are redirected.
    let found = try ProfileDifference.all(
      from: .fiasco, to: KernelProfile(parsing: "fiasco,page-faults=direct"))
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.program == nil && $0.bound == nil && $0.states > 1 })
  }

  @Test func `a bound can be too small`() throws {
    let found = try ProfileDifference.all(
      from: .v2, to: KernelProfile(parsing: "v2,u3=replaces"), bound: 3)
    #expect(found.allSatisfy { $0.program == nil && $0.bound == 3 })
  }
}
