import Evidence
import Testing
import Universes

struct RunFileMistakeTests {
  static let wholeFiles: [(String, String)] = [
    ("", "my.yaml: the file is empty"),
    ("# nothing\n", "my.yaml: the file is empty"),
    ("tasks", "my.yaml:1:1: a run file must be a mapping with the keys \(keys), not \"tasks\""),
    ("- tasks", "my.yaml:1:1: a run file must be a mapping with the keys \(keys), not a list"),
    ("name: x\ntsks: 3\n", "my.yaml:2:1: unknown key \"tsks\"; allowed here: \(keys)"),
    ("name: x\n? [a]\n: 3\n", "my.yaml:2:3: unknown key a list; allowed here: \(keys)"),
    ("name: x\ntasks: 3\nname: y\n", "my.yaml:1:1: there is more than one key \"name\""),
    ("name: x\npages: 1\n", "my.yaml:1:1: missing key \"tasks\": a whole number from 1 to 32"),
    (
      "name: x\ntasks: 1\npages: 1\nframes: 1\n",
      "my.yaml:1:1: missing key \"operations\": one or a list of: families "
        + "(map, grant, unmap, delete, create, access) and single operations"
    ),
    (
      "tasks: 1\n", "my.yaml:1:1: missing key \"name\": a text"
    ),
    (
      "name: x\ntasks: [1,\n",
      "my.yaml:3:1: not YAML: while parsing a flow node from 3:1 on: did not find expected node content"
    ),
    (
      "name: \"x\ntasks: 1\n",
      "my.yaml:3:1: not YAML: while scanning a quoted scalar from 1:7 on: found unexpected end of stream"
    ),
    (
      "name: x\n\ttasks: 1\n",
      "my.yaml:2:1: not YAML: while scanning a plain scalar from 1:7 on: found a tab character that violates indentation"
    ),
    (
      "name: x\n---\nname: y\n",
      "my.yaml:2:1: not YAML: expected a single document in the stream from 1:1 on: but found another document"
    ),
    (
      "{ name: x, tasks: 1, pages: 2, frames: 2, ports: 15, operations: delete s0 }",
      "my.yaml:1:40: frames and ports together must be at most 16"
    ),
    (
      "{ name: x, tasks: 1, operations: delete s0 }",
      "my.yaml:1:1: there must be a frame or a port to map"
    ),
    ("name: \u{1}x\n", "my.yaml:1:7: not YAML: control characters are not allowed"),
  ]

  @Test(arguments: wholeFiles)
  func `mistakes of a whole file`(_ text: String, _ message: String) {
    #expect(mistake(in: text) == message)
  }

