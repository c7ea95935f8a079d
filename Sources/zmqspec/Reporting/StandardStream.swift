/// Standard output or standard error.
enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Writes a text; throws where it cannot be written, as to a full disk.
  func write(_ text: String) throws {
    try FileSystem.write(text, to: rawValue, named: self == .output ? "<stdout>" : "<stderr>")
  }

  /// Writes a text that is about something else going wrong, where there is nobody left to tell of a further trouble.
  func print(_ text: String) { try? write(text) }

  /// Whether a person reads it.
  var isTerminal: Bool { FileSystem.isTerminal(rawValue) }

  /// Whether it gets colours: a terminal, unless `NO_COLOR` is set (no-color.org).
  var isColoured: Bool {
    isTerminal && FileSystem.environment("NO_COLOR") == nil && FileSystem.environment("TERM") != "dumb"
  }

  /// Whether it shows Unicode: a terminal whose locale says UTF-8.
  var isUnicode: Bool {
    guard isTerminal else { return false }
    let locale =
      FileSystem.environment("LC_ALL") ?? FileSystem.environment("LC_CTYPE") ?? FileSystem.environment("LANG") ?? ""
    let lowercased = locale.lowercased()
    return lowercased.contains("utf-8") || lowercased.contains("utf8")
  }
}
