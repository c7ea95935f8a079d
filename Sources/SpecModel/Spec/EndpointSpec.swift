/// An endpoint a socket binds or connects to: a default that the program may override.
public struct EndpointSpec: Sendable, Hashable, Encodable {
  /// The endpoint, with its parameters: `tcp://*:{client_port}`.
  public var address: TemplateSpec
  /// For `connect: Process.socket`, or where nothing is written, the socket whose `bind` this is.
  public var bound: SocketID?

  /// An endpoint.
  public init(_ address: TemplateSpec, boundBy bound: SocketID? = nil) {
    self.address = address
    self.bound = bound
  }

  /// `tcp`, `ipc`, `inproc`, …: what stands in front of `://`; empty where that is missing.
  public var transport: Substring {
    let text = address.text
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix("://") { return text[..<index] }
      index = text.index(after: index)
    }
    return ""
  }
}