  /// Each is put, as line 2, into a file that is otherwise right.
  static let lines: [(String, String)] = [
    ("tasks: four", "2:8: tasks must be a whole number from 1 to 32, not \"four\""),
    ("tasks: 0", "2:8: tasks must be a whole number from 1 to 32, not \"0\""),
    ("tasks: -1", "2:8: tasks must be a whole number from 1 to 32, not \"-1\""),
    (
      "tasks: 99999999999999999999",
      "2:8: tasks must be a whole number from 1 to 32, not \"99999999999999999999\""
    ),
    ("tasks: [3]", "2:8: tasks must be a whole number from 1 to 32, not a list"),
    ("tasks:", "2:7: tasks must be a whole number from 1 to 32, not nothing"),
    (
      "tasks: 17", "2:8: 17 tasks of 2 pages and ports are 34 slots; at most 32 fit"
    ),
    ("user-pages: 3", "2:13: user pages must be 0 to 2"),
    ("user-pages: 1", "4:9: frames must be at most 1, sigma0's user pages"),
    ("nodes: 256", "2:8: nodes must be a whole number from 0 to 255, not \"256\""),
    ("profile: v3", "2:10: there is no profile \"v3\"; allowed here: v2, fiasco, hazelnut"),
    (
      "profile: [v2]",
      "2:10: profile must be v2, fiasco, hazelnut, or a mapping with the keys base, "
        + "grant-without-write, overmapping, self-mapping, port-granularity, "
        + "read-only-unmap-of-ports, not a list"
    ),
    (
      "profile: { over-mapping: keeps }",
      "2:12: unknown key \"over-mapping\"; allowed here: base, grant-without-write, overmapping, "
        + "self-mapping, port-granularity, read-only-unmap-of-ports"
    ),
    (
      "profile: { overmapping: keep }",
      "2:25: overmapping cannot be \"keep\"; allowed here: keeps, replaces"
    ),
    (
      "granularity: atom",
      "2:14: granularity cannot be \"atom\"; allowed here: atomic, page by page"
    ),
    ("concurrent: 2", "2:13: concurrent needs granularity: page by page"),
    ("idle-calls: no", "2:13: idle-calls cannot be \"no\"; allowed here: offered, left out"),
    (
      "properties: [I-AS4, I-AS99]",
      "2:21: there is no property \"I-AS99\"; allowed here: all, none, I-AS2, I-AS4, T-AS8"
    ),
    ("properties: [I-AS4, rights never grow]", "2:21: properties has \"rights never grow\" twice"),
    (
      "properties: []",
      "2:13: properties must be one or a list of: all, none, numbers or names, not an empty list"
    ),
    ("goals: G2", "2:8: there is no goal \"G2\"; allowed here: all, none, G1"),
    (
      "limits: { state: 1 }",
      "2:11: unknown key \"state\"; allowed here: states, memory, seconds, depth"
    ),
    ("limits: { states: 0 }", "2:19: states must be a whole number, at least 1, not \"0\""),
    (
      "limits: { memory: 4 gigs }",
      "2:19: memory must be an amount of memory, as 512 MB or 4 GiB, not \"4 gigs\""
    ),
    (
      "limits: { memory: 9999999999999 GiB }",
      "2:19: memory must be an amount of memory, as 512 MB or 4 GiB, not \"9999999999999 GiB\""
    ),
    (
      "expect: fine",
      "2:9: expect cannot be \"fine\"; allowed here: holds, holds (bounded), violated, deviates, "
        + "not inductive (reachable), not inductive (unreachable), "
        + "not inductive (reachability unknown), vacuous, unknown, incomplete"
    ),
  ]

  @Test(arguments: lines)
  func `mistakes of one line`(_ line: String, _ message: String) {
    let key = line.prefix { $0 != ":" }
    let others = ["pages: 2", "frames: 2", "tasks: 3", "operations: delete s1"]
    let text = (["name: x", line] + others.filter { !$0.hasPrefix("\(key):") })
      .joined(separator: "\n")
    #expect(mistake(in: text) == "my.yaml:" + message)
  }

