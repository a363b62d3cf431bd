import ClansAndChiefs
import Logic
import Testing
import Vocabulary

@Suite("id_nearest")
struct NearestIDTests {
  @Test("the types are those of the call")
  func types() {
    #expect(NearestCase.allCases.map(\.type) == [0x0, 0x0, 0xC, 0x4])
  }

  @Test("nil stands for the caller")
  func nobody() {
    let family = Family()
    let answer = family.tree.idNearest(.nobody, for: family.tasks("e"), .v2)
    #expect(answer.isCase == .oneself && answer.task == family.tasks("e"))
  }

  @Test("the invalid id, and unknown numbers, are outside", arguments: ["c", "e", "a"])
  func unknown(task: String) {
    let family = Family()
    let chief = family.tree.chief(of: family.tasks(task))
    for named: NamedID<Family.V> in [.invalid, .task(.empty)] {
      let answer = family.tree.idNearest(named, for: family.tasks(task), .v2)
      #expect(answer.isCase == .outerClan && answer.task == chief)
    }
  }

  @Test("without a chief, nobody knows better", arguments: ["r", "0"])
  func outermost(task: String) {
    let family = Family()
    for named: NamedID<Family.V> in [.invalid, .task(.empty)] {
      let answer = family.tree.idNearest(named, for: family.tasks(task), .v2)
      #expect(answer.isCase == .direct && answer.task == Family.V.Bits.empty)
    }
    let hop = family.tree.nearest(from: family.tasks(task), to: .empty)
    #expect(hop.next == Family.V.Bits.empty)
  }

  @Test("what does not exist is where its number is, or outside (U32)")
  func deleted() {
    for (option, beside) in [(ClansProfile.UnknownIDs.byNumber, "g"), (.outside, "r")] {
      var family = Family(ClansProfile(unknownIDs: option))
      #expect(family.delete("g", by: "b") == .deleted)
      #expect(family.donate("g", by: "b", to: "r") == .donated)
      let answer = family.idNearest("b", "g")
      #expect(answer == (option == .byNumber ? .direct : .outerClan, beside))
      // The outermost have no chief to be told of.
      #expect(
        family.idNearest("0", "g") == (option == .byNumber ? (.innerClan, "r") : (.direct, "g")))
    }
  }

  @Test("page faults go by the chiefs, or not (U26)")
  func pageFaults() {
    let tree = Family().tree
    let (faulter, pager) = (Family().tasks("e"), Family().tasks("0"))
    let redirected = tree.nearest(ofPageFaultIn: faulter, to: pager, .v2)
    #expect(redirected.next == Family().tasks("c") && redirected.isRedirected.value)
    let direct = tree.nearest(
      ofPageFaultIn: faulter, to: pager, ClansProfile(pageFaults: .direct))
    #expect(direct.next == pager && !direct.isRedirected.value)
  }
}
