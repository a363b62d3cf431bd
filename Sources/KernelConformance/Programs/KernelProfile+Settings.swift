import Microkernel

extension KernelProfile {
  /// The profile as `KernelProfile(parsing:)` reads it: the one with a name that it is nearest to, and
  /// what differs.
  package var settings: String {
    let texts = Self.named.map { base in
      KernelOption.all.filter { $0[self] != $0[base.profile] }.reduce([base.name]) {
        parts, option in
        let choice = option.alternatives.first { $0.name == option[self] }
        return parts + ["\(option.name)=\(choice?.setting ?? "")"]
      }
    }
    return (texts.min { $0.count < $1.count } ?? []).joined(separator: ",")
  }
}
