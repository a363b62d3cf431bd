import Differences
import Microkernel
import Testing

/// Every row of section V: `l4 diff fiasco hazelnut` finds it, and both profiles answer as the two
/// kernels were seen to.
struct GoldenObservationTests {
  struct Row: Sendable {
    var number: String
    /// How many operations the shortest program has.
    var length: Int
    /// What the two kernels tell at its end.
    var fiasco: [String]
    var hazelnut: [String]
    /// Which of the two differ from V2 in this.
    var others: [String]
  }

  static let rows = [
    Row(
      number: "OBS1", length: 2, fiasco: ["t0.0: ok", "t1.0: ok, from t0.0, flags m"],
      hazelnut: ["t0.0: ok", "t1.0: ok, from t0.0"], others: ["hazelnut"]),
    Row(
      number: "OBS2", length: 5, fiasco: ["t1.0 reads frame 1"],
      hazelnut: ["t1.0 reads frame 0"], others: ["fiasco"]),
    Row(
      number: "OBS3", length: 2, fiasco: ["t0.0: ok", "t1.0: ok, from t0.0, flags m"],
      hazelnut: ["t0.0: ok", "t1.0: 0xE0 receive message cut, from t0.0"], others: ["hazelnut"]),
    Row(
      number: "OBS4", length: 2,
      fiasco: ["t0.0: 0xF0 send message cut", "t1.0: 0xE0 receive message cut, from t0.0"],
      hazelnut: ["t0.0: ok", "t1.0: 0xE0 receive message cut, from t0.0"], others: ["hazelnut"]),
    Row(
      number: "OBS5", length: 3, fiasco: [], hazelnut: ["t2.0 reads frame 1"],
      others: ["hazelnut"]),
    Row(
      number: "OBS6", length: 8, fiasco: [], hazelnut: ["t2.0 reads frame 0"],
      others: ["fiasco"]),
    Row(
      number: "OBS7", length: 2, fiasco: ["t1.0: ok, from t1.1, flags m", "t1.1: ok"],
      hazelnut: ["t1.0: ok, from t1.1", "t1.1: ok"], others: ["fiasco"]),
    Row(
      number: "OBS8", length: 2, fiasco: ["t0.0: ok", "t1.0: ok, from t0.0, flags m"],
      hazelnut: ["t0.0: ok", "t1.0: 0xE0 receive message cut, from t0.0"],
      others: ["fiasco", "hazelnut"]),
    Row(
      number: "OBS9", length: 2,
      fiasco: [
        "t1.1: 0x40 receive cancelled",
        "t1.0 is told registers 1, pager nobody, preempter nobody",
      ], hazelnut: ["t1.0 is told registers 1, pager nobody, preempter nobody"],
      others: ["hazelnut"]),
    Row(
      number: "OBS10", length: 1, fiasco: ["t0.0: 0x30 send timeout"],
      hazelnut: ["t0.0: 0x10 not existent"], others: ["fiasco"]),
    Row(
      number: "OBS11", length: 1, fiasco: ["t0.0: ok"], hazelnut: ["t0.0: 0x20 receive timeout"],
      others: ["fiasco", "hazelnut"]),
    Row(
      number: "OBS12", length: 2, fiasco: ["t3.0: 0x10 not existent", "t1.0 is told the new id"],
      hazelnut: ["t1.0 is told the new id"], others: ["hazelnut"]),
    Row(
      number: "OBS13", length: 1, fiasco: ["t2.0 is told type 0, t3.0"],
      hazelnut: ["t2.0 is told type 4, t1.0"], others: ["fiasco", "hazelnut"]),
  ]

  private static func found(
    _ row: Row, _ left: KernelProfile, _ right: KernelProfile
  ) throws -> ProfileDifference? {
    try ProfileDifference.all(from: left, to: right)
      .first { $0.question.observation == row.number && $0.program != nil }
  }

  @Test func `there is a row for every observation`() {
    #expect(Self.rows.map(\.number) == (1...13).map { "OBS\($0)" })
  }

  @Test(arguments: rows)
  func `the difference of two kernels is found, and both answer as seen`(row: Row) throws {
    let difference = try #require(try Self.found(row, .fiasco, .hazelnut), "\(row.number)")
    let program = try #require(difference.program)
    #expect(program.count == row.length, "\(row.number): \(program)")
    for (profile, told) in [(KernelProfile.fiasco, row.fiasco), (.hazelnut, row.hazelnut)] {
      let answers = try difference.question.answers(to: program, of: profile)
      #expect(answers.map(\.told) == [told], "\(row.number): \(program)")
    }
  }

  @Test(arguments: rows)
  func `and so is the difference of either from V2`(row: Row) throws {
    for (name, profile) in [("fiasco", KernelProfile.fiasco), ("hazelnut", .hazelnut)] {
      let difference = try Self.found(row, .v2, profile)
      #expect((difference != nil) == row.others.contains(name), "\(row.number), \(name)")
    }
  }

  /// What the rows tell beyond the shortest program.
  @Test func `an alias can be read, and a small flexpage too`() throws {
    let alias = try #require(try Self.found(Self.rows[6], .hazelnut, .fiasco))
    #expect(alias.program?.last == "t1.0 reads p1")
    let small = try #require(try Self.found(Self.rows[7], .v2, .fiasco))
    #expect(small.program?.last == "t1.0 reads p0")
  }
}
