#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be read or written: the world's fault, not the protocol's. The command ends with 2.
struct FileTrouble: Error, CustomStringConvertible {
  /// What was tried: `read`, `write`.
  var action: String
  /// The file as the user named it.
  var path: String
  /// What the system says: `No such file or directory`.
  var reason: String

  /// The trouble that `errno` tells of.
  init(_ action: String, _ path: String, errno code: CInt) {
    self.init(action, path, reason: String(cString: strerror(code)))
  }

  /// A trouble with a reason of our own.
  init(_ action: String, _ path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  var description: String { "cannot \(action) \(path): \(reason)" }
}

/// Reading and writing by system calls: a command that draws one diagram should not first load a framework.
enum FileSystem {
  /// Where reading stops; the compiler refuses far smaller files, but `/dev/zero` has no end.
  private static let limit = 64 * 1024 * 1024

  /// All bytes of a file.
  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileTrouble("read", path, errno: errno) }
    defer { close(file) }
    return try read(file, named: path)
  }

  /// All bytes of an open file.
  static func read(_ file: CInt, named name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      var trouble: CInt = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
        count = 0
        while true {
          let got = systemRead(file, buffer.baseAddress, buffer.count)
          if got >= 0 { count = got }
          if got < 0, errno == EINTR { continue }
          if got < 0 { trouble = errno }
          return
        }
      }
      guard trouble == 0 else { throw FileTrouble("read", name, errno: trouble) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
    return bytes
  }

  /// Replaces a file's contents at once: a reader sees the old text or the new one, never a part.
  ///
  /// A symbolic link stays one, permissions stay, and what is no regular file (`/dev/stdout`) is written to as it is.
  static func write(_ text: String, to path: String) throws {
    var path = path
    if let resolved = realpath(path, nil) {
      path = String(cString: resolved)
      free(resolved)
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw FileTrouble("write", path, errno: errno) }
      defer { close(file) }
      return try write(text, to: file, named: path)
    }
    let draft = "\(path).\(getpid()).tmp"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileTrouble("write", path, errno: errno) }
    do {
      defer { close(file) }
      if exists { _ = fchmod(file, status.st_mode & 0o7777) }
      try write(text, to: file, named: path)
      guard rename(draft, path) == 0 else { throw FileTrouble("write", path, errno: errno) }
    } catch {
      _ = unlink(draft)
      throw error
    }
  }

  /// Writes a file that must not be there yet; false, and nothing is touched, when it is.
  static func create(_ path: String, _ text: String) throws -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if file < 0, errno == EEXIST { return false }
    guard file >= 0 else { throw FileTrouble("write", path, errno: errno) }
    defer { close(file) }
    try write(text, to: file, named: path)
    return true
  }

  /// Writes all of a text to an open file.
  static func write(_ text: String, to file: CInt, named name: String) throws {
    var text = text
    let trouble: CInt = text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = systemWrite(file, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
    guard trouble == 0 else { throw FileTrouble("write", name, errno: trouble) }
  }

  /// Makes a folder and those above it; one that is there already is fine.
  static func makeFolder(_ path: String) throws {
    if path.isEmpty || isFolder(path) { return }
    try makeFolder(Path.folder(of: path))
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileTrouble("make the folder", path, errno: errno) }
    if !isFolder(path) { throw FileTrouble("make the folder", path, errno: ENOTDIR) }
  }

  /// Whether there is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is something under this name.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ file: CInt) -> Bool { isatty(file) == 1 }

  /// A variable of the environment; nil when it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  private static func systemRead(_ file: CInt, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, bytes, count)
    #elseif canImport(Musl)
      Musl.read(file, bytes, count)
    #else
      Darwin.read(file, bytes, count)
    #endif
  }

  private static func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes, count)
    #elseif canImport(Musl)
      Musl.write(file, bytes, count)
    #else
      Darwin.write(file, bytes, count)
    #endif
  }
}
