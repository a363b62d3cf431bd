import Forms

/// The keys of a system file.
enum SystemKey: String, Keys {
  case system, about, profile, scheduling, pages, frames, interrupts, threads, setup, checks,
    hazards
  case goals, limits

  var form: Form {
    switch self {
    case .system, .about: .text
    case .profile: .choice(SystemFile.profiles)
    case .scheduling: .choice(of: SystemFile.Scheduling.self)
    case .pages: .number(0...8)
    case .frames: .number(0...SystemFile.Capacity.frames)
    case .interrupts: .number(0...SystemFile.Capacity.sources)
    case .threads: .other("a mapping with the names of threads as keys")
    case .setup: .list("map A.p0 → B.p0 rw, grant A.p0 → B.p0 rw")
    case .checks, .hazards:
      .list(
        "no deadlock, ex_regs wakes its target, always …, never …, eventually …, "
          + "again and again …, … leads to …, X never starves; to the last four can be added: "
          + "“, provided again and again …”")
    case .goals: .list("what a state can be")
    case .limits: .mapping(of: SystemLimitKey.self)
    }
  }

  var meaning: String {
    switch self {
    case .system: "what reports call the system"
    case .about: "what it shows"
    case .profile: "the choices at the open points (section P)"
    case .scheduling: "who executes the next instruction"
    case .pages: "virtual pages of each task"
    case .frames: "page frames; root has frame n at its page n"
    case .interrupts: "sources of interrupts, irq0 and so on"
    case .threads: "who is there, and what each of them does"
    case .setup: "which pages are passed on before the threads begin"
    case .checks: "what must be so"
    case .hazards: "what is not so, which is what the system shows"
    case .goals: "what must be reached by some run"
    case .limits: "where the search stops"
    }
  }

  var absent: String? {
    switch self {
    case .system, .threads: nil
    case .about: "nothing"
    case .profile: "v2"
    case .scheduling: "in any order"
    case .pages, .interrupts: "0"
    case .frames: "as many as pages"
    case .setup, .checks, .hazards, .goals: "none"
    case .limits: "no limits"
    }
  }
}

/// The keys of a thread.
enum ThreadKey: String, Keys {
  case task, pager, buffer, priority, slice, program

  var form: Form {
    switch self {
    case .task: .text
    case .pager: .other("the name of a thread, or nobody")
    case .buffer: .other("a page: p0, p1 and so on")
    case .priority: .number(0...255)
    case .slice: .other("a whole number of ticks from 1 to 254, or endless")
    case .program:
      .other("a list of instructions and of the blocks loop, choose, and if …, else")
    }
  }

  var meaning: String {
    switch self {
    case .task: "the task that it is a thread of: threads with the same task share an address space"
    case .pager: "whom the kernel asks when it has a page fault (A8)"
    case .buffer: "where its messages are that do not fit into registers"
    case .priority: "255 is the highest (SC1)"
    case .slice: "how long it may run before others of its priority do (SC2)"
    case .program: "what it does; at the end it sleeps for ever"
    }
  }

  var absent: String? {
    switch self {
    case .task: "one of its own, with its name"
    case .pager: "root"
    case .buffer: "in no page: copying never faults"
    case .priority: "1"
    case .slice: "endless"
    case .program: "it sleeps"
    }
  }
}

/// Where a search stops.
enum SystemLimitKey: String, Keys {
  case states, seconds

  var form: Form { .number(1...Int.max) }
  var meaning: String {
    switch self {
    case .states: "distinct states; with more the run is incomplete"
    case .seconds: "time; with more the run is incomplete"
    }
  }
  var absent: String? { "no limit" }
}
