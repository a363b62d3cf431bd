import AddressSpacesProofs
import ClansAndChiefsProofs
import IPCProofs
import MicrokernelProofs
import Proving
import ThreadsProofs
import Universes

/// What is asked of a universe of a whole kernel: the statements of all chapters, or some of them.
public struct KernelAgenda: Sendable {
  var clans: [ClanInvariant]
  var threads: [ThreadsInvariant]
  var ipc: [IPCInvariant]
  var kernel: [KernelInvariant]
  var spaces: [Invariant]
  var changesOfClans: [ClanProperty]
  var threadSteps: [ThreadsProperty]
  var ipcSteps: [IPCProperty]
  var kernelSteps: [KernelProperty]
  var spaceSteps: [StepProperty]
  /// Whether it is noted what is reached.
  public var hasGoals = true

  /// The statements with these numbers; several can have the same, each about its chapter.
  public init(numbers: [String]) {
    let asked = Set(numbers)
    func those<S: Statement>(_ all: [S]) -> [S] {
      all.filter { asked.contains($0.number) && $0.engines.contains(.exploration) }
    }
    clans = those(ClanInvariant.allCases)
    threads = those(ThreadsInvariant.allCases)
    ipc = those(IPCInvariant.allCases)
    kernel = those(KernelInvariant.allCases)
    spaces = those(Invariant.allCases)
    // What is true of a tree is in its invariants and its proof; here is what changes it.
    changesOfClans = those(ClanProperty.allCases.filter { !ClanProperty.ofMessages.contains($0) })
    threadSteps = those(ThreadsProperty.allCases)
    ipcSteps = those(IPCProperty.allCases)
    kernelSteps = those(KernelProperty.allCases)
    spaceSteps = those(StepProperty.allCases)
  }

  /// All statements.
  public static let all = KernelAgenda(numbers: catalogue.map(\.number))

  /// Nothing.
  public static let nothing: KernelAgenda = {
    var nothing = KernelAgenda(numbers: [])
    nothing.hasGoals = false
    return nothing
  }()

  /// The same agenda in storage of its own. (`Model.unshared`)
  var unshared: KernelAgenda {
    var copy = self
    copy.clans = clans.map { $0 }
    copy.threads = threads.map { $0 }
    copy.ipc = ipc.map { $0 }
    copy.kernel = kernel.map { $0 }
    copy.spaces = spaces.map { $0 }
    copy.changesOfClans = changesOfClans.map { $0 }
    copy.threadSteps = threadSteps.map { $0 }
    copy.ipcSteps = ipcSteps.map { $0 }
    copy.kernelSteps = kernelSteps.map { $0 }
    copy.spaceSteps = spaceSteps.map { $0 }
    return copy
  }

  var hasStates: Bool {
    !(clans.isEmpty && threads.isEmpty && ipc.isEmpty && kernel.isEmpty && spaces.isEmpty)
  }

  var hasSteps: Bool {
    !(changesOfClans.isEmpty && threadSteps.isEmpty && ipcSteps.isEmpty && kernelSteps.isEmpty
      && spaceSteps.isEmpty)
  }

  /// The statements by number and sentence. Those of different chapters can have the same number.
  static let catalogue: [RunFile.Catalogue.Entry] = {
    func entries<S: Statement>(_ all: [S]) -> [RunFile.Catalogue.Entry] {
      all.filter { $0.engines.contains(.exploration) }.map { .init($0.number, $0.sentence) }
    }
    let statements =
      entries(ClanInvariant.allCases) + entries(ThreadsInvariant.allCases)
      + entries(IPCInvariant.allCases) + entries(KernelInvariant.allCases)
      + entries(Invariant.allCases)
      + entries(ClanProperty.allCases.filter { !ClanProperty.ofMessages.contains($0) })
      + entries(ThreadsProperty.allCases) + entries(IPCProperty.allCases)
      + entries(KernelProperty.allCases) + entries(StepProperty.allCases)
    var seen: Set<String> = []
    return statements.filter { seen.insert($0.number).inserted }
  }()
}

extension RunFile.Catalogue {
  /// The statements about whole kernels, and the goals that exploration can be asked to reach.
  public static let kernel = RunFile.Catalogue(
    properties: KernelAgenda.catalogue,
    goals: KernelFeature.names.map { Entry($0, $0) })
}
