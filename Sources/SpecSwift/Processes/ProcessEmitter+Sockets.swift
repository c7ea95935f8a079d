import SpecModel
import ZMQWire

extension ProcessEmitter {
  /// ```swift
  /// public struct Sockets: Sendable {
  ///   /// REQ, connects to `PongProc.pings`.
  ///   public var pongs = SocketConfiguration(.req, connect: ["tcp://127.0.0.1:5678"])
  /// }
  /// ```
  func socketsStruct() -> [Code] {
    var body: [Code] = []
    for socket in process.sockets {
      let name = names.property(of: socket)
      body.append(.doc((socket.about.map { $0.trimmed + "\n\n" } ?? "") + wiring(of: socket)))
      body.append(
        parameters.isEmpty
          ? .call("public var \(name) = SocketConfiguration(", configuration(of: socket))
          : .line("public var \(name): SocketConfiguration"))
    }
    if !parameters.isEmpty {
      body += [
        .blank,
        .doc("The sockets, their endpoints and routing ids made from these values."),
        .function(
          "public init(", parameterDeclarations, ")",
          process.sockets.map {
            .call("\(names.property(of: $0)) = SocketConfiguration(", configuration(of: $0))
          }),
      ]
    }
    return [.doc("How the sockets of \(process.name) are opened."), .block("public struct Sockets: Sendable", body)]
  }

  /// `REQ, connects to PongProc.pings.`
  private func wiring(of socket: SocketSpec) -> String {
    var parts = [socket.type.rawValue]
    if !socket.bind.isEmpty {
      parts.append("binds \(socket.bind.map { "`\($0.address.text)`" }.joined(separator: ", "))")
    }
    if let proxied = names.projections[socketID(socket)]?.proxied {
      parts.append("passes everything on to `\(spec[proxied].name)` and back")
    }
    if !socket.connect.isEmpty {
      let targets = socket.connect.map { endpoint in
        endpoint.bound.map { "`\(spec[$0.process].name).\(spec[$0].name)`" } ?? "`\(endpoint.address.text)`"
      }
      parts.append("connects to \(targets.joined(separator: ", "))")
    }
    return parts.joined(separator: ", ") + "."
  }

  private func socketID(_ socket: SocketSpec) -> SocketID {
    SocketID(id, process.sockets.firstIndex { $0.name == socket.name } ?? 0)
  }

  private func configuration(of socket: SocketSpec) -> [String] {
    var items = [".\(socket.type.rawValue.lowercased())"]
    if !socket.bind.isEmpty { items.append("bind: [\(socket.bind.map { text($0.address) }.joined(separator: ", "))]") }
    let connect = socket.connect.compactMap(connectAddress)
    if !connect.isEmpty { items.append("connect: [\(connect.joined(separator: ", "))]") }
    if let routingID = socket.routingID { items.append("routingID: RoutingID(text: \(text(routingID)))") }
    if socket.delimiter { items.append("delimiter: true") }
    if let length = names.envelopeLengths[socketID(socket)] { items.append("envelopeFrames: \(length)") }
    if names.receivesTopic(socketID(socket)) {
      items.append("hasTopic: true")
    }
    if case .prefixes(let prefixes) = socket.subscription {
      items.append("subscriptions: [\(prefixes.map(SwiftLiteral.string).joined(separator: ", "))]")
    }
    if !socket.options.isEmpty {
      let options = socket.options.map { option in
        switch option.value {
        case .int(let number): "\(SwiftLiteral.string(option.name.text)): \(number)"
        case .string(let text): "\(SwiftLiteral.string(option.name.text)): \(SwiftLiteral.string(text))"
        }
      }
      items.append("options: [\(options.joined(separator: ", "))]")
    }
    if socket.security != .none { items.append("security: .required(.\(socket.security.rawValue))") }
    if let silence = socket.silence {
      items.append("silence: \(SwiftSpec.duration(microseconds: silence.microseconds))")
    }
    return items
  }

  /// A template as a string literal with its parameters: `"tcp://*:\(clientPort)"`.
  private func text(_ template: TemplateSpec) -> String {
    let pieces = template.pieces.map { piece in
      switch piece {
      case .literal(let text): SwiftLiteral.escaped(text)
      case .placeholder(let name): "\\(\(parameterName(name)))"
      }
    }
    return "\"\(pieces.joined())\""
  }

  /// Where to connect; nil where only the one that binds will know.
  ///
  /// One cannot connect to "all addresses of this machine", which is what `*` means where it is bound.
  private func connectAddress(_ endpoint: EndpointSpec) -> String? {
    let address = text(endpoint.address)
    guard endpoint.bound != nil else { return address }
    if address.hasSuffix(":*\"") || address.hasSuffix(":0\"") || address.hasSuffix("://*\"") { return nil }
    return address.replacing("tcp://*:", with: "tcp://127.0.0.1:").replacing(
      "tcp://0.0.0.0:", with: "tcp://127.0.0.1:")
  }

  /// ```swift
  /// public enum Socket: String, Sendable, CaseIterable {
  ///   case pongs
  /// }
  /// ```
  func socketEnum() -> [Code] {
    [
      .doc("The sockets of \(process.name) by name."),
      .block(
        "public enum Socket: String, Sendable, CaseIterable",
        process.sockets.map { socket in
          let name = names.property(of: socket)
          let isSame = name == socket.name.text || name == "`\(socket.name)`"
          return isSame ? .line("case \(name)") : .line("case \(name) = \(SwiftLiteral.string(socket.name.text))")
        }),
    ]
  }
}
