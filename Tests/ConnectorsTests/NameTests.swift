import Connectors
import Foundation
import KernelPrograms
import Testing

extension ConnectorsTests {
  /// A kernel can say anything; what is shown of it moves no cursor.
  @Suite struct NameTests {
    private func start(named name: String, profile: String = "v2") throws -> any ProgramRunner {
      let kernels = try Kernels()
      let file = try kernels.write(
        """
        {"message": "hello", "protocol": 1, "name": "\(name)", "profile": "\(profile)", "lacks": [], \
        "tasks": 8, "threads": 16, "pages": 8, "fault_ticks": []}

        """, as: "hello")
      return try Connection("json:sh -c 'cat \(file); cat'").makeRunner(patience: Patience())
    }

    @Test(arguments: [
      (#"../../rv/evil\n\u001b[31mred"#, "../../rv/evil··[31mred"),
      (#"\u0000\u007f\u009b2Jx"#, "···2Jx"), (#"a\u202eb\u2028c\ue000"#, "a·b·c·"),
      ("Größe 1.2 (x86)", "Größe 1.2 (x86)"),
    ])
    func `what cannot be shown of a name is a dot`(name: String, shown: String) throws {
      #expect(try start(named: name).description.name == shown)
      #expect(try start(named: "x", profile: name).description.profile == shown)
    }

    @Test func `a long name is cut`() throws {
      let name = try start(named: String(repeating: "n", count: 300)).description.name
      #expect(name == String(repeating: "n", count: 60) + "…")
    }

    @Test(arguments: ["", " ", #"\n\t"#])
    func `a name that is empty is refused`(name: String) {
      let error = #expect(throws: ConnectionError.self) { try start(named: name) }
      #expect(error?.description == "its name is empty")
    }
  }
}
