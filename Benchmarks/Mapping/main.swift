import Evidence
import Exploration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

private func search<M: Model>(_ model: M, _ arguments: Arguments) throws -> Summary {
  var options = Options(workers: arguments.workers)
  if arguments.showsProgress {
    options.progress = { now in
      print(
        "level \(now.level): \(now.taken) of \(now.frontier) states expanded;"
          + " \(now.distinct) states, \(now.generated) transitions in all")
    }
  }
  let report = try Explorer(model, options: options).run()
  return Summary(report, size: arguments.size, workers: arguments.workers)
}

guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())),
  let mapping = arguments.size.mapping
else {
  print(Arguments.usage)
  exit(Failure.usage)
}
do {
  let summary =
    arguments.isWide
    ? try search(WideMapping(mapping: mapping), arguments) : try search(mapping, arguments)
  print(arguments.isJSON ? summary.json(arguments.size) : summary.text(arguments.size))
  if !summary.isAsExpected {
    print("expected \(arguments.size.states) states and \(arguments.size.transitions) transitions")
    exit(Failure.unexpectedVerdict)
  }
  exit(summary.verdict.exitStatus)
} catch {
  print("error: \(error)")
  exit(Failure.toolError)
}