  /// Each is the first item of the operations, which begins at 2:5.
  static let operations: [(String, String)] = [
    (
      "mop s0",
      "2:5: in \"mop s0\": expected an operation: map, grant, unmap, delete, create, read, write, found \"mop\""
    ),
    (
      "map s0.p0 → s1.p0 wr",
      "2:23: in \"map s0.p0 → s1.p0 wr\": expected the rights: rw or r-, found \"wr\""
    ),
    ("'delete t1'", "2:13: in \"delete t1\": expected a task: s0 to s255, found \"t1\""),
    ("delete s3", "2:5: in \"delete s3\": there is no task s3, only s0 to s2"),
    ("write s1.p9", "2:5: in \"write s1.p9\": there is no page p9, only p0 to p1"),
    (
      "map s0.p0 → s1.p2 rw", "2:5: in \"map s0.p0 → s1.p2 rw\": there is no page p2, only p0 to p1"
    ),
    (
      "unmap s1.io0 flush all",
      "2:5: in \"unmap s1.io0 flush all\": there is no port io0, there are none"
    ),
    ("delete s1\n  - delete s1", "3:5: the operation \"delete s1\" is there twice"),
    (
      "",
      "2:4: operations must be one or a list of: families (map, grant, unmap, delete, create, access) and single operations, not nothing"
    ),
    (
      "[delete s1]",
      "2:5: a family of operations must be a mapping with the keys map, grant, unmap, delete, create, access, not a list"
    ),
    (
      "{}",
      "2:5: a family of operations must have a name; allowed here: map, grant, unmap, delete, create, access"
    ),
    (
      "mapp: {}",
      "2:5: unknown key \"mapp\"; allowed here: map, grant, unmap, delete, create, access"
    ),
    (
      "{ map: {}, grant: {} }",
      "2:5: each family is an item of its own; allowed here: map, grant, unmap, delete, create, access"
    ),
    (
      "map: all",
      "2:10: map must be a mapping with the keys from, to, of, orders, windows, hot-spots, rights, no-window, to-self, not \"all\""
    ),
    (
      "map: { form: all }",
      "2:12: unknown key \"form\"; allowed here: from, to, of, orders, windows, hot-spots, rights, no-window, to-self"
    ),
    (
      "map: { from: s9 }",
      "2:18: from: there is no task \"s9\"; allowed here: all, outer, s0, s1, s2"
    ),
    ("map: { from: [s1, outer] }", "2:23: from has \"outer\" twice"),
    ("map: { orders: [0, 21] }", "2:24: orders cannot be \"21\"; allowed here: 0 to 20, whole"),
    ("map: { windows: small }", "2:21: windows cannot be \"small\"; allowed here: 0 to 20, whole"),
    (
      "map: { hot-spots: [x] }",
      "2:24: hot-spots must be one or a list of: all, or page numbers, not \"x\""
    ),
    ("map: { rights: [r] }", "2:21: rights must be one or a list of: r-, rw, not \"r\""),
    ("map: { no-window: maybe }", "2:23: no-window cannot be \"maybe\"; allowed here: true, false"),
    ("map: { of: ports }", "2:10: this family has no operation in this universe"),
    ("map: { of: disks }", "2:16: of cannot be \"disks\"; allowed here: memory, ports"),
    (
      "map: { of: ports, hot-spots: all }",
      "2:34: I/O ports have no hot spots: each is mapped at its own number (IO2)"
    ),
    ("map: { from: s1, to: s1 }", "2:10: this family has no operation in this universe"),
    (
      "unmap: { masks: [flush] }",
      "2:22: masks must be one or a list of: all, flush others, remap others, flush all, remap all, not \"flush\""
    ),
    ("delete: { task: s1 }", "2:15: unknown key \"task\"; allowed here: tasks"),
    (
      "access: { kinds: execute }",
      "2:22: kinds must be one or a list of: read, write, not \"execute\""
    ),
  ]

  @Test(arguments: operations)
  func `mistakes of operations`(_ operation: String, _ message: String) {
    let text = "operations:\n  - \(operation)\nname: x\ntasks: 3\npages: 2\nframes: 2\n"
    #expect(mistake(in: text) == "my.yaml:" + message)
  }

  @Test func `a family may not be endless`() {
    let orders = (0...20).map(String.init).joined(separator: ", ")
    #expect(
      mistake(
        in: "{ name: x, tasks: 32, pages: 1, frames: 1,\n operations: "
          + "{ map: { to: all, to-self: true, orders: [\(orders)], windows: [\(orders)] } } }")
        == "my.yaml:2:21: with this there are more than 65536 operations")
  }

  /// A file that is cut off is read as less, or refused with a place; it never stops the program.
  @Test func `files that are cut off`() throws {
    let text = try readBuiltIn("flexpages").text
    var refused = 0
    for length in 0..<text.unicodeScalars.count {
      let cut = String(text.unicodeScalars.prefix(length))
      if let message = mistake(in: cut) {
        refused += 1
        #expect(message.hasPrefix("my.yaml:"))
      }
    }
    #expect(refused > text.count / 2)
  }

  private func mistake(in text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error.description
    }
  }
}
