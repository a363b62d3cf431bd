import AddressSpaces
import Exploration
import IPC
import KernelUniverses
import Logic
import Microkernel
import Threads
import Vocabulary

/// The kernel of a system: with room for the largest one.
typealias SystemKernel = Microkernel<Concrete<UInt16>, 8, 8, 2, 16, 4>
typealias SystemEffects = Effects<Concrete<UInt16>, 8>
typealias SystemPlatform = Platform<Concrete<UInt16>, 8, 8, 16, 4>

extension SystemKernel {
  typealias Bits = Concrete<UInt16>.Bits
}

/// A system at one moment: the kernel, and of every thread where it is in its program and what it
/// remembers.
struct SystemState: Hashable, Sendable {
  var kernel: SystemKernel
  /// For every thread: the node of its program; `absent` where it does not exist.
  var place = SIMD8<UInt8>(repeating: absent)
  /// For every thread: its memory.
  private var memories = SIMD8<UInt16>(repeating: 0)

  static let absent: UInt8 = 255

  init(kernel: SystemKernel) { self.kernel = kernel }

  subscript(memory thread: Int) -> ThreadMemory {
    get { ThreadMemory(rawValue: memories[thread]) }
    set { memories[thread] = newValue.rawValue }
  }
}

/// The bits of a stored state: those that the system needs.
struct SystemPacking: Sendable {
  /// The most words that a state can take.
  typealias Code = Words<40>

  let kernel: KernelPacking
  let threads: Int
  let start: SystemState

  init(_ universe: KernelUniverse, start: SystemState) {
    kernel = KernelPacking(universe)
    threads = universe.population.threads
    self.start = start
  }

  var words: Int {
    (kernel.bits(of: start.kernel) + threads * (8 + ThreadMemory.bits) + 63) / 64
  }

  func encode(_ state: SystemState) -> Code {
    var writer = CodeWriter<40>()
    kernel.write(state.kernel, to: &writer)
    for thread in 0..<threads {
      writer.append(UInt64(state.place[thread]), bits: 8)
      writer.append(UInt64(state[memory: thread].rawValue), bits: ThreadMemory.bits)
    }
    return writer.code
  }

  func decode(_ code: Code) -> SystemState {
    var reader = CodeReader<40>(code)
    var state = start
    kernel.read(into: &state.kernel, from: &reader)
    for thread in 0..<threads {
      state.place[thread] = UInt8(reader.next(bits: 8))
      state[memory: thread] = ThreadMemory(
        rawValue: UInt16(reader.next(bits: ThreadMemory.bits)))
    }
    return state
  }
}
