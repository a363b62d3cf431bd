import L4Calls
@_cdecl("program_main")
public func root() -> Never {
  while true {}
}
