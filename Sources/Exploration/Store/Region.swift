#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Zeroed memory straight from the operating system. Address space is reserved at once, and memory is taken as it is touched: so
/// an array in it grows without ever being copied.
@usableFromInline
final class Region: @unchecked Sendable {
  @usableFromInline let base: UnsafeMutableRawPointer
  @usableFromInline let bytes: Int

  @usableFromInline
  init(bytes: Int) throws(ExplorationError) {
    var flags = MAP_PRIVATE | MAP_ANON
    #if os(Linux)
      flags |= MAP_NORESERVE
    #endif
    let size = max(bytes, 1)
    guard let base = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), base != MAP_FAILED
    else {
      throw .memoryRefused(bytes: size, reason: String(cString: strerror(errno)))
    }
    #if os(Linux)
      // Fewer misses in the page tables; a refusal changes nothing.
      _ = madvise(base, size, MADV_HUGEPAGE)
    #endif
    self.base = base
    self.bytes = size
  }

  deinit { munmap(base, bytes) }
}
