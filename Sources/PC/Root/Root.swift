import L4Calls

/// The root task: shows on a real machine what the kernel does, and ends it.
///
/// All of it goes over the seven calls, sigma0 and mapped ports; the first thing that is not as the
/// manual says ends the machine with a failure.
@_cdecl("program_main")
public func root() -> Never {
  let sigma0 = L4.pagerOfMyself()
  let me = L4.myself()
  requestPorts(0x3F8, size: 3, from: sigma0)
  say("root: I am thread ")
  say(me)
  say(", my pager is ")
  say(sigma0)
  say("; this goes over ports that sigma0 has mapped to me\n")
  showInformationPage(sigma0)
  L4.startThread(
    Pager.thread, instruction: pc_function_address(pagerMain), stack: pc_thread_stack(Pager.thread),
    pager: sigma0)
  PingPong(me: me, sigma0: sigma0).run()
  RealTimeClock(sigma0: sigma0).run()
  guard L4.kernelIsSound() else { Exit.failure("the kernel's own audit") }
  say("root: the kernel has audited itself: nothing is wrong\n")
  // Nobody has asked for this port: the instruction faults, and sigma0 maps it. (IO6)
  Exit.success()
}

/// Asks sigma0 for 2^size ports. (IO5)
func requestPorts(_ base: UInt32, size: UInt32, from sigma0: ThreadID) {
  let fpage = Flexpage.ports(base, size: size)
  let answer = L4.ipc(
    sigma0, send: Descriptor.registers,
    receive: Descriptor.window(Flexpage.ports(0, size: 16)), words: (fpage, 0))
  // Before the first ports there is nobody to tell; the fault of the first instruction is one more try.
  if answer.error != 0 || answer.words.1 == 0 { Exit.failure("sigma0 gives no ports", answer.dope) }
}

/// Maps the kernel info page over the shared page's neighbour and reads it. (S0-2, S0-4)
private func showInformationPage(_ sigma0: ThreadID) {
  let place: UInt32 = 0x1000_0000
  let answer = L4.ipc(
    sigma0, send: Descriptor.registers,
    receive: Descriptor.window(Flexpage.memory(place, size: 12)), words: (1, 1))
  guard answer.error == 0, answer.dope & 2 != 0, pc_read32(place) == 0x4BE6_344C else {
    Exit.failure("no kernel info page", answer.dope)
  }
  say("root: kernel info page mapped; memory from ")
  say(hexadecimal: pc_read32(place + 0x60))
  say(" to ")
  say(hexadecimal: pc_read32(place + 0x64))
  say("\n")
}
