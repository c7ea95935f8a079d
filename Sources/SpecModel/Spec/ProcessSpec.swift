/// A program that takes part in the protocol.
public struct ProcessSpec: Sendable, Hashable, Encodable {
  /// How many of it there may be at a time.
  public enum Count: String, Sendable, Hashable, Encodable { case one, many }

  /// The declared name.
  public var name: NameSpec
  /// `about:`, Markdown.
  public var about: String?
  /// `count:`.
  public var count: Count
  /// The name under which frame lists show its routing id.
  public var shownAs: String
  /// `routing_id:`, set on its sockets; nil: libzmq makes one up.
  public var routingID: TemplateSpec?
  /// Its sockets, in the order of declaration.
  public var sockets: [SocketSpec]
  /// `proxies:`
  public var proxies: [ProxySpec]
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A process with its sockets.
  public init(
    name: NameSpec, about: String? = nil, count: Count = .one, shownAs: String, routingID: TemplateSpec? = nil,
    sockets: [SocketSpec], proxies: [ProxySpec] = [], extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.about = about
    self.count = count
    self.shownAs = shownAs
    self.routingID = routingID
    self.sockets = sockets
    self.proxies = proxies
    self.extensions = extensions
  }
}

extension ProtocolSpec {
  /// The sockets to which a proxy of its process passes on what a socket receives.
  public func proxied(with socket: SocketID) -> [SocketID] {
    self[socket.process].proxies.compactMap { $0.other(than: socket) }
  }
}
