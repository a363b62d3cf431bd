// swift-tools-version: 6.2
import PackageDescription

/// One line a room: the folder, what it may see, and nothing else. Dependencies point one way:
/// Logic ← specs ← proofs; the machines know no L4; the kernel knows neither specs nor Logic.
let package = Package(
  name: "l4",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "l4", targets: ["l4"]),
    .library(name: "Exploration", targets: ["Exploration"]),
    .library(name: "Proving", targets: ["Proving"]),
    .library(name: "Conformance", targets: ["Conformance"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What L4 is.
    .target(
      name: "Vocabulary", dependencies: ["Logic"], path: "specs/Vocabulary",
      exclude: ["README.md"]),
    .target(
      name: "AddressSpaces", dependencies: ["Logic", "Vocabulary"], path: "specs/AddressSpaces",
      exclude: ["README.md"]),

    .target(
      name: "ClansAndChiefs", dependencies: ["Logic", "Vocabulary"], path: "specs/ClansAndChiefs",
      exclude: ["README.md"]),
    .target(
      name: "Threads", dependencies: ["Logic", "Vocabulary", "ClansAndChiefs"],
      path: "specs/Threads", exclude: ["README.md"]),
    .target(
      name: "IPC", dependencies: ["Logic", "Vocabulary", "ClansAndChiefs", "Threads"],
      path: "specs/IPC", exclude: ["README.md"]),
    .target(
      name: "Microkernel",
      dependencies: ["Logic", "Vocabulary", "AddressSpaces", "ClansAndChiefs", "Threads", "IPC"],
      path: "specs/Microkernel", exclude: ["README.md"]),

    // Why we believe it.
    .target(
      name: "AddressSpacesProofs",
      dependencies: ["Logic", "Vocabulary", "AddressSpaces", "SMT", "Proving", "Evidence"],
      path: "proofs/AddressSpaces", exclude: ["README.md"]),
    .target(
      name: "ClansAndChiefsProofs",
      dependencies: ["Logic", "Vocabulary", "ClansAndChiefs", "SMT", "Proving", "Evidence"],
      path: "proofs/ClansAndChiefs", exclude: ["README.md"]),
    .target(
      name: "ThreadsProofs",
      dependencies: [
        "Logic", "Vocabulary", "ClansAndChiefs", "ClansAndChiefsProofs", "Threads", "SMT",
        "Proving",
        "Evidence",
      ],
      path: "proofs/Threads", exclude: ["README.md"]),
    .target(
      name: "IPCProofs",
      dependencies: [
        "Logic", "Vocabulary", "ClansAndChiefs", "Threads", "IPC", "SMT", "Proving", "Evidence",
      ],
      path: "proofs/IPC", exclude: ["README.md"]),
    .target(
      name: "MicrokernelProofs",
      dependencies: [
        "Logic", "Vocabulary", "AddressSpaces", "ClansAndChiefs", "Threads", "IPC", "Microkernel",
        "Proving",
      ],
      path: "proofs/Microkernel", exclude: ["README.md"]),

    // The machines that run specs and proofs.
    .target(name: "CThread"),
    .target(name: "Logic", dependencies: ["CThread"]),
    .target(name: "Evidence"),
    .target(name: "Exploration", dependencies: ["Evidence"]),
    .target(name: "CZ3", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "SMT", dependencies: ["CZ3", "Logic"]),
    .target(name: "CProcesses"),
    .target(name: "Processes", dependencies: ["CProcesses"]),
    .target(name: "Proving", dependencies: ["SMT", "Logic", "Evidence", "Processes"]),
    .target(name: "ReferenceKernel", exclude: ["README.md"]),
    .target(
      name: "KernelPrograms",
      dependencies: ["Vocabulary", "AddressSpaces", "Microkernel", "Evidence"]),
    .target(
      name: "KernelConformance",
      dependencies: [
        "Logic", "Vocabulary", "AddressSpaces", "ClansAndChiefs", "Threads", "IPC", "Microkernel",
        "KernelPrograms", "KernelUniverses", "Evidence", "Forms",
      ],
      exclude: ["README.md"]),
    // The header for kernels in C, and what an agent needs to speak over a serial line.
    .target(
      name: "CConformance", path: "Agent", exclude: ["README.md", "agent.ld"],
      sources: ["frame.c", "wire.c"],
      publicHeadersPath: "include"),
    .target(
      name: "Connectors",
      dependencies: [
        "Processes",
        "Vocabulary", "AddressSpaces", "Microkernel", "KernelPrograms", "ReferenceKernel",
        "Evidence", "CConformance",
      ]),
    .target(
      name: "Forms", dependencies: ["Evidence", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Universes",
      dependencies: [
        "Logic", "Vocabulary", "AddressSpaces", "AddressSpacesProofs", "Exploration", "Evidence",
        "Proving", "Forms",
      ]),
    .target(
      name: "KernelUniverses",
      dependencies: [
        "Logic", "Vocabulary", "AddressSpaces", "ClansAndChiefs", "Threads", "IPC", "Microkernel",
        "AddressSpacesProofs", "ClansAndChiefsProofs", "ThreadsProofs", "IPCProofs",
        "MicrokernelProofs", "Proving", "Exploration", "Evidence",
        "Universes", "Forms", .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Manual",
      dependencies: [
        "Logic", "Vocabulary", "AddressSpaces", "ClansAndChiefs", "Threads", "IPC",
        "AddressSpacesProofs", "ClansAndChiefsProofs", "ThreadsProofs", "IPCProofs", "Proving",
        "SMT",
      ]),
    .target(
      name: "Differences",
      dependencies: [
        "Logic", "Vocabulary", "AddressSpaces", "ClansAndChiefs", "Threads", "IPC", "Microkernel",
      ]),
    .target(
      name: "Systems",
      dependencies: [
        "Logic", "Vocabulary", "AddressSpaces", "ClansAndChiefs", "Threads", "IPC", "Microkernel",
        "KernelUniverses", "Exploration", "Evidence", "Forms",
      ]),
    .target(
      name: "Conformance",
      dependencies: [
        "Logic", "Vocabulary", "AddressSpaces", "AddressSpacesProofs", "Exploration", "Evidence",
        "SMT", "Proving", "Universes", "ReferenceKernel",
      ]),
    .executableTarget(
      name: "l4",
      dependencies: [
        "Vocabulary", "AddressSpaces", "AddressSpacesProofs", "ClansAndChiefs",
        "ClansAndChiefsProofs", "ThreadsProofs", "IPCProofs", "Exploration", "Evidence", "SMT",
        "Proving", "Universes", "Conformance", "ReferenceKernel", "Differences", "Microkernel",
        "KernelUniverses", "Systems", "Manual", "KernelPrograms", "KernelConformance", "Connectors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .executableTarget(name: "l4-host", dependencies: ["Connectors"]),

    // Ours beside the peers'.
    .executableTarget(
      name: "mapping-benchmark", dependencies: ["Exploration", "Evidence"],
      path: "Benchmarks/Mapping"),

    .testTarget(name: "LogicTests", dependencies: ["Logic"]),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary", "Logic"]),
    .testTarget(
      name: "AddressSpacesTests", dependencies: ["AddressSpaces", "Vocabulary", "Logic"]),
    .testTarget(
      name: "ClansAndChiefsTests", dependencies: ["ClansAndChiefs", "Vocabulary", "Logic"]),
    .testTarget(
      name: "ThreadsTests", dependencies: ["Threads", "ClansAndChiefs", "Vocabulary", "Logic"]),
    .testTarget(
      name: "IPCTests", dependencies: ["IPC", "Threads", "ClansAndChiefs", "Vocabulary", "Logic"]),
    .testTarget(name: "EvidenceTests", dependencies: ["Evidence"]),
    .testTarget(name: "ExplorationTests", dependencies: ["Exploration", "Evidence"]),
    .testTarget(name: "SMTTests", dependencies: ["SMT", "Logic"]),
    .testTarget(name: "ProvingTests", dependencies: ["Proving", "SMT", "Logic", "Evidence"]),
    .testTarget(
      name: "AddressSpacesProofsTests",
      dependencies: [
        "AddressSpacesProofs", "AddressSpaces", "Vocabulary", "Logic", "SMT", "Proving",
        "Universes", "Exploration", "Evidence",
      ]),
    .testTarget(
      name: "ClansAndChiefsProofsTests",
      dependencies: [
        "ClansAndChiefsProofs", "ClansAndChiefs", "Vocabulary", "Logic", "SMT", "Proving",
        "Evidence",
      ]),
    .testTarget(
      name: "ThreadsProofsTests",
      dependencies: [
        "ThreadsProofs", "Threads", "ClansAndChiefsProofs", "ClansAndChiefs", "Vocabulary", "Logic",
        "SMT", "Proving", "Exploration", "Evidence",
      ]),
    .testTarget(
      name: "IPCProofsTests",
      dependencies: ["IPCProofs", "IPC", "Threads", "ClansAndChiefs", "Vocabulary", "Logic"]),
    .testTarget(name: "ReferenceKernelTests", dependencies: ["ReferenceKernel"]),
    .testTarget(
      name: "KernelConformanceTests",
      dependencies: [
        "KernelConformance", "KernelPrograms", "Connectors", "Microkernel", "IPC", "Threads",
        "ClansAndChiefs", "AddressSpaces", "Vocabulary", "Logic", "Evidence",
      ]),
    // The agent's book of names, for this machine.
    .target(name: "CAgent", path: "Tests/CAgent"),
    .testTarget(name: "AgentTests", dependencies: ["CAgent", "CConformance"]),
    .testTarget(
      name: "ConnectorsTests",
      dependencies: [
        "Connectors", "CConformance", "l4-host", "KernelPrograms", "ReferenceKernel",
        "Microkernel", "AddressSpaces", "Vocabulary", "Evidence",
      ]),
    .testTarget(
      name: "UniversesTests",
      dependencies: [
        "Universes", "AddressSpaces", "Vocabulary", "Logic", "Exploration", "Evidence",
      ]),
    .testTarget(
      name: "ProfileTests",
      dependencies: [
        "Differences", "Microkernel", "IPC", "Threads", "ClansAndChiefs", "AddressSpaces",
        "Vocabulary", "Logic",
      ]),
    .testTarget(
      name: "MicrokernelTests",
      dependencies: [
        "Microkernel", "IPC", "Threads", "ClansAndChiefs", "AddressSpaces", "Vocabulary", "Logic",
      ]),
    .testTarget(
      name: "KernelUniversesTests",
      dependencies: [
        "KernelUniverses", "Microkernel", "IPC", "Threads", "ClansAndChiefs", "AddressSpaces",
        "Vocabulary", "Logic", "Exploration", "Evidence",
      ]),
    .testTarget(name: "SystemsTests", dependencies: ["Systems", "Exploration", "Evidence"]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "Conformance", "ReferenceKernel", "Universes", "AddressSpaces", "Vocabulary", "Logic",
        "Evidence",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "l4", "Evidence", "Proving", "AddressSpacesProofs", "ClansAndChiefsProofs",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
