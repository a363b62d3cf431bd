import Logic
import Proving
import SMT
import Threads

extension ThreadsProof {
  /// Every step with any arguments. What of a call can be left out makes rules of their own.
  func rules(
    _ universe: ThreadsUniverse<Symbolic, 4, 4>, in context: Context
  ) -> [System.Rule] {
    let (invoker, isInvoker) = Symbolic.singleton("invoker", width: threads, in: context)
    let (target, isTarget) = Symbolic.singleton("target", width: threads, in: context)
    let (task, isTask) = Symbolic.singleton("task", width: tasks, in: context)
    let (chief, isChief) = Symbolic.singleton("chief", width: tasks, in: context)
    let isFormer = Symbolic.truth("is_former", in: context)
    let (pager, isPager) = reference("new_pager", in: context)
    let (preempter, isPreempter) = reference("new_preempter", in: context)
    let number = Symbolic.count("number", in: context)
    let parameters = SchedulingParameters<Symbolic>(
      priority: number, slice: Symbolic.count("new_slice", in: context))
    let truth = Symbolic.truth("truth", in: context)
    let switches = Symbolic.truth("switches", in: context)
    let some = Symbolic.bits("some", width: threads, in: context)

    let destination = Reference<Symbolic>(task, isFormer: isFormer)
    let named = Reference<Symbolic>(target, isFormer: isFormer)
    let newChief = Reference<Symbolic>(chief, isFormer: truth)
    let registers = Symbolic.count("new_registers", in: context)
    func rule(
      _ name: String, _ step: ThreadsStep<Symbolic>, _ conditions: Symbolic.Truth...
    ) -> System.Rule {
      System.Rule(name, step, where: conditions) { state, step in
        state.take(
          step, roster: universe.roster, profile: universe.profile,
          clansProfile: universe.clansProfile)
      }
    }
    return [
      rule(
        "create",
        .taskNew(
          destination, .active(mcp: number, registers: registers, pager: pager), by: invoker),
        isInvoker, isTask, isPager),
      rule(
        "donate", .taskNew(destination, .inactive(chief: newChief), by: invoker),
        isInvoker, isTask, isChief),
      rule(
        "ex_regs",
        .exRegs(
          ExRegs(target, registers: registers, pager: pager, preempter: preempter), by: invoker),
        isInvoker, isTarget, isPager, isPreempter),
      rule(
        "ex_regs registers", .exRegs(ExRegs(target, registers: registers), by: invoker),
        isInvoker, isTarget),
      rule(
        "ex_regs others",
        .exRegs(ExRegs(target, pager: pager, preempter: preempter), by: invoker),
        isInvoker, isTarget, isPager, isPreempter),
      rule(
        "schedule",
        .threadSchedule(named, setting: parameters, externalPreempter: preempter, by: invoker),
        isInvoker, isTarget, isPreempter),
      rule(
        "schedule query",
        .threadSchedule(named, setting: nil, externalPreempter: nil, by: invoker),
        isInvoker, isTarget),
      rule("exception", .exception(in: invoker, handler: number), isInvoker),
      rule("table", .loadExceptionTable(of: invoker, isValid: truth), isInvoker),
      rule("switch", .threadSwitch(to: named, by: invoker), isInvoker, isTarget),
      rule("yield", .threadSwitch(to: .nobody, by: invoker), isInvoker),
      rule("wait", .wait(invoker), isInvoker),
      rule("wake", .wake(some)),
      rule(
        "transfer", .transfer(from: invoker, to: target, waits: truth, switches: switches),
        isInvoker, isTarget),
      rule("tick", .tick),
    ]
  }

  /// A thread as an id names it, or nobody, and the condition that it is so.
  private func reference(
    _ name: String, in context: Context
  ) -> (Reference<Symbolic>, Symbolic.Truth) {
    let who = Symbolic.bits(name, width: threads, in: context)
    let isFormer = Symbolic.truth("\(name)_is_former", in: context)
    return (Reference(who, isFormer: isFormer), who.isEmpty || Symbolic.isSingleton(who))
  }
}
