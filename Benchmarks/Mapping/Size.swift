/// The sizes at which checkers are compared, and what each must count.
enum Size: String, CaseIterable {
  case tiny, small, mid, big

  var mapping: Mapping? {
    switch self {
    case .tiny: Mapping(spaces: 3, pages: 2, frames: 2)
    case .small: Mapping(spaces: 2, pages: 5, frames: 2)
    case .mid: Mapping(spaces: 4, pages: 2, frames: 1)
    case .big: Mapping(spaces: 4, pages: 2, frames: 2)
    }
  }

  var states: Int {
    switch self {
    case .tiny: 5209
    case .small: 88595
    case .mid: 389_937
    case .big: 1_817_581
    }
  }

  var transitions: Int {
    switch self {
    case .tiny: 375_028
    case .small: 9_033_750
    case .mid: 47_941_422
    case .big: 249_228_628
    }
  }
}
