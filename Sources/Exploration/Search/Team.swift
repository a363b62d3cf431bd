#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that do one job together, and then wait for the next. The thread that made the team is its member 0.
@usableFromInline
final class Team: @unchecked Sendable {
  @usableFromInline typealias Job = @Sendable (Int) -> Void

  @usableFromInline let size: Int
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var threads: [pthread_t] = []
  private var job: Job?
  private var round = 0
  private var busy = 0
  private var isDismissed = false
  private var cpuSecondsOfOthers = 0.0
  private let cpuSecondsBefore = threadCPUSeconds()

  init(size: Int) throws(ExplorationError) {
    self.size = size
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
    for member in 1..<max(size, 1) {
      guard let thread = startThread({ [unowned self] in self.serve(as: member) }) else {
        dismiss()
        throw .unusable("the system refused to start \(size) threads")
      }
      threads.append(thread)
    }
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Has every member do `job`, and returns when all have done it. A job too small to be shared is member 0's alone.
  @usableFromInline
  func perform(alone: Bool = false, _ job: @escaping Job) {
    guard size > 1, !alone else { return job(0) }
    pthread_mutex_lock(mutex)
    self.job = job
    busy = size - 1
    round += 1
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
    job(0)
    pthread_mutex_lock(mutex)
    while busy > 0 { pthread_cond_wait(changed, mutex) }
    self.job = nil
    pthread_mutex_unlock(mutex)
  }

  /// Ends the threads. Nothing can be performed afterwards.
  @usableFromInline
  func dismiss() {
    pthread_mutex_lock(mutex)
    isDismissed = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }

  /// Processor seconds that the members have used since the team was made. To be asked by member 0.
  var cpuSeconds: Double { threadCPUSeconds() - cpuSecondsBefore + cpuSecondsOfOthers }

  private func serve(as member: Int) {
    var served = 0
    pthread_mutex_lock(mutex)
    while true {
      while round == served, !isDismissed { pthread_cond_wait(changed, mutex) }
      guard !isDismissed, let job else { break }
      served = round
      pthread_mutex_unlock(mutex)
      let before = threadCPUSeconds()
      job(member)
      let used = threadCPUSeconds() - before
      pthread_mutex_lock(mutex)
      cpuSecondsOfOthers += used
      busy -= 1
      if busy == 0 { pthread_cond_broadcast(changed) }
    }
    pthread_mutex_unlock(mutex)
  }
}

/// A closure on its way to a thread.
private final class ThreadBody {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

private func startThread(_ run: @escaping () -> Void) -> pthread_t? {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, 8 << 20)
  let body = Unmanaged.passRetained(ThreadBody(run))
  #if canImport(Darwin)
    var thread: pthread_t?
    let failure = pthread_create(
      &thread, &attributes,
      { argument in
        Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
  #else
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
  #endif
  guard failure == 0 else {
    body.release()
    return nil
  }
  return thread
}
