import Forms
import Universes

extension KernelRunFile {
  /// The reference of run files for whole kernels, as Markdown. It is made of the tables that the
  /// parser reads by.
  public static var reference: String {
    [
      RunFile.table("A run file for a whole kernel", KernelRunKey.self),
      RunFile.table("`profile` of a whole kernel", KernelProfileKey.self),
      RunFile.table("An item of `operations` of a whole kernel", KernelFamily.self),
      RunFile.table("The keys of these families", KernelKey.self),
    ].joined(separator: "\n")
  }
}
