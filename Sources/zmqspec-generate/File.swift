#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The system's `write`, beside `File.write`.
private let system_write = write

/// Why a file cannot be read or written.
struct FileProblem: Error, CustomStringConvertible {
  var operation: String
  var path: String
  var code: Int32

  init(_ operation: String, _ path: String) {
    self.operation = operation
    self.path = path
    code = errno
  }

  var description: String { "cannot \(operation) \(path): \(String(cString: strerror(code)))" }
}

/// Whole files, without Foundation, which would make the tool ten times as large.
enum File {
  /// The bytes of a file.
  static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw FileProblem("read", path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, file)
      }
      bytes += chunk
      if chunk.isEmpty {
        // A folder can be opened and not read.
        if ferror(file) != 0 { throw FileProblem("read", path) }
        return bytes
      }
    }
  }

  /// Replaces a file as a whole: whoever reads it at that moment sees the old or the new one.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let draft = path + ".new"
    guard let file = fopen(draft, "wb") else { throw FileProblem("write", path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    let isClosed = fclose(file) == 0
    guard written == bytes.count, isClosed, rename(draft, path) == 0 else {
      let problem = FileProblem("write", path)
      unlink(draft)
      throw problem
    }
  }

  /// Writes a text to standard error.
  static func writeToStandardError(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { system_write(2, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Ends the program.
  static func exit(_ code: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(code)
    #elseif canImport(Glibc)
      Glibc.exit(code)
    #else
      Musl.exit(code)
    #endif
  }
}
