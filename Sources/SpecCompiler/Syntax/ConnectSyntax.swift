import SpecModel

/// What stands behind `connect`.
enum ConnectSyntax: Sendable, Hashable {
  /// An endpoint.
  case endpoint(TemplateSpec)
  /// `Process.socket`.
  case reference(process: NameSpec, socket: NameSpec, range: SourceRange)
}

extension Findings {
  /// `bind:`, one endpoint or a list of them.
  mutating func binds(_ node: YAMLNode) -> [TemplateSpec] {
    var endpoints: [TemplateSpec] = []
    for item in oneOrSeveral(node) {
      guard let text = filledText(item, "the endpoint"), let endpoint = template(text, "the endpoint") else { continue }
      endpoints.append(endpoint)
    }
    return endpoints
  }

  /// `connect:`, one endpoint or `Process.socket`, or a list of them.
  mutating func connects(_ node: YAMLNode) -> [ConnectSyntax] {
    var connects: [ConnectSyntax] = []
    for item in oneOrSeveral(node) {
      guard let text = filledText(item, "the endpoint") else { continue }
      if text.text.contains("://") {
        if let endpoint = template(text, "the endpoint") { connects.append(.endpoint(endpoint)) }
      } else if let reference = EndSyntax(text, Array(text.text.unicodeScalars)[...]), let socket = reference.socket {
        connects.append(.reference(process: reference.process, socket: socket, range: text.range))
      } else {
        error(
          Code.connectForm, at: text.range,
          "expected an endpoint or `Process.socket`, found \(Prose.quoted(text.text))",
          help: "write an endpoint such as \"tcp://127.0.0.1:5555\", or the socket that binds one, as `Broker.clients`")
      }
    }
    return connects
  }
}
