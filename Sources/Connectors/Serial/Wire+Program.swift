import AddressSpaces
import KernelPrograms
import Microkernel

extension KernelProgram {
  /// The payload of a frame that says: run this.
  package func payload(id: UInt32) -> [UInt8] {
    var writer = WireWriter()
    let shape = stage.shape
    writer.put(id, bytes: 4)
    for number in [
      stage.population.tasks, shape.pages, shape.userPages, shape.frames, shape.ports, shape.nodes,
      stage.sources, stage.schedules ? 1 : 0, Int(stage.slice),
    ] {
      writer.put(number, bytes: 1)
    }
    let operations = stage.setup + self.operations
    writer.put(operations.count, bytes: 2)
    writer.put(stage.setup.count, bytes: 2)
    for threads in stage.population.threadsOfTask { writer.put(threads, bytes: 1) }
    for thread in 0..<stage.population.threads {
      let buffer = thread < stage.buffers.count ? stage.buffers[thread] : nil
      writer.put(buffer ?? Self.noBuffer, bytes: 1)
    }
    for operation in operations {
      let record = OperationRecord(operation).trimmed
      writer.put(record.count, bytes: 1)
      writer.put(record)
    }
    return writer.bytes
  }

  private static let noBuffer = 255

  /// Reads such a payload, as an agent does. The names are not in it, and the profile is not.
  package static func read(
    _ payload: [UInt8], profile: Profile = .v2
  ) throws(MessageError) -> (id: UInt32, KernelProgram) {
    var reader = WireReader(payload)
    let id = try reader.program()
    var numbers: [Int] = []
    for _ in 0..<9 { numbers.append(Int(try reader.byte())) }
    let steps = try reader.short()
    let setup = try reader.short()
    var threads: [Int] = []
    for _ in 0..<numbers[0] { threads.append(Int(try reader.byte())) }
    var buffers: [Int?] = []
    for _ in 0..<threads.reduce(0, +) {
      let page = Int(try reader.byte())
      buffers.append(page == noBuffer ? nil : page)
    }
    if buffers.allSatisfy({ $0 == nil }) { buffers = [] }
    var operations: [KernelOperation] = []
    for _ in 0..<steps {
      let length = Int(try reader.byte())
      operations.append(try KernelOperation(record: try reader.take(length)))
    }
    try reader.end()
    guard setup <= steps else { throw MessageError("there is more setup than there are steps") }
    let stage = Stage(
      name: "", population: Population(threadsOfTask: threads),
      shape: Shape(
        tasks: numbers[0], pages: numbers[1], frames: numbers[3], userPages: numbers[2],
        ports: numbers[4], nodes: numbers[5], profile: profile),
      sources: numbers[6], buffers: buffers, schedules: numbers[7] == 1, slice: UInt8(numbers[8]),
      setup: Array(operations[..<setup]))
    return (id, KernelProgram(stage, Array(operations[setup...])))
  }
}
