import AddressSpaces

/// Programs made at random from a seed. Program `n` of a seed is always the same, whichever programs
/// are made besides.
public struct RandomPrograms: Sendable {
  public var seed: UInt64
  /// Operations of each program.
  public var length: Int
  /// The universes, which take turns, a block of programs each.
  public var shapes: [Shape]

  /// How many programs in a row have the same universe, so that a kernel is booted once for them.
  public static let block = 64

  public init(
    seed: UInt64, length: Int = 20, shapes: [Shape] = RandomPrograms.shapes()
  ) {
    precondition(!shapes.isEmpty, "there must be a universe to make programs for")
    self.seed = seed
    self.length = length
    self.shapes = shapes
  }

  public func shape(of number: Int) -> Shape { shapes[number / Self.block % shapes.count] }

  /// Program `number`.
  public func program(_ number: Int) -> Program {
    var user = Writing(programs: self, number: number)
    do { return try shape(of: number).withOracle(&user) } catch {
      return Program(shape(of: number), [])
    }
  }

  func origin(of number: Int) -> String { "random, seed \(seed), program \(number)" }

  /// When a program's probes are: every fourth program has none between its operations.
  func probing(_ number: Int) -> Program.Probing { number % 4 == 3 ? .end : .everyStep }

  func chooser(_ number: Int) -> OperationChooser {
    OperationChooser(shape(of: number), Randomness(seed: seed, program: number))
  }

  /// Universes of different sizes, each with every profile. (U2 to U6)
  public static func shapes(profiles: [Profile] = Profile.all) -> [Shape] {
    var shapes: [Shape] = []
    for profile in profiles {
      for var shape in sizes {
        shape.profile = profile
        // What is said of ports makes no difference where there are none.
        let hasOwnProfile = shape.ports > 0 || profile.hasPlainPorts
        if hasOwnProfile { shapes.append(shape) }
      }
    }
    return shapes
  }

  /// From states of one byte to the largest; with kernel area, ports, and shortage of nodes.
  private static let sizes = [
    Shape(tasks: 3, pages: 2, frames: 2),
    Shape(tasks: 4, pages: 4, frames: 3),
    Shape(tasks: 3, pages: 4, frames: 2, userPages: 3, ports: 1),
    Shape(tasks: 4, pages: 8, frames: 4, userPages: 7),
    Shape(tasks: 3, pages: 4, frames: 2, nodes: 3),
    Shape(tasks: 8, pages: 4, frames: 4),
    Shape(tasks: 4, pages: 5, frames: 2, ports: 3),
    Shape(tasks: 2, pages: 16, frames: 8, userPages: 14),
    Shape(tasks: 5, pages: 6, frames: 3, nodes: 9),
    Shape(tasks: 4, pages: 2, frames: 1, ports: 6),
  ]
}

extension Profile {
  /// Every combination of choices.
  public static var all: [Profile] {
    var all: [Profile] = []
    for grant in GrantWithoutWrite.allCases {
      for overmapping in Overmapping.allCases {
        for selfMapping in SelfMapping.allCases {
          for granularity in [UInt8(0), 4] {
            for unmap in ReadOnlyUnmapOfPorts.allCases {
              all.append(
                Profile(
                  grantWithoutWrite: grant, overmapping: overmapping, selfMapping: selfMapping,
                  portGranularity: granularity, readOnlyUnmapOfPorts: unmap))
            }
          }
        }
      }
    }
    return all
  }

  /// Whether the choices that concern ports are the recommended ones.
  var hasPlainPorts: Bool { portGranularity == 0 && readOnlyUnmapOfPorts == .noEffect }
}

/// Makes one program by running the specification along.
private struct Writing: OracleUser {
  let programs: RandomPrograms
  let number: Int

  mutating func use<Storage, let slots: Int, let frames: Int>(
    _ oracle: Oracle<Storage, slots, frames>
  ) -> Program {
    var oracle = oracle
    var chooser = programs.chooser(number)
    var program = Program(
      oracle.shape, [], probing: programs.probing(number))
    for _ in 0..<programs.length {
      let operation = chooser.next(oracle.view)
      _ = oracle.perform(operation)
      program.operations.append(operation)
    }
    return program
  }
}
