import AddressSpaces
import Evidence
import Testing
import Universes
import Vocabulary

let catalogue = RunFile.Catalogue(
  properties: [
    .init("I-AS2", "every node has a root"), .init("I-AS4", "rights never grow"),
    .init("T-AS8", "revocation dominates"),
  ],
  goals: [.init("G1", "a page is granted")])

/// Reads the text of a run file; `about` and `name` may be left to the test.
func read(_ text: String) throws(InputError) -> RunFile {
  try RunFile(parsing: text, file: "my.yaml", catalogue: catalogue)
}

struct RunFileTests {
  @Test func `what is left out has its default`() throws {
    let run = try read("{ name: x, tasks: 2, pages: 1, frames: 1, operations: delete s1 }")
    #expect(run.shape == Shape(tasks: 2, pages: 1, frames: 1))
    #expect(run.granularity == .atomic)
    #expect(run.operations == [.delete(Task(1))])
    #expect(run.offersIdleCalls)
    #expect(run.properties == ["I-AS2", "I-AS4", "T-AS8"])
    #expect(run.goals.isEmpty)
    #expect(run.limits == RunFile.Limits())
    #expect(run.expect == .holds)
    #expect(run.file == "my.yaml")
    #expect(run.about.isEmpty)
  }

  @Test func `everything that can be said is read`() throws {
    let text = """
      name: all of it
      about: |
        two
        lines
      tasks: 3
      pages: 3
      user-pages: 2
      frames: 2
      ports: 1
      nodes: 5
      profile:
        base: fiasco
        grant-without-write: ignored
        overmapping: keeps
        self-mapping: cut
        port-granularity: 4
        read-only-unmap-of-ports: unmaps
      granularity: page by page
      concurrent: 2
      operations: [ "map s0.p0 → s1.p0 rw" ]
      idle-calls: left out
      properties: [ revocation dominates, I-AS2 ]
      goals: all
      limits: { states: 10_000, memory: 4 GB, seconds: 60, depth: 0 }
      expect: holds (bounded)
      """
    let run = try read(text)
    #expect(run.name == "all of it")
    #expect(run.about == "two\nlines\n")
    #expect(
      run.shape
        == Shape(
          tasks: 3, pages: 3, frames: 2, userPages: 2, ports: 1, nodes: 5,
          profile: Profile(
            grantWithoutWrite: .ignored, overmapping: .keeps, selfMapping: .cut,
            portGranularity: 4, readOnlyUnmapOfPorts: .unmaps)))
    #expect(run.granularity == .page(concurrent: 2))
    #expect(!run.offersIdleCalls)
    #expect(run.properties == ["T-AS8", "I-AS2"])
    #expect(run.goals == ["G1"])
    #expect(
      run.limits
        == RunFile.Limits(states: 10_000, memory: 4_000_000_000, seconds: 60, depth: 0))
    #expect(run.expect == .holdsBounded)
    #expect(run.text == text)
  }

  @Test func `amounts of memory`() throws {
    for (text, bytes) in [
      ("512", 512), ("3KB", 3_000), ("2 GiB", 2 << 30), ("1_000 MB", 1_000_000_000),
    ] {
      #expect(try read("{ \(small), limits: { memory: \(text) } }").limits.memory == bytes)
    }
  }

  /// The reference page is made of the parser's tables: it must have every key that errors name.
  @Test func `the reference has every key`() {
    let reference = RunFile.reference
    for key in [
      "user-pages", "hot-spots", "masks", "kinds", "port-granularity", "seconds", "tasks",
    ] {
      #expect(reference.contains("| `\(key)` |"))
    }
    #expect(
      reference.contains(
        "| `tasks` | tasks, sigma0 (s0) included | a whole number from 1 to 32 | an error |"))
  }
}

let small = "name: x, tasks: 3, pages: 2, frames: 2, operations: delete s1"
let keys =
  "name, about, tasks, pages, user-pages, frames, ports, nodes, profile, granularity, concurrent, "
  + "operations, idle-calls, properties, goals, limits, expect"
