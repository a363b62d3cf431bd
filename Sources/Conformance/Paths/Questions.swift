import AddressSpaces

/// What the rules ask on their way, in words: the answers so far say which question is next.
enum Questions {
  static func transfer(_ answers: [Bool], _ profile: Profile, grants: Bool) -> String? {
    var questions = [
      "the receiver is active", "the window is open", "the sender holds the page",
      "the frame may be there",
    ]
    if profile.selfMapping != .aliases { questions.append("the tasks are two") }
    questions.append("the destination is no ancestor")
    if answers.count < questions.count { return questions[answers.count] }
    let rest = Array(answers.dropFirst(questions.count))
    if grants {
      return rest.isEmpty
        ? "sigma0's own are not concerned" : rest.count == 1 ? "the destination is occupied" : nil
    }
    switch rest.count {
    case 0: return "the destination is occupied"
    case 1: return rest[0] ? "by a child of the source" : "there is memory"
    case 2: return rest[0] ? "by what is not sigma0's own" : nil
    default: return nil
    }
  }

  static func lifetime(_ answers: [Bool], deletes: Bool) -> String? {
    let questions =
      deletes ? ["the task is not sigma0", "the task is active"] : ["the task is not active"]
    return answers.count < questions.count ? questions[answers.count] : nil
  }

  static func access(_ answers: [Bool]) -> String? {
    switch answers.count {
    case 0: "the TLB allows it"
    case 1: "the tree allows it"
    default: nil
    }
  }
}
