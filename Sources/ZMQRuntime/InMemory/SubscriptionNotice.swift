/// What travels from an XSUB to an XPUB when somebody begins or ends to want a prefix: `[01‖prefix]`, `[00‖prefix]`.
///
/// Source: RFC 29; man zmq_socket, ZMQ_XPUB.
struct SubscriptionNotice {
  let isAdded: Bool
  let prefix: [UInt8]

  init(isAdded: Bool, prefix: [UInt8]) {
    self.isAdded = isAdded
    self.prefix = prefix
  }

  /// The notice that begins with 0 or 1.
  init(_ frame: UnsafeBufferPointer<UInt8>) {
    self.init(isAdded: frame.first == 1, prefix: Array(frame.dropFirst()))
  }

  /// The notice that these frames are; nil where they are a message like another.
  init?(_ frames: [[UInt8]]) {
    guard frames.count == 1, let mark = frames[0].first, mark <= 1 else { return nil }
    self.init(isAdded: mark == 1, prefix: Array(frames[0].dropFirst()))
  }

  var frame: [UInt8] { [isAdded ? 1 : 0] + prefix }
}
