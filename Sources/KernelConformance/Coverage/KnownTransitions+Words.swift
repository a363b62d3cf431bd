extension KnownTransitions {
  static let words = ""
}
