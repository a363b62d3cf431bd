import AddressSpaces
import Conformance
import Evidence
import Testing

@Suite struct ProgramFileTests {
  private static let golden = """
    l4 program 1
    kernel: reference
    origin: by hand
    finding: none
    tasks: 3
    pages: 2
    user-pages: 2
    frames: 1
    ports: 0
    nodes: 6
    grant-without-write: restricts
    overmapping: keeps
    self-mapping: skipped
    port-granularity: 0
    read-only-unmap-of-ports: no effect
    probes: after every step
    operations: 4
      map s0.p0 → s1.p1 rw
      map s1.p1 → s2.p0 r-
      unmap s0.p0 flush others
      read s2.p0
    end

    """

  @Test func theGoldenFileIsReadAndPrinted() throws {
    let file = try ProgramFile(reading: Self.golden, file: "golden")
    #expect(file.text == Self.golden)
    #expect(file.program.operations.count == 4)
    let replay = try Replay.run(file, on: ReferenceConnector())
    #expect(replay.isAsRecorded)
    #expect(replay.text.contains("s2.p0: ∅ → f0 r- from s1.p1"))
    #expect(replay.text.contains("agrees at every step"))
  }

  @Test func programsAreReadAsTheyWerePrinted() throws {
    let programs = RandomPrograms(seed: 3)
    for number in stride(from: 0, to: 20_000, by: 37) {
      let file = ProgramFile(
        programs.program(number), kernel: "k", origin: "random, program \(number)",
        finding: number.isMultiple(of: 2) ? "" : "step 1: something")
      #expect(try ProgramFile(reading: file.text, file: "f") == file)
    }
  }

  @Test func aProgramDependsOnSeedAndNumberOnly() {
    let one = RandomPrograms(seed: 11)
    let other = RandomPrograms(seed: 11)
    #expect(one.program(500) == other.program(500))
    #expect(one.program(500) != RandomPrograms(seed: 12).program(500))
    #expect(Set((0..<200).map { one.program($0) }).count == 200)
  }

  @Test func everyTruncationIsRefusedWithAPlace() {
    let lines = Self.golden.split(separator: "\n", omittingEmptySubsequences: false)
    for count in 0..<lines.count - 2 {
      let text = lines.prefix(count).joined(separator: "\n")
      #expect(throws: InputError.self) { try ProgramFile(reading: text, file: "cut") }
    }
  }

  @Test(arguments: [
    ("l4 program 1", "l4 trace 1", "f:1: a program file begins with \"l4 program 1\""),
    ("l4 program 1", "l4 program 9", "f:1: version 9 of the format is not known, only 1"),
    ("tasks: 3", "tasks: many", "f:5: tasks must be a number from 0 to 32, not \"many\""),
    ("tasks: 3", "pages: 3", "f:5: \"tasks: …\" must be here, not \"pages: 3\""),
    (
      "overmapping: keeps", "overmapping: explodes",
      "f:12: overmapping cannot be \"explodes\"; allowed here: keeps, replaces"
    ),
    (
      "frames: 1", "frames: 4",
      "f:5: there is no such universe: frames must be at most 2, sigma0's user pages"
    ),
    (
      "  read s2.p0", "  read s7.p0",
      "f:21: operation 4, read s7.p0: there is no task s7"
    ),
    ("  read s2.p0", "  read s2.p9", "f:21: operation 4, read s2.p9: there are only 2 pages"),
    (
      "  read s2.p0", "  raed s2.p0",
      "f:21:3: operation 4: expected an operation: map, grant, unmap, delete, create, read, write, "
        + "found \"raed\""
    ),
    ("end", "", "f:22: the file is cut off: \"end\" after the operations is missing"),
    ("operations: 4", "operations: 3", "f:21: there are 3 operations, so \"end\" must be here"),
    ("end", "end\nmore", "f:23: nothing can follow \"end\""),
  ])
  func aMistakeHasAPlace(line: String, mistake: String, message: String) {
    let text = Self.golden.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == line ? mistake : String($0) }.joined(separator: "\n")
    do throws(InputError) {
      _ = try ProgramFile(reading: text, file: "f")
      Issue.record("no error")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func aFileThatIsNotTextIsRefused() {
    #expect(throws: InputError.self) { try ProgramFile(reading: [0xFF, 0xFE], file: "f") }
  }

  @Test func anUnsuitableUniverseIsRefused() throws {
    let ports = Program(Shape(tasks: 2, pages: 1, frames: 1, ports: 2, nodes: 1), [])
    #expect(throws: ConformanceError.self) { try Trial(ReferenceConnector()).run(ports) }
  }
}
