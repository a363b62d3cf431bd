import Microkernel

extension Reply {
  /// Whether it is of the call that was made.
  package func answers(_ operation: KernelOperation) -> Bool {
    switch (self, operation) {
    case (.nearest, .idNearest), (.scheduled, .threadSchedule), (.registers, .exRegs),
      (.created, .create), (.created, .donate):
      true
    default: false
    }
  }
}
