import Exploration
import Logic
import Microkernel
import Vocabulary

/// A model of a whole kernel, of whichever size.
package protocol KernelModelling: Model {
  var universe: KernelUniverse { get }
  func operation(of action: Action) -> KernelOperation
  func picture(of state: State) -> KernelPicture
  /// What a step brought to threads, a line each.
  func results(of action: Action, in state: State) -> [String]
  func failing(_ state: State, after step: (State, Action)?) -> [Failed]
}

extension KernelModel: KernelModelling {
  package func operation(of action: Action) -> KernelOperation {
    universe.operations[Int(action.operation)]
  }

  package func picture(of state: State) -> KernelPicture { KernelPicture(state, in: universe) }

  package func results(of action: Action, in state: State) -> [String] {
    KernelSketch(state: state, universe: universe).results(
      of: action.effects, actor: operation(of: action).actor)
  }

  public func describe(_ state: State) -> String { picture(of: state).description }
}

/// Something that is done with the model of a universe, of whichever type it is.
package protocol KernelModelVisitor {
  associatedtype Result
  func visit(_ model: some KernelModelling) throws -> Result
}

extension KernelUniverse {
  /// How much the largest model has room for.
  public enum Capacity {
    public static let threads = 8
    public static let tasks = 8
    public static let sources = 2
    public static let slots = 24
    public static let frames = 4
  }

  /// Whether the largest model has room for the memory of this universe.
  var hasRoom: Bool {
    shape.slots <= Capacity.slots && shape.frames + shape.ports <= Capacity.frames
  }

  /// Makes the model with the smallest state in which the universe fits, for it is the fastest. There
  /// are few sizes: each is the whole kernel compiled once more.
  package func withModel<Visitor: KernelModelVisitor>(
    checking agenda: KernelAgenda = .nothing, for visitor: Visitor
  ) throws -> Visitor.Result {
    precondition(hasRoom, "the universe is too large")
    let count = population.threads
    let isSmall = count <= 4 && population.tasks <= 4 && sources <= 1
    if isSmall, shape.slots <= 8, shape.frames <= 2 {
      return try visitor.visit(
        try KernelModel<UInt8, 4, 4, 1, 8, 2, 8>(self, checking: agenda))
    }
    if shape.slots <= 8, shape.frames <= 2 {
      return try visitor.visit(
        try KernelModel<UInt8, 8, 8, 2, 8, 2, 20>(self, checking: agenda))
    }
    return try visitor.visit(
      try KernelModel<UInt32, 8, 8, 2, 24, 4, 40>(self, checking: agenda))
  }
}
