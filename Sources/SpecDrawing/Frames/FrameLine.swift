/// A line of a frame list.
///
/// ```
/// 1 OUT: [ping_uuid, '', 'ping, count']   PongProc ROUTER  + ping_uuid
/// └─────────────── text ──────────────┘   └─── socket ──┘  └── note ─┘
/// ```
struct FrameLine: Hashable {
  /// Number, side and frames; empty for a further receiver of the line above.
  var text: String
  /// Whose line it is; nil where the list does not say.
  var socket: FrameSocket?
  /// What the socket did; empty for nothing.
  var note: String

  /// A line; control characters in names and constants become visible.
  init(_ text: String, socket: FrameSocket?, note: String) {
    self.text = Page.visible(text)
    self.socket = socket
    self.note = Page.visible(note)
  }
}
