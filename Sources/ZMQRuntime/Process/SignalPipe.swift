import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The way out of a signal handler, in which hardly anything is allowed but to write a byte: into a pipe, at whose other end
/// the byte is read where everything is allowed. It is made once, and stays.
enum SignalPipe {
  /// Its ends; -1 where the program has no descriptors left.
  private static let ends: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }()

  private static let reader = Locked<(any DispatchSourceRead)?>(nil)

  /// Begins to read, unless that has been done before.
  ///
  /// - Parameter caught: Is called with the number of each signal; that of the first call counts.
  /// - Returns: false where there is no pipe.
  static func listen(_ caught: @escaping @Sendable (Int32) -> Void) -> Bool {
    let reading = ends.reading
    guard reading >= 0 else { return false }
    reader.withLock { reader in
      if reader != nil { return }
      let source = DispatchSource.makeReadSource(fileDescriptor: reading, queue: .global())
      source.setEventHandler {
        var number: UInt8 = 0
        while read(reading, &number, 1) == 1 { caught(Int32(number)) }
      }
      source.resume()
      reader = source
    }
    return true
  }

  /// The handler. A full pipe needs no further byte.
  static let note: @convention(c) (Int32) -> Void = { number in
    let before = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(SignalPipe.ends.writing, &byte, 1)
    errno = before
  }
}
