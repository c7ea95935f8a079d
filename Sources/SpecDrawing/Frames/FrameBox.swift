import SpecModel

/// A frame as a box with its size, and what stands beside it.
///
/// ```
/// Frame 1   | 5 | client |                    Routing id of the client   (added by ROUTER)
/// ```
struct FrameBox: Hashable {
  /// `Frame 1`
  var name: String
  /// The bytes: `5`, or `n` where they depend on values.
  var size: String
  /// What is in it; empty for the empty frame.
  var content: String
  /// What it is.
  var what: String
  /// How it came there.
  var origin: String

  /// The columns of the box behind its size, its right edge not counted; 0 where it has no content.
  var width: Int { content.isEmpty ? 0 : TextWidth.columns(of: content) + 2 }
}
