import Exploration
import Logic

/// Kernels of up to four threads in four tasks, and eight slots: the smallest form, and the fastest.
public typealias SmallKernelModel = KernelModel<UInt8, 4, 4, 1, 8, 2, 8>

extension KernelUniverse {
  /// The universe as a model of the smallest form, with everything that is asked of it. The search is
  /// compiled here, for this form only.
  public func searchSmall(
    _ options: Options, states: Bool = true, steps: Bool = true
  ) throws -> Report<SmallKernelModel> {
    let model = try SmallKernelModel(self) { platform in
      states || steps ? SmallKernelModel.statements(self, platform, steps: steps) : []
    }
    return try Explorer(model, options: options).run()
  }
}
