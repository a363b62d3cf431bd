import CConformance
import Foundation
import KernelPrograms
import Microkernel

/// A kernel in a shared library that implements `l4_conformance.h`, in this process.
final class LibraryRunner: StepwiseRunner {
  private struct Functions {
    typealias Version = @convention(c) () -> UInt32
    typealias Open = @convention(c) () -> OpaquePointer?
    typealias Describe =
      @convention(c) (
        OpaquePointer, UnsafeMutablePointer<l4c_description>
      ) -> Void
    typealias Boot =
      @convention(c) (
        OpaquePointer, UnsafePointer<l4c_stage>, UnsafeMutablePointer<CChar>
      ) -> Int32
    typealias Perform =
      @convention(c) (
        OpaquePointer, UnsafePointer<l4c_operation>, UnsafeMutablePointer<l4c_observation>,
        UnsafeMutablePointer<CChar>
      ) -> Int32
    typealias Close = @convention(c) (OpaquePointer) -> Void

    var open: Open
    var describe: Describe
    var boot: Boot
    var perform: Perform
    var close: Close
  }

  let description: KernelDescription
  private let functions: Functions
  private let kernel: OpaquePointer
  /// Memory that the kernel writes to; the structure is too large for the stack of everybody.
  private let seen = UnsafeMutablePointer<l4c_observation>.allocate(capacity: 1)
  private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(L4C_MAX_MESSAGE))

  init(_ path: String) throws(MessageError) {
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      throw MessageError("no shared library: \(dlerror().map { String(cString: $0) } ?? "")")
    }
    func function<Kind>(_ name: String, _ kind: Kind.Type) throws(MessageError) -> Kind {
      guard let symbol = dlsym(library, name) else {
        throw MessageError("the library has no function \(name)")
      }
      return unsafeBitCast(symbol, to: kind)
    }
    let version = try function("l4c_version", Functions.Version.self)()
    guard version == UInt32(L4C_VERSION) else {
      throw MessageError("the library has version \(version) of the header, and not \(L4C_VERSION)")
    }
    functions = Functions(
      open: try function("l4c_open", Functions.Open.self),
      describe: try function("l4c_describe", Functions.Describe.self),
      boot: try function("l4c_boot", Functions.Boot.self),
      perform: try function("l4c_perform", Functions.Perform.self),
      close: try function("l4c_close", Functions.Close.self))
    guard let kernel = functions.open() else { throw MessageError("l4c_open gives no kernel") }
    self.kernel = kernel
    var raw = l4c_description()
    functions.describe(kernel, &raw)
    description = try KernelDescription(raw)
  }

  deinit {
    functions.close(kernel)
    seen.deallocate()
    message.deallocate()
  }

  func run(_ program: KernelProgram) -> Transcript {
    var observations: [Observation] = []
    let failure = run(program) { observations.append($0) }
    return Transcript(observations, failure: failure)
  }

  func run(_ program: KernelProgram, tell: (Observation) -> Void) -> Transcript.Failure? {
    guard var stage = l4c_stage(program) else {
      return .init(.refused, "the stage is larger than l4_conformance.h has room for")
    }
    if let failure = call({ functions.boot(kernel, &stage, message) }) { return failure }
    for operation in program.stage.setup + program.operations {
      var raw = l4c_operation(OperationRecord(operation))
      UnsafeMutableRawPointer(seen).initializeMemory(
        as: UInt8.self, repeating: 0, count: MemoryLayout<l4c_observation>.size)
      if let failure = call({ functions.perform(kernel, &raw, seen, message) }) { return failure }
      do throws(MessageError) {
        tell(try Observation(seen))
      } catch {
        return .init(.garbled, error.description)
      }
    }
    return nil
  }

  /// Calls the kernel, and asks for its message where it does not say that all is well.
  private func call(_ function: () -> Int32) -> Transcript.Failure? {
    message.initialize(repeating: 0, count: Int(L4C_MAX_MESSAGE))
    let result = function()
    guard result != L4C_OK.rawValue else { return nil }
    message[Int(L4C_MAX_MESSAGE) - 1] = 0
    let text = String(cString: message)
    let said = text.isEmpty ? "no reason given" : text
    switch result {
    case Int32(L4C_REFUSED.rawValue): return .init(.refused, said)
    case Int32(L4C_AUDIT.rawValue): return .init(.audit, said)
    default: return .init(.garbled, "\(result) is no result of a function")
    }
  }
}
