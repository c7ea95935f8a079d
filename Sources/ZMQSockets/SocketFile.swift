import ZMQRuntime

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The file of an `ipc` endpoint, which libzmq makes when it binds and, unless it has chosen the name itself, leaves behind
/// (libzmq #3204, ipc_listener.cpp).
struct SocketFile {
  let endpoint: String
  private let path: String
  private let identity: Identity

  /// Which file it is, whatever else is under its name meanwhile.
  private struct Identity: Equatable {
    let device: UInt64
    let inode: UInt64

    /// That of a socket's file; nil where there is none.
    init?(of path: String) {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
      device = UInt64(truncatingIfNeeded: status.st_dev)
      inode = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  /// The file that was made for an endpoint; nil where there is none: another transport, a name that is no file's
  /// (`ipc://@name`), a wildcard, whose file libzmq removes together with its folder.
  ///
  /// - Parameters:
  ///   - wanted: The endpoint as it was asked for.
  ///   - endpoint: The endpoint as it is bound.
  init?(boundFor wanted: String, as endpoint: String) {
    guard endpoint.hasPrefix("ipc://"), wanted != "ipc://*" else { return nil }
    let path = String(endpoint.dropFirst("ipc://".count))
    guard !path.hasPrefix("@"), let identity = Identity(of: path) else { return nil }
    (self.endpoint, self.path, self.identity) = (endpoint, path, identity)
  }

  /// Removes it, unless another program has bound its name meanwhile; to be called while the socket still listens, so that
  /// the system has not given its number to another file.
  func remove() {
    if Identity(of: path) == identity { unlink(path) }
  }
}
