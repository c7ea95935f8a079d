import SpecModel
import ZMQWire

/// An entry of `sockets` as written.
struct SocketSyntax: Sendable, Hashable {
  /// `subscribe:`
  enum Subscription: Sendable, Hashable {
    /// As written, each with its place.
    case prefixes([TemplateSpec])
    case dynamic
  }

  /// `otherwise:`
  enum Otherwise: Sendable, Hashable {
    case drop, handle
    case message(NameSpec)
  }

  /// The name.
  var name: NameSpec
  /// `about:`
  var about: String?
  /// The socket type; nil where it cannot be read.
  var type: SocketType?
  /// Where the type is written.
  var typeRange: SourceRange
  /// `bind:`
  var bind: [TemplateSpec] = []
  /// `connect:`
  var connect: [ConnectSyntax] = []
  /// Whether one of the two is written, readable or not.
  var hasEndpoints = false
  /// `routing_id:`
  var routingID: TemplateSpec?
  /// `shown_as:`
  var shownAs: String?
  /// `delimiter:`
  var delimiter: Bool?
  /// Where it is written.
  var delimiterRange: SourceRange?
  /// `topic:`
  var topic: TemplateSpec?
  /// `subscribe:`
  var subscription: Subscription?
  /// `otherwise:`
  var otherwise: Otherwise?
  /// Where it is written.
  var otherwiseRange: SourceRange?
  /// `silence:`
  var silence: DurationSpec?
  /// `security:`
  var security: SocketSpec.Security?
  /// Where it is written.
  var securityRange: SourceRange?
  /// `options:`
  var options: [OptionSpec] = []
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

extension Findings {
  /// The entries of `sockets`.
  mutating func sockets(_ node: YAMLNode) -> [SocketSyntax] {
    guard let entries = entries(node, "`sockets`", help: "write `{ pongs: REQ }`") else { return [] }
    var sockets: [SocketSyntax] = []
    for entry in entries {
      guard let name = name(entry.keyText, "a socket") else { continue }
      sockets.append(socket(name, entry.value))
    }
    return sockets
  }

  private mutating func socket(_ name: NameSpec, _ node: YAMLNode) -> SocketSyntax {
    var socket = SocketSyntax(name: name, typeRange: node.range)
    switch node.content {
    case .scalar(let scalar) where !scalar.isNull: socket.type = socketType(node)
    case .mapping(let entries): read(entries, into: &socket)
    default:
      wrongKind(
        node, expected: "the type of the socket \(Prose.quoted(name.text))",
        help: "write `\(name.text): REQ`, or a mapping with the key `type`")
    }
    return socket
  }

  private mutating func read(_ entries: [YAMLEntry], into socket: inout SocketSyntax) {
    let keys = KeyedSyntax(entries, at: .socket, owner: socket.name.range, &self)
    if let node = keys["type"] {
      socket.type = socketType(node)
      socket.typeRange = node.range
    }
    socket.about = keys["about"].flatMap { text($0, "`about`")?.text }
    socket.bind = keys["bind"].map { binds($0) } ?? []
    socket.connect = keys["connect"].map { connects($0) } ?? []
    socket.hasEndpoints = keys.has("bind") || keys.has("connect")
    socket.routingID = keys["routing_id"].flatMap { routingID($0) }
    socket.shownAs = keys["shown_as"].flatMap { shownAs($0) }
    socket.delimiter = keys["delimiter"].flatMap { flag($0, "`delimiter`") }
    socket.delimiterRange = keys["delimiter"]?.range
    socket.topic = keys["topic"].flatMap { topic($0) }
    socket.subscription = keys["subscribe"].flatMap { subscription($0) }
    socket.otherwise = keys["otherwise"].flatMap { otherwise($0) }
    socket.otherwiseRange = keys["otherwise"]?.range
    socket.options = keys["options"].map { options($0, of: socket.type) } ?? []
    socket.silence = keys["silence"].flatMap {
      duration($0, "`silence`", insteadOfNothing: "leave `silence` out: then nobody is told of peers that say nothing")
    }
    socket.security = keys["security"].flatMap {
      word($0, "`security`", among: SocketSpec.Security.allCases.map { ($0.rawValue, $0) })
    }
    socket.securityRange = keys["security"]?.range
    socket.extensions = keys.extensions
    if let type = socket.type { checkKeys(keys, mean: type) }
  }

