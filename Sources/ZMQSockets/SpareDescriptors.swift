import CLibZMQ
import ZMQRuntime

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// File descriptors that this program could still open.
///
/// Where libzmq lacks one as it starts its threads or looks up an address, it ends the program instead of saying so
/// (`errno_assert` in epoll.cpp, ip_resolver.cpp). So it is asked before.
enum SpareDescriptors {
  /// Makes sure that there are so many.
  ///
  /// - Throws: `TransportError` with EMFILE.
  static func demand(_ count: Int = 8, for operation: String, _ subject: String) throws(TransportError) {
    guard areThere(count) else { throw TransportError(operation, subject, code: EMFILE) }
  }

  /// Whether there are so many: they are opened, and closed again.
  private static func areThere(_ count: Int) -> Bool {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    while opened.count < count {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      opened.append(descriptor)
    }
    return true
  }
}
