extension MessageSpec {
  /// The body in the article's notation, without its quotes.
  ///
  /// ```
  /// triple   ping, [count], {}
  /// pair     ping, count                    several fields: move, {x: x, y: y}; none: stop, null
  /// list     ping, count
  /// object   {type: ping, count: count}
  /// ```
  public func bodyNotation(in spec: ProtocolSpec) -> String {
    let positional = args.map(\.name.text)
    let members = kwargs.map { "\($0.name): \($0.name)" }
    switch layout {
    case .triple:
      return "\(wireType), [\(positional.joined(separator: ", "))], {\(members.joined(separator: ", "))}"
    case .pair: return "\(wireType), \(dataNotation)"
    case .list: return ([wireType] + positional).joined(separator: ", ")
    case .object:
      return "{" + (["type: \(wireType)"] + fields.map { "\($0.name): \($0.name)" }).joined(separator: ", ") + "}"
    }
  }

  private var dataNotation: String {
    switch fields.count {
    case 0: "null"
    case 1: fields[0].name.text
    default: "{" + fields.map { "\($0.name): \($0.name)" }.joined(separator: ", ") + "}"
    }
  }
}
