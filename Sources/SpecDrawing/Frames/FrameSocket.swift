/// A socket as a frame list names it: `Display SUB "report."`.
struct FrameSocket: Hashable {
  /// The process.
  var process: String
  /// The socket type.
  var type: String
  /// The prefixes of a SUB in quotes; empty for other types.
  var prefixes: String
}
