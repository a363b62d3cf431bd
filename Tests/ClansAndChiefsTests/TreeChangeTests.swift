import ClansAndChiefs
import Testing

@Suite("Changes of the clan tree, and the options of the profile")
struct TreeChangeTests {
  @Test("all numbers are the root's at first (TN14)")
  func boot() {
    let tree = Family.Tree.boot(numbers: .init(mask: 0xFF))
    #expect(tree.active == Family().tasks("0r"))
    #expect(tree.members(of: Family().tasks("r")) == Family().tasks("abcdeg"))
    #expect(tree.outermost == Family().tasks("0r"))
  }

  @Test("creating a task again deletes it first, with its clan (TN1)")
  func again() {
    var family = Family()
    #expect(family.create("a", by: "r") == .created)
    #expect(family.tree.active == family.tasks("0rabg"))
    #expect(family.tree.members(of: family.tasks("a")) == family.tasks(""))
    #expect(family.tree.members(of: family.tasks("r")) == family.tasks("abcde"))
  }

  @Test("donating a task deletes it, and its future is in the other clan (CC-20)")
  func donate() {
    var family = Family()
    #expect(family.donate("c", by: "a", to: "b") == .donated)
    #expect(family.tree.active == family.tasks("0rabdg"))
    #expect(family.tree.chief(of: family.tasks("c")) == family.tasks("b"))
    #expect(family.tree.chief(of: family.tasks("e")) == family.tasks("a"))
    #expect(family.create("c", by: "a") == .notChief)
    #expect(family.create("c", by: "b") == .created)
    #expect(family.nearest("d", "c") == "a")
  }

  @Test("nobody is its own chief, or below itself")
  func circle() {
    for donation in ClansProfile.Donation.allCases {
      var family = Family(ClansProfile(donation: donation))
      let before = family.tree
      for receiver in ["a", "c", "e"] {
        #expect(family.donate("a", by: "r", to: receiver) == .belowItself)
      }
      #expect(family.donate("a", by: "r", to: "-") == .noSuchChief)
      #expect(family.tree == before)
    }
  }

  @Test("a number is given to a task, or to a number (U10)")
  func receivers() {
    var family = Family()
    _ = family.delete("g", by: "b")
    #expect(family.donate("d", by: "a", to: "g") == .noSuchChief)
    #expect(family.tree.active.contains(family.tasks("d")).value)
    family.profile.donation = .toAnybody
    #expect(family.donate("d", by: "a", to: "g") == .donated)
    // It comes with the number that it was given to.
    #expect(family.donate("g", by: "b", to: "r") == .donated)
    #expect(family.tree.below[.init(7)] == family.tasks("d"))
    #expect(family.create("g", by: "r") == .created)
    #expect(family.create("d", by: "g") == .created)
  }

  @Test("the numbers of a clan go to who deleted its chief, or nowhere (U11)")
  func numbers() {
    var family = Family(ClansProfile(numbersOfDeleted: .lost))
    #expect(family.delete("a", by: "r") == .deleted)
    #expect(family.tree.members(of: family.tasks("r")) == family.tasks("ab"))
    for chief in ["r", "a", "0"] { #expect(family.create("c", by: chief) == .notChief) }
  }

  @Test("in the name of who does not exist (U34)")
  func unknownSenders() {
    let table: [(ClansProfile.UnknownSenders, unknown: String, sibling: String, cousin: String)] = [
      (.byNumber, "-!", "a", "g!"), (.outside, "-!", "d!", "g!"), (.refused, "a", "a", "a"),
    ]
    for (option, unknown, sibling, cousin) in table {
      var family = Family(ClansProfile(unknownSenders: option))
      _ = family.delete("d", by: "a")
      _ = family.delete("g", by: "b")
      #expect(family.appearance("a", "c", as: "-") == unknown)
      #expect(family.appearance("a", "c", as: "d") == sibling)
      #expect(family.appearance("a", "c", as: "g") == cousin)
    }
  }

  @Test("in the name of another thread of the own task (U35)")
  func propagation() {
    let family = Family(ClansProfile(ownSenders: .propagated))
    #expect(family.appearance("d", "c", as: "d") == "d!")
    #expect(family.appearance("d", "c", as: "a") == "d")
  }
}
