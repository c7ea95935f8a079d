import SpecModel

/// An end of an arrow: `Process` or `Process.socket`.
struct EndSyntax: Sendable, Hashable {
  /// The process.
  var process: NameSpec
  /// The socket, where it is named.
  var socket: NameSpec?
  /// Both.
  var range: SourceRange

  /// Reads a stretch of a text; nil where it is neither form.
  ///
  /// - Parameter scalars: The stretch, by its places in the text.
  init?(_ text: TextSyntax, _ scalars: ArraySlice<Unicode.Scalar>) {
    let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first, let last = parts.last else { return nil }
    func name(_ part: ArraySlice<Unicode.Scalar>) -> NameSpec? {
      let name = String(String.UnicodeScalarView(part))
      guard Naming.flaw(of: name) == nil else { return nil }
      return NameSpec(name, at: text.range(of: part.startIndex..<part.endIndex))
    }
    guard let process = name(first) else { return nil }
    self.process = process
    self.range = text.range(of: scalars.startIndex..<scalars.endIndex)
    guard parts.count == 2 else { return }
    guard let socket = name(last) else { return nil }
    self.socket = socket
  }
}
