import KernelPrograms
import KernelUniverses
import Logic
import Microkernel

/// States as a person draws them: what they have in common once, and then what differs.
struct StatePictures {
  private let pictures: [[KernelPicture.Line]]

  init(_ moments: [Moment<Concrete<UInt32>>], on model: StageModel<Concrete<UInt32>>) {
    let stage = model.stage
    var universe = KernelUniverse(
      name: stage.name, population: stage.population, profile: model.profile,
      buffers: stage.buffers, setup: stage.setup, operations: [], sources: stage.sources,
      slice: stage.slice)
    universe.shape = stage.shape
    var seen: Set<KernelPicture> = []
    var pictures: [[KernelPicture.Line]] = []
    for moment in moments {
      let picture = KernelPicture(moment.kernel, in: universe)
      // Attributes are not the same subjects for all states, and are of less interest.
      if seen.insert(picture).inserted {
        pictures.append(picture.lines.filter { $0.section != .attributes })
      }
    }
    self.pictures = pictures
  }

  var count: Int { pictures.count }

  /// The states in a few lines; of many, the first ones.
  func lines(atMost limit: Int = 4) -> [String] {
    guard let first = pictures.first else { return [] }
    let common = first.indices.filter { index in
      pictures.allSatisfy { $0[index] == first[index] }
    }
    var lines = Self.words(common.map { first[$0] })
    guard count > 1 else { return lines }
    let others = first.indices.filter { !common.contains($0) }
    for (number, picture) in pictures.prefix(limit).enumerated() {
      let words = Self.words(others.map { picture[$0] })
      lines.append("state \(number + 1) of \(count): " + words.joined(separator: "; "))
    }
    if count > limit { lines.append("and \(count - limit) more") }
    return lines
  }

  /// What is worth a word: not who is ready for nothing, and not what sigma0 has from the beginning.
  private static func words(_ lines: [KernelPicture.Line]) -> [String] {
    lines.filter { line in
      if line.text.isEmpty || line.text == "ready" || line.subject == "free nodes" { return false }
      switch line.section {
      case .threads, .processor, .interrupts: return true
      case .memory: return !line.subject.hasPrefix("s0.")
      case .tasks: return line.text.hasPrefix("inactive")
      case .attributes: return false
      }
    }.map { "\($0.subject): \($0.text)" }
  }
}
