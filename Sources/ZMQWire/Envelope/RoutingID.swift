/// The bytes by which a ROUTER names one of its peers.
///
/// Either the peer set them (1 to 255 bytes, `ZMQ_ROUTING_ID`), or libzmq made them up: a zero byte and
/// four more, new at every reconnection. Keep one only as long as you talk to that peer.
/// Source: libzmq `router.cpp`, `identify_peer`.
public struct RoutingID: Sendable, Hashable {
  /// The bytes as they stand in the frame.
  public let bytes: [UInt8]

  /// The routing id in a frame that was received.
  public init(received bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A routing id of your own choice, or nil where libzmq would refuse it or reserves it.
  ///
  /// - Parameter bytes: 1 to 255 bytes, the first not zero (those are what libzmq makes up itself).
  public init?(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard (1...255).contains(bytes.count), bytes.first != 0 else { return nil }
    self.bytes = bytes
  }

  /// A routing id of your own choice as text.
  ///
  /// One that is empty, longer than 255 bytes or begins with a zero byte is refused when its socket is opened.
  public init(text: String) { bytes = Array(text.utf8) }

  /// Whether libzmq made this id up, so that it does not survive a reconnection.
  public var isAutomatic: Bool { bytes.first == 0 }
}

extension RoutingID: CustomStringConvertible {
  /// The text, if it is printable ASCII; otherwise the bytes in hexadecimal: `0x006b8b4567`.
  public var description: String {
    if bytes.allSatisfy({ (0x21...0x7e).contains($0) }) { return String(decoding: bytes, as: UTF8.self) }
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }
    return "0x" + digits.joined()
  }
}
