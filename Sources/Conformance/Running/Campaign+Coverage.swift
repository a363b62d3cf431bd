extension Campaign {
  func coverGraphs(_ report: inout ConformanceReport, _ collector: inout Collector<C>) throws {}
  func coverPaths(_ report: inout ConformanceReport, _ collector: inout Collector<C>) throws {}
}
