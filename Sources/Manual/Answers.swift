import AddressSpaces
import ClansAndChiefs
import ClansAndChiefsProofs
import Threads

// What calls other than ipc answer, as sentences.

extension Notice {
  static func answer(_ step: ThreadsStep<some Any>, _ outcome: ThreadsOutcome) -> Notice {
    switch outcome {
    case .taskNew(let answer): .answer(answer)
    case .exRegs(.elsewhere): Notice("nothing", "happens")
    case .exRegs(.inactive): Notice("nothing", "happens: the target stays inactive")
    case .exRegs(.created): Notice("the target", "is active, with the registers of the call")
    case .exRegs(.changed): Notice("the target", "has what the call sets, and its ipc is cancelled")
    case .threadSwitch(.switched): Notice("the destination", "runs in the caller's time slice")
    case .threadSwitch(.yielded): Notice("the scheduler", "chooses who runs")
    case .threadSchedule(.notExistent), .threadSchedule(.outOfReach):
      Notice("nothing", "happens: the answer is all ones")
    case .threadSchedule(.tooHigh): Notice("nothing", "is set: the answer is all ones")
    case .threadSchedule(.onlyPreempter):
      Notice("only the external preempter", "is set: the answer is all ones")
    case .threadSchedule(.done):
      if case .threadSchedule(_, setting: nil, externalPreempter: nil, by: _) = step {
        Notice("the answer", "is what there is")
      } else {
        Notice("what the call gives", "is set: the answer is what was before")
      }
    case .exception(.mirrored): Notice("the thread", "goes on in its handler")
    case .exception(.shutDown): Notice("the thread", "is shut down")
    case .done: Notice("it", "is so from now on")
    }
  }

  static func answer(_ outcome: ClanCase) -> Notice {
    switch outcome {
    case .notChief, .tooDeep, .noSuchChief, .belowItself:
      Notice("nothing", "happens: the answer is the nil id")
    case .created:
      Notice("the new task", "is active, and the old one has ended: the answer is its id")
    case .deleted: Notice("the task", "has ended, its number is the caller's: the answer is its id")
    case .donated: Notice("the number", "has its new chief, and the old task has ended")
    }
  }

  static func answer(_ outcome: ClanOutcome<some Any>) -> Notice {
    guard case .answered(let answer) = outcome else { return Notice("it", "is \(outcome)") }
    return .answer(answer.isCase)
  }

  static func answer(_ nearest: NearestCase) -> Notice {
    let type = String(nearest.type, radix: 16, uppercase: true)
    let text =
      switch nearest {
      case .oneself: "the caller's own id"
      case .direct: "the id that was asked about"
      case .innerClan: "the id of the chief that leads there"
      case .outerClan: "the id of the caller's chief"
      }
    return Notice("the answer", "is \(text), type 0x\(type)")
  }

  /// What a step about pages does; of fpage_unmap, with its mask.
  static func answer(_ step: Step<some Any>, _ page: PageCase) -> Notice {
    guard case .unmap(_, let mask) = step else { return Notice("the page", "is \(page)") }
    let pages =
      mask.includesOwn
      ? "the caller's own pages, and all that was derived from them,"
      : "all that was derived from the caller's pages"
    return Notice(pages, "\(mask.isComplete ? "can be reached no more" : "can only be read")")
  }
}
