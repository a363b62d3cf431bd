import AddressSpaces
import Connectors
import Foundation
import KernelPrograms
import Microkernel
import Testing

extension ConnectorsTests {
  /// The examples of docs/conformance-protocol.md are what is said.
  @Suite struct ProtocolPageTests {
    static let answers = [
      Observation(),
      Observation(returns: [Return(thread: 0, code: 0, source: .thread(1), word: true)]),
      Observation(returns: [
        Return(thread: 0, code: 0), Return(thread: 1, code: 0, source: .thread(0), isMapped: true),
      ]),
      Observation(
        accesses: [Access(thread: 1, frame: 0)],
        memory: [
          Holding(frame: 0, isWritable: true), Holding(), Holding(),
          Holding(frame: 0, isWritable: true),
        ]),
    ]
    static let description = KernelDescription(
      name: "my kernel", lacks: [.clans, .deceit], greatestTasks: 4, greatestThreads: 8,
      greatestPages: 8, faultTicks: [1, 4])
    static let messages: [KernelMessage] =
      [.hello(version: 1, description)]
      + answers.enumerated().map {
        .observation(program: 1, step: $0.offset, $0.element)
      } + [.done(program: 1)]

    static func program() throws -> KernelProgram {
      var stage = Stage(
        name: "pair", population: Population(threadsOfTask: [1, 1]),
        shape: Shape(tasks: 2, pages: 2, frames: 1, nodes: 4))
      func operation(_ text: String) throws -> KernelOperation {
        try KernelOperation(parsing: text, in: stage.population)
      }
      stage.setup = [try operation("t0.0 wait")]
      return KernelProgram(
        stage,
        try [
          "t1.0 call t0.0 word 1 now and receive into all within 2 ticks",
          "t0.0 send t1.0 map p0 → p1 rw now", "t1.0 reads p1",
        ].map(operation))
    }

    /// What is between the fences of this kind, by who says it.
    private func example(_ kind: String) throws -> [(isKernel: Bool, text: String)] {
      let page = try String(
        contentsOf: Kernels.root.appendingPathComponent("docs/conformance-protocol.md"),
        encoding: .utf8)
      let blocks = page.components(separatedBy: "```")
      let block = try #require(blocks.first { $0.hasPrefix(kind + "\n") })
      var lines: [(isKernel: Bool, text: String)] = []
      for line in block.dropFirst(kind.count + 1).split(separator: "\n") {
        switch line.first {
        case "→", "←": lines.append((line.first == "←", String(line.dropFirst(2))))
        default: lines[lines.count - 1].text += line
        }
      }
      return lines
    }

    @Test func `the lines are those of the program and its answers`() throws {
      let lines = try example("jsonl")
      let kit = lines.filter { !$0.isKernel }
      #expect(kit.map(\.text) == [KitMessage.run(id: 1, try Self.program()).line])
      #expect(
        try KitMessage(line: Array(kit[0].text.utf8)) == .run(id: 1, try Self.program()))
      let kernel = lines.filter(\.isKernel)
      #expect(kernel.map(\.text) == Self.messages.map(\.line))
      #expect(try kernel.map { try KernelMessage(line: Array($0.text.utf8)) } == Self.messages)
    }

    @Test func `the bytes are those of the program and its answers`() throws {
      let frames = try example("text").map { line in
        (
          line.isKernel,
          try line.text.split(separator: " ").map {
            try #require(UInt8($0, radix: 16))
          }
        )
      }
      let kit = frames.filter { !$0.0 }.map(\.1)
      #expect(kit == [Frame(0x02, sequence: 0, try Self.program().payload(id: 1)).bytes])
      var reader = FrameReader()
      for frame in frames where frame.0 { reader.feed(frame.1) }
      var messages: [KernelMessage] = []
      while let frame = reader.next() { messages += try KernelMessage.messages(in: frame) }
      #expect(messages == Self.messages)
      #expect(reader.noiseCount == 0)
    }

    /// A program that says what the page says is a kernel that can be tested.
    @Test func `the exchange happens with a real process`() throws {
      let kernels = try Kernels()
      let lines = try example("jsonl").filter(\.isKernel).map(\.text)
      let answers = try kernels.write(
        lines.dropFirst().joined(separator: "\n") + "\n", as: "answers")
      let hello = try kernels.write(lines[0] + "\n", as: "hello")
      let script = "cat \(hello); read request; cat \(answers); read end"
      var runner = try Connection("json:sh -c '\(script)'").makeRunner(patience: .long)
      #expect(runner.description == Self.description)
      #expect(runner.run(try Self.program()) == Transcript(Self.answers))
    }
  }
}
