/// A run of three actions in the tiny universe, written by hand, in both formats.
enum Golden {
  static let text = #"""
    l4 trace 1
    holds  trace, 3 actions
      0  boot
      1  map s0.p0 → s1.p0 r-          s1.p0: ∅ → f0 r- from s0.p0
      2  map s1.p0 → s2.p0 rw          s2.p0: ∅ → f0 r- from s1.p0      ← s1.p0 has r-
      3  unmap s0.p0 flush others      s1.p0: f0 r- from s0.p0 → ∅
                                       s2.p0: f0 r- from s1.p0 → ∅
    states
      0  mappings = {"#map": [["s0.p0", "f0 rw"]]}
         active = {"#set": ["s0", "s1", "s2"]}
         free_nodes = {"#bigint": "3"}
      1  mappings = {"#map": [["s0.p0", "f0 rw"], ["s1.p0", "f0 r- from s0.p0"]]}
         active = {"#set": ["s0", "s1", "s2"]}
         free_nodes = {"#bigint": "2"}
      2  mappings = {"#map": [["s0.p0", "f0 rw"], ["s1.p0", "f0 r- from s0.p0"], ["s2.p0", "f0 r- from s1.p0"]]}
         active = {"#set": ["s0", "s1", "s2"]}
         free_nodes = {"#bigint": "1"}
      3  mappings = {"#map": [["s0.p0", "f0 rw"]]}
         active = {"#set": ["s0", "s1", "s2"]}
         free_nodes = {"#bigint": "3"}
    universe tiny.yaml
      | name: tiny
      | tasks: 3
      | pages: 1
      | frames: 1
      | operations:
      |   - map: { rights: [r-, rw] }
      |   - unmap: { masks: all }
      |
    end

    """#

  /// As another tool might write it: without changes, notes and verdict, on fewer lines.
  static let itf = #"""
    {"#meta": {"format": "ITF", "l4": {"version": 1, "universe": {"name": "tiny.yaml",
      "text": "name: tiny\ntasks: 3\npages: 1\nframes: 1\noperations:\n  - map: { rights: [r-, rw] }\n  - unmap: { masks: all }\n"},
      "failed": [], "shortest": false, "actions": 3, "action-variable": "action"}},
     "vars": ["mappings", "active", "free_nodes", "action"],
     "states": [
      {"#meta": {"index": 0, "action": "boot"}, "mappings": {"#map": [["s0.p0", "f0 rw"]]},
       "active": {"#set": ["s0", "s1", "s2"]}, "free_nodes": 3, "action": "boot"},
      {"#meta": {"index": 1, "action": "map s0.p0 → s1.p0 r-", "changes": []},
       "mappings": {"#map": [["s0.p0", "f0 rw"], ["s1.p0", "f0 r- from s0.p0"]]},
       "active": {"#set": ["s0", "s1", "s2"]}, "free_nodes": 2, "action": "map s0.p0 → s1.p0 r-"},
      {"#meta": {"index": 2, "action": "map s1.p0 → s2.p0 rw", "changes": []},
       "mappings": {"#map": [["s0.p0", "f0 rw"], ["s1.p0", "f0 r- from s0.p0"],
                             ["s2.p0", "f0 r- from s1.p0"]]},
       "active": {"#set": ["s0", "s1", "s2"]}, "free_nodes": 1, "action": "map s1.p0 → s2.p0 rw"},
      {"#meta": {"index": 3, "action": "unmap s0.p0 flush others", "changes": []},
       "mappings": {"#map": [["s0.p0", "f0 rw"]]}, "active": {"#set": ["s0", "s1", "s2"]},
       "free_nodes": 3, "action": "unmap s0.p0 flush others"}
     ]}

    """#

  /// What is shown of both.
  static let shown = """
    holds  trace, 3 actions
      0  boot
      1  map s0.p0 → s1.p0 r-          s1.p0: ∅ → f0 r- from s0.p0
      2  map s1.p0 → s2.p0 rw          s2.p0: ∅ → f0 r- from s1.p0
      3  unmap s0.p0 flush others      s1.p0: f0 r- from s0.p0 → ∅
                                       s2.p0: f0 r- from s1.p0 → ∅

    """
}