  /// Reports keys that mean nothing on a socket type.
  private mutating func checkKeys(_ keys: KeyedSyntax, mean type: SocketType) {
    let rows: [(key: String, means: Bool, help: String)] = [
      (
        "delimiter", type.choosesDelimiter,
        type.isLockstep
          ? "remove it: libzmq itself writes and strips the delimiter of \(type.withArticle)"
          : "remove it: only a DEALER or a ROUTER chooses"
      ),
      ("topic", type == .pub || type == .xpub, "remove it: only a PUB or an XPUB publishes under a topic"),
      ("subscribe", type == .sub || type == .xsub, "remove it: only a SUB or an XSUB subscribes"),
      ("otherwise", type.canReceive, "remove it: \(type.withArticle) receives nothing"),
      ("silence", type.canReceive, "remove it: \(type.withArticle) receives nothing, so it is always silent"),
    ]
    for row in rows where !row.means {
      guard let range = keys.range(of: row.key) else { continue }
      error(
        Code.keyNotForSocketType, at: range, "\(Prose.key(row.key)) means nothing on \(type.withArticle)",
        help: row.help, fix: row.help.hasPrefix("remove") ? [.removingEntry(at: range)] : [])
    }
  }

  private mutating func socketType(_ node: YAMLNode) -> SocketType? {
    guard let text = text(node, "the socket type") else { return nil }
    if let type = SocketType(rawValue: text.text) { return type }
    let names = SocketType.allCases.map(\.rawValue)
    if ["SERVER", "CLIENT", "RADIO", "DISH", "SCATTER", "GATHER", "DGRAM", "PEER", "CHANNEL"].contains(text.text) {
      error(
        Code.unknownSocketType, at: text.range,
        "\(text.text) is a draft socket type, which libzmq's stable releases do not have",
        help: "write one of \(Prose.list(names, conjunction: "or"))")
      return nil
    }
    let guess = nearest(to: text.text, among: names).map { "did you mean \($0)? " } ?? ""
    error(
      Code.unknownSocketType, at: text.range, "expected a socket type, found \(Prose.quoted(text.text))",
      help: "\(guess)write one of \(names.joined(separator: ", "))",
      fix: respelling(of: text.text, at: text.range, among: names))
    return nil
  }

  private mutating func otherwise(_ node: YAMLNode) -> SocketSyntax.Otherwise? {
    guard let text = filledText(node, "`otherwise`") else { return nil }
    switch text.text {
    case "drop": return .drop
    case "handle": return .handle
    default: return name(text, "a message").map { .message($0) }
    }
  }

  private mutating func subscription(_ node: YAMLNode) -> SocketSyntax.Subscription? {
    if case .scalar(YAMLScalar(text: "dynamic", style: .plain)) = node.content { return .dynamic }
    var prefixes: [TemplateSpec] = []
    for item in oneOrSeveral(node) {
      guard let text = text(item, "a prefix"), let prefix = template(text, "a prefix") else { continue }
      if !prefix.placeholders.isEmpty {
        error(
          Code.template, at: text.range, "a prefix has no placeholders, found \(Prose.quoted(text.text))",
          help: "write the text in front of the brace, \"\(prefix.literalPrefix)\", or `subscribe: dynamic`")
        continue
      }
      prefixes.append(prefix)
    }
    return .prefixes(prefixes)
  }
}

extension Findings {
  /// `topic:` of a socket or a step.
  mutating func topic(_ node: YAMLNode) -> TemplateSpec? {
    text(node, "the topic").flatMap { template($0, "the topic") }
  }

  /// `routing_id:` of a process or a socket.
  mutating func routingID(_ node: YAMLNode) -> TemplateSpec? {
    filledText(node, "the routing id").flatMap { template($0, "the routing id") }
  }

  /// `shown_as:` of a process or a socket.
  mutating func shownAs(_ node: YAMLNode) -> String? {
    filledText(node, "`shown_as`").flatMap { name($0, "a routing id in frame lists") }?.text
  }
}
