import AddressSpaces
import Foundation
import Logic
import Testing
import Universes

import struct Vocabulary.Task

/// The text of a built-in universe.
func readBuiltIn(_ name: String) throws -> RunFile {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try RunFile(
    contentsOf: root.appending(path: "specs/universes/\(name).yaml").path,
    catalogue: .addressSpaces)
}

struct ExpansionTests {
  /// The operations of one family in a universe of 3 tasks with 2 pages each, as text.
  private func operations(_ family: String, sizes: String = "pages: 2, frames: 2") throws
    -> [String]
  {
    try read("{ name: x, tasks: 3, \(sizes), operations: [ \(family) ] }")
      .operations.map(\.description)
  }

  @Test func `the order is that of the keys`() throws {
    #expect(
      try operations("map: { from: [s1, s0], to: s2, rights: [r-, rw] }").prefix(5) == [
        "map s1.p0 → s2.p0 r-", "map s1.p0 → s2.p0 rw", "map s1.p0 → s2.p1 r-",
        "map s1.p0 → s2.p1 rw", "map s1.p1 → s2.p0 r-",
      ])
    #expect(
      try operations("unmap: { by: s1, orders: [1, whole], masks: [remap all] }") == [
        "unmap s1.p0+2 remap all", "unmap s1.* remap all",
      ])
    #expect(try operations("delete: {}") == ["delete s1", "delete s2"])
    #expect(try operations("create: { tasks: all }") == ["create s0", "create s1", "create s2"])
    #expect(
      try operations("access: { by: s1, kinds: [write, read] }") == [
        "write s1.p0", "read s1.p0", "write s1.p1", "read s1.p1",
      ])
  }

  @Test func `hot spots are those that make a difference`() throws {
    // Four pages: sizes 1 and 2 meet 4 × 2 times with 2 send bases each, either way.
    let sizes = "pages: 4, frames: 1"
    #expect(
      try operations("map: { from: s0, to: s1, orders: 0, windows: 1 }", sizes: sizes).prefix(4)
        == [
          "map s0.p0 → s1.p0+2 rw", "map s0.p0 → s1.p0+2 rw at p1", "map s0.p0 → s1.p2+2 rw",
          "map s0.p0 → s1.p2+2 rw at p1",
        ])
    #expect(
      try operations("map: { from: s0, to: s1, orders: [0, 1], windows: [0, 1] }", sizes: sizes)
        .count
        == 4 * 4 + 4 * 2 * 2 + 2 * 4 * 2 + 2 * 2)
    // Into the complete space, only to pages that exist.
    #expect(
      try operations("map: { from: s0, to: s1, orders: 1, windows: whole }", sizes: sizes) == [
        "map s0.p0+2 → s1.* rw", "map s0.p0+2 → s1.* rw at p2", "map s0.p2+2 → s1.* rw",
        "map s0.p2+2 → s1.* rw at p2",
      ])
    // Those that are listed are taken as they are.
    #expect(
      try operations(
        "map: { from: s0, to: s1, orders: 2, windows: 2, hot-spots: [0, 3] }", sizes: sizes) == [
          "map s0.p0+4 → s1.p0+4 rw", "map s0.p0+4 → s1.p0+4 rw at p3",
        ])
  }

  @Test func `no window, and oneself`() throws {
    #expect(
      try operations("map: { from: s0, to: s1, no-window: true }").filter { $0.contains("none") }
        == ["map s0.p0 → s1.none rw", "map s0.p1 → s1.none rw"])
    #expect(try operations("map: { from: outer, to: outer }").count == 2 * 4)
    #expect(try operations("map: { from: outer, to: outer, to-self: true }").count == 4 * 4)
    #expect(try operations("grant: { from: s1, to: s1, to-self: true }").count == 4)
  }

  @Test func `ports meet the complete space`() throws {
    let sizes = "ports: 2"
    #expect(
      try operations("map: { of: ports, from: s0, to: s1, orders: [0, whole] }", sizes: sizes) == [
        "map s0.io0 → s1.io* rw", "map s0.io1 → s1.io* rw", "map s0.io* → s1.io* rw",
      ])
    #expect(
      try operations("unmap: { of: ports, by: s1, orders: 0, masks: flush all }", sizes: sizes)
        == ["unmap s1.io0 flush all", "unmap s1.io1 flush all"])
    #expect(
      try operations("access: { of: ports, by: s1, kinds: read }", sizes: sizes)
        == ["read s1.io0", "read s1.io1"])
  }

  @Test func `every operation is there once`() throws {
    #expect(
      try operations(
        "delete: {}, 'map s0.p0 → s1.p0 rw', map: { from: s0, to: s1 }, delete: { tasks: s1 }"
          .split(separator: ", ").joined(separator: ", ")
      ).count == 2 + 4)
  }

  /// Counted by hand, from the sentences in the files.
  @Test(arguments: [
    ("t1", 4 * 3 * 4 * 2 - 3 * 4 * 2 + 3 * 2 * 4 * 2 + 4 * 2 * 4),
    ("kernel-area", 4 * (9 + 4 + 1) + 2 * 3 * 3 + 2 * 9 + 3 * 4 * 2),
    ("deletion", 4 * 4 * 2 + 2 * 4 + 3 * 2 * 2 + 3 + 2),
    ("shortage", 4 * (4 + 1) + 2 * 4 + 3 * 3 * 4),
    ("preemption", 4 * (4 + 1) + 2 + 3 * 2 + 2 + 2),
    ("translation", 4 * 4 * 2 + 2 * 4 * 2 + 3 * 2 * 4 + 3 * 2 * 2),
    ("overmapping", 4 * 4 * 2 + 2 * 4 + 3 * 2 * 2),
    ("self-mapping", 9 * 4 * 2 + 4 * 4 + 3 * 2 * 2),
    ("narrowing", 9 * 2 + 6 * 2 + 4 * 4),
    ("roots", 2 * 4 + 2 * 2 * 4 + 2 * 2 * 4),
    ("cayley", 5 + 5 * 4 + 6 * 2),
    ("ports", 6 * (3 + 2 + 1) * (3 + 1) * 2 + 2 * (3 + 2) * 2 + 3 * (3 + 2 + 1) * 4),
    (
      "flexpages",
      // sizes 1, 2 and whole have 4, 2 and 1 flexpages; each with 7 windows, and with none
      2 * ((16 + 16 + 16) + (16 + 4 + 4) + (16 + 4 + 1) + 7)
        + ((16 + 16 + 16) + (16 + 4 + 4)) + 2 * 7 * 2
    ),
  ])
  func `the built-in universes are read, and offer what they should`(_ name: String, _ count: Int)
    throws
  {
    let run = try readBuiltIn(name)
    #expect(run.operations.count == count)
    #expect(Set(run.operations).count == count)
    #expect(!run.properties.isEmpty && !run.goals.isEmpty)
  }

  @Test func `no built-in universe is left out above`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "specs/universes").path)
    let folder = root.appending(path: "specs/universes")
    let ofSpaces = try files.filter { file in
      guard file.hasSuffix(".yaml") else { return false }
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return !text.contains("\nthreads:")  // those are universes of whole kernels
    }
    #expect(ofSpaces.count == 13)
    for file in ofSpaces {
      _ = try RunFile(
        contentsOf: root.appending(path: "specs/universes/\(file)").path, catalogue: .addressSpaces)
    }
  }

  /// Rooted labelled trees, by Cayley's formula: the operations of a run file, run by the rules.
  @Test func `the states of cayley are as many as Cayley says`() throws {
    let run = try readBuiltIn("cayley")
    let layout = Layout<Concrete<UInt8>, 6, 1>(run.shape)
    let plans = run.operations.map { Plan<Concrete<UInt8>>($0, in: run.shape) }
    let tasks = run.shape.allTasks.reduce(UInt32(0)) { $0 | run.shape.mask(of: $1) }
    var frontier = [layout.boot(tasks: .init(mask: tasks))]
    var seen = Set(frontier)
    while let state = frontier.popLast() {
      for plan in plans {
        var next = state
        _ = next.perform(plan, layout: layout)
        if seen.insert(next).inserted { frontier.append(next) }
      }
    }
    // Any k of the five other pages hold a node, in one of (k + 1)^(k - 1) trees.
    #expect(seen.count == 1 + 5 * 1 + 10 * 3 + 10 * 16 + 5 * 125 + 1 * 1296)
  }
}
