import Foundation
import Microkernel
import Testing

/// Every open point has a name, and profiles consist of them.
struct OptionTests {
  @Test func `every point of section P is an option, or it is said why not`() {
    let numbers = KernelOption.all.map(\.number) + KernelOption.excused.map(\.number)
    for number in (1...35).map({ "U\($0)" }) {
      #expect(numbers.count { $0 == number } == 1, "\(number)")
    }
    #expect(Set(numbers).count == numbers.count)
    #expect(KernelOption.excused.count <= 5)
    #expect(KernelOption.excused.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func `every observation of section V is about an option`() {
    let observed = Set(KernelOption.all.flatMap(\.facts).filter { $0.hasPrefix("OBS") })
    #expect(observed == Set((1...13).map { "OBS\($0)" }))
  }

  @Test func `names are unique`() {
    let names = KernelOption.all.map(\.name)
    #expect(Set(names).count == names.count)
    for option in KernelOption.all {
      #expect(option.alternatives.count > 1)
      #expect(Set(option.alternatives.map(\.setting)).count == option.alternatives.count)
    }
  }

  @Test func `an option can be set to each alternative, and changes nothing else`() {
    for option in KernelOption.all {
      #expect(option.alternatives.contains { $0.name == option.recommended })
      for alternative in option.alternatives {
        let profile = option.set(alternative.name, in: .v2)
        #expect(option[profile] == alternative.name)
        for other in KernelOption.all where other.number != option.number {
          #expect(other[profile] == other.recommended, "\(option.number) sets \(other.number)")
        }
      }
    }
  }

  @Test func `profiles differ in options only`() {
    for (name, profile) in KernelProfile.named {
      let built = KernelOption.all.reduce(KernelProfile.v2) { $1.set($1[profile], in: $0) }
      #expect(built == profile, "\(name)")
    }
  }

  @Test func `a profile can be written with settings`() throws {
    var profile = KernelProfile.hazelnut
    profile.spaces.overmapping = .replaces
    profile.ipc.emptyCall = .notExistent
    #expect(try KernelProfile(parsing: "hazelnut, u3=replaces,empty-call=not-existent") == profile)
    for (name, profile) in KernelProfile.named {
      #expect(try KernelProfile(parsing: name) == profile)
    }
  }

  @Test(arguments: [
    ("v9", "there is no profile \"v9\"; there are v2, x0, fiasco, hazelnut"),
    ("v2,u3", "\"u3\" is no setting: write one as overmapping=replaces"),
    ("v2,", "\"\" is no setting"), ("", "there is no profile \"\""),
    ("v2,u99=keeps", "there is no option \"u99\"; there are grant-without-write, "),
    ("v2,u3=kept", "overmapping has no alternative \"kept\"; it has keeps, replaces"),
  ])
  func `a wrong setting`(text: String, message: String) {
    #expect {
      try KernelProfile(parsing: text)
    } throws: { error in
      "\(error)".hasPrefix(message)
    }
  }
}
