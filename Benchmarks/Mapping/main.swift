import Exploration

let mapping = Mapping(spaces: 4, pages: 2, frames: 2)!
var options = Options(workers: CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1])! : 1)
let r = try Explorer(mapping, options: options).run()
print(r.verdict, r.distinct, r.generated, r.depth, r.cost, r.bytesPerState, r.statesPerSecond, r.transitionsPerSecond)
