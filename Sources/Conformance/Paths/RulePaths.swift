import AddressSpaces
import Logic
import SMT
import Vocabulary

/// A rule with symbolic arguments, whose paths are to be covered.
struct RulePaths {
  /// What a path came to.
  struct Ending: Sendable {
    /// The cases of the pages in order; one for a single rule.
    var cases: [PageCase]
    /// The answer that was decided before the first page.
    var answer: Outcome?
  }

  let name: String
  var world: SymbolicWorld
  /// Runs the rule; asks the same questions in every run that gets the same answers.
  var body: (SymbolicWorld) -> Ending = { _ in Ending(cases: []) }
  /// The operation that a model of a path stands for.
  var operation: (Model) throws -> Operation?
  /// What is tried first, for a call would otherwise decide before the rule does.
  var preference = Symbolic.Truth(true)
  /// What the questions of the rule are, by the answers so far.
  var questions: ([Bool]) -> String? = { _ in nil }
}

extension RulePaths {
  static func transfer(_ shape: Shape, grants: Bool) throws -> RulePaths {
    var world = try SymbolicWorld(
      shape, hasShortage: shape.ports == 0, hasTranslations: false)
    let source = world.slot("source")
    let destination = world.slot("destination")
    let window = Symbolic.bits("window", width: 8, in: world.context)
    let write = world.truth("write")
    world.assume(window.isEmpty || window == destination)
    world.assume(world.meet(source, destination))
    world.assume(source.isSubset(of: world.spaces.live))
    var rule = RulePaths(name: grants ? "grant" : "map", world: world) { model in
      let from = try model.slot(source)
      let to = try model.slot(destination)
      let isOpen = try model.value(window) != 0
      return .transfer(
        Transfer(
          shape.place(of: from).extent, of: Task(from / shape.slotsPerTask),
          to: isOpen ? shape.place(of: to).extent : nil, of: Task(to / shape.slotsPerTask),
          write: try model.value(write), grants: grants))
    }
    rule.body = { world in
      var spaces = world.spaces
      let result =
        grants
        ? spaces.grant(source, to: destination, in: window, write: write, layout: world.layout)
        : spaces.map(source, to: destination, in: window, write: write, layout: world.layout)
      return Ending(cases: [result])
    }
    // The call looks at the tasks first (AS13), the rule for one page later.
    rule.preference = !world.layout.space[at: source].contains(destination)
    rule.questions = { Questions.transfer($0, shape.profile, grants: grants) }
    return rule
  }

  static func unmap(_ shape: Shape, _ mask: UnmapMask) throws -> RulePaths {
    var world = try SymbolicWorld(shape, hasShortage: false, hasTranslations: false)
    let extents = shape.allTasks.flatMap { task in
      (shape.pages > 1 ? [Extent.page(0), .page(0, order: 1)] : [.page(0)]).map { (task, $0) }
        + (shape.ports > 0 ? [(task, Extent.port(0))] : [])
    }
    func slots(of task: Task, _ extent: Extent) -> UInt32 {
      shape.slots(of: task, in: extent).reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    }
    let pages = world.choice("pages", of: extents.map { slots(of: $0.0, $0.1) })
    let derived = world.spaces.below.union(over: pages)
    world.assume(pages.isSubset(of: world.spaces.live))
    // There is one path only; it should do something: to a page that can be written, and to a port.
    world.assume(!(derived & world.spaces.writable).isEmpty)
    if shape.ports > 0 { world.assume(!(derived & world.layout.ports).isEmpty) }
    if mask.includesOwn {
      world.assume(!((pages & world.spaces.mapped) - world.layout.roots).isEmpty)
    }
    var rule = RulePaths(name: "unmap (\(mask))", world: world) { model in
      let found = try model.value(pages)
      return extents.first { slots(of: $0.0, $0.1) == found }.map { .unmap($0.0, $0.1, mask) }
    }
    rule.body = { world in
      var spaces = world.spaces
      return Ending(cases: [spaces.unmap(pages, mask, layout: world.layout)])
    }
    return rule
  }

  static func lifetime(_ shape: Shape, deletes: Bool) throws -> RulePaths {
    var world = try SymbolicWorld(shape, hasShortage: false, hasTranslations: false)
    let task = world.choice("task", of: shape.allTasks.map { shape.mask(of: $0) })
    var rule = RulePaths(name: deletes ? "delete" : "create", world: world) { model in
      let found = try model.value(task)
      return shape.allTasks.first { shape.mask(of: $0) == found }
        .map { deletes ? .delete($0) : .create($0) }
    }
    rule.body = { world in
      var spaces = world.spaces
      return Ending(
        cases: [deletes ? spaces.delete(task, layout: world.layout) : spaces.create(task)])
    }
    rule.questions = { Questions.lifetime($0, deletes: deletes) }
    return rule
  }

  static func access(_ shape: Shape) throws -> RulePaths {
    var world = try SymbolicWorld(shape, hasShortage: false, hasTranslations: true)
    let page = world.slot("page")
    let write = world.truth("write")
    world.assume(page.isSubset(of: world.spaces.live))
    var rule = RulePaths(name: "access", world: world) { model in
      let slot = try model.slot(page)
      return .access(
        Task(slot / shape.slotsPerTask), shape.place(of: slot), write: try model.value(write))
    }
    rule.body = { world in
      var spaces = world.spaces
      return Ending(cases: [spaces.access(page, write: write)])
    }
    rule.questions = { Questions.access($0) }
    return rule
  }

  /// A whole operation, page after page, from any state.
  static func whole(_ operation: Operation, _ shape: Shape) throws -> RulePaths {
    var world = try SymbolicWorld(
      shape, hasShortage: shape.ports == 0, hasTranslations: false)
    let plan = Plan<Symbolic>(operation, in: shape)
    world.assume(world.spaces.permits(plan.call))
    var rule = RulePaths(name: "\(operation)", world: world) { _ in operation }
    rule.body = { world in
      var spaces = world.spaces
      if let answer = spaces.answer(before: plan.call, layout: world.layout) {
        return Ending(cases: [], answer: answer)
      }
      var cases: [PageCase] = []
      for step in plan.steps {
        cases.append(spaces.take(step, layout: world.layout))
        if spaces.outcome(after: cases[cases.count - 1]) != nil { break }
      }
      return Ending(cases: cases)
    }
    return rule
  }
}

extension SymbolicWorld {
  /// That a flexpage operation brings two slots together: two pages, or the same port. (IO2)
  fileprivate func meet(_ source: Symbolic.Bits, _ destination: Symbolic.Bits) -> Symbolic.Truth {
    var meet = (source & layout.ports).isEmpty && (destination & layout.ports).isEmpty
    for port in 0..<shape.ports {
      let slots = Symbolic.Bits(
        mask: shape.allTasks.reduce(0) { $0 | 1 << UInt32(shape.slot($1, port: port).rawValue) })
      meet = meet || (source.isSubset(of: slots) && destination.isSubset(of: slots))
    }
    return meet
  }
}

extension Model {
  /// The slot that a singleton holds.
  fileprivate func slot(_ singleton: Symbolic.Bits) throws(SMTError) -> Int {
    try value(singleton).trailingZeroBitCount
  }
}
