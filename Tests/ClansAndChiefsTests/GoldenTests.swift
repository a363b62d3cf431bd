import ClansAndChiefs
import Testing

/// The vectors of section S of the facts.
@Suite("Clans and chiefs: golden vectors")
struct GoldenTests {
  static let hops: [(String, String, String, NearestCase)] = [
    ("c", "d", "d", .direct), ("c", "a", "a", .direct), ("a", "c", "c", .direct),
    ("a", "b", "b", .direct), ("a", "e", "c", .innerClan), ("b", "e", "a", .innerClan),
    ("b", "c", "a", .innerClan), ("c", "b", "a", .outerClan), ("e", "d", "c", .outerClan),
    ("e", "b", "c", .outerClan), ("d", "e", "c", .innerClan), ("r", "e", "a", .innerClan),
    ("r", "g", "b", .innerClan), ("c", "g", "a", .outerClan), ("a", "g", "b", .innerClan),
    ("g", "e", "b", .outerClan), ("c", "r", "a", .outerClan), ("a", "r", "r", .direct),
  ]

  @Test("S1: who is nearest", arguments: hops)
  func nearest(source: String, destination: String, next: String, isCase: NearestCase) {
    let family = Family()
    #expect(family.nearest(source, destination) == next)
    #expect(family.idNearest(source, destination) == (isCase, next))
  }

  @Test("S2: from clan to clan")
  func path() {
    #expect(Family().way("e", "g") == ["c:ri", "a:ri", "b:r", "g"])
    // b's own message is for g, so it is not redirected; that it was e who began is a deceit.
    #expect(Family().appearance("b", "g", as: "e") == "e!")
    #expect(Family().way("g", "e") == ["b:ri", "a:r", "c:r", "e"])
  }

  static let deceits = [
    ("a", "c", "b", "b!"), ("a", "c", "g", "g!"), ("a", "c", "e", "a"), ("a", "b", "c", "c!"),
    ("a", "b", "e", "e!"), ("a", "b", "r", "a"), ("a", "c", "a", "a"),
  ]

  @Test("S3: who may send in whose name", arguments: deceits)
  func deceit(sender: String, destination: String, virtual: String, seen: String) {
    #expect(Family().appearance(sender, destination, as: virtual) == seen)
  }

  @Test("S3: who has no clan deceives nobody")
  func noClan() {
    for destination in "0rabcdeg" {
      for virtual in "0rabcdeg" {
        #expect(Family().appearance("d", "\(destination)", as: "\(virtual)") == "d")
      }
    }
  }

  @Test("S13: task_new, as far as the tree is concerned")
  func taskNew() {
    var family = Family(ClansProfile(greatestDepth: 3))
    let before = family.tree
    #expect(family.create("c", by: "b") == .notChief)
    #expect(family.delete("c", by: "r") == .notChief)
    #expect(family.donate("c", by: "d", to: "d") == .notChief)
    #expect(family.tree == before)
    // A clan of three, and its chief: all four are gone, and the numbers are the root's.
    #expect(family.name(family.tree.ending(with: family.tasks("a"))).count == 4)
    #expect(family.delete("a", by: "r") == .deleted)
    #expect(family.tree.active == family.tasks("0rbg"))
    #expect(family.tree.members(of: family.tasks("r")) == family.tasks("abcde"))
  }

  @Test("S13: a task can be too deep")
  func depth() {
    var family = Family(ClansProfile(greatestDepth: 2))
    // e could not be created at depth 3, and is still c's to create.
    #expect(family.tree.active == family.tasks("0rabcdg"))
    #expect(family.create("e", by: "c") == .tooDeep)
    #expect(family.donate("e", by: "c", to: "a") == .donated)
    #expect(family.create("e", by: "a") == .created)
  }
}
