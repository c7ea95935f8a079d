import SpecModel

/// A file that a command makes out of a protocol file.
struct Output {
  /// Where it goes.
  var path: String
  /// What it says.
  var text: String
  /// The protocol file.
  var source: Input
  /// The command that makes it, for a message about a stale one.
  var command: String
}

/// What all commands that write files do alike: compare, write what differs, say so.
struct OutputWriter {
  /// Where it tells what it did.
  let log: StandardStream

  /// Writes each file that differs from what is there.
  func write(_ outputs: [Output]) throws {
    for output in outputs {
      try FileSystem.makeFolder(Path.folder(of: output.path))
      if try current(output) == Array(output.text.utf8) {
        try log.write("\(output.path): unchanged\n")
      } else {
        try FileSystem.write(output.text, to: output.path)
        try log.write("\(output.path): written\n")
      }
    }
  }

  /// Whether every file is as it would be written; tells of each that is not, and what to run.
  func areCurrent(_ outputs: [Output]) throws -> Bool {
    var areCurrent = true
    for output in outputs {
      guard let bytes = try current(output) else {
        areCurrent = false
        StandardStream.error.print("\(output.path): missing\n  run: \(output.command)\n")
        continue
      }
      if bytes == Array(output.text.utf8) {
        try log.write("\(output.path): up to date\n")
      } else {
        areCurrent = false
        StandardStream.error.print(
          "\(output.path): stale, it does not say what \(output.source.name) says\n"
            + firstDifference(String(decoding: bytes, as: UTF8.self), output.text)
            + "  run: \(output.command)\n")
      }
    }
    return areCurrent
  }

  /// What is in the file now; nil where there is none.
  private func current(_ output: Output) throws -> [UInt8]? {
    guard FileSystem.exists(output.path) else { return nil }
    return try FileSystem.read(output.path)
  }

  /// ```
  ///   line 12
  ///     is:        1 IN : ['ping, count']
  ///     should be: 1 IN : ['ping, number']
  /// ```
  private func firstDifference(_ old: String, _ new: String) -> String {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    var line = 0
    while line < old.count, line < new.count, old[line] == new[line] { line += 1 }
    func shown(_ lines: [Substring]) -> String {
      line < lines.count ? Printable.line(String(lines[line])) : "(nothing: the file ends before)"
    }
    return "  line \(line + 1)\n    is:        \(shown(old))\n    should be: \(shown(new))\n"
  }
}

/// Two protocol files that would give one output; a usage error, found before anything is written.
enum OutputCollision {
  /// The first collision, as a sentence. Names that differ in case alone are one on many file systems.
  static func sentence(_ outputs: [Output]) -> String? {
    var seen: [String: Output] = [:]
    for output in outputs {
      if let first = seen.updateValue(output, forKey: output.path.lowercased()) {
        return "\(first.source.name) and \(output.source.name) would both give \(output.path); rename one of them"
      }
    }
    return nil
  }
}
