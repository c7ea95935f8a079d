import ZMQWire

extension JSONValue {
  /// An object of these members.
  static func members(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { Member($0.0, $0.1) })
  }

  /// An array of strings.
  static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// The object with further members behind its own.
  func adding(_ members: JSONValue) -> JSONValue {
    guard case .object(let own) = self, case .object(let more) = members else { return self }
    return .object(own + more)
  }

  /// The object with members in place of its own ones of the same name, and the others behind them.
  func replacing(_ members: [(String, JSONValue)]) -> JSONValue {
    guard case .object(let own) = self else { return self }
    let names = Set(members.map(\.0))
    return .object(own.filter { !names.contains($0.key) } + members.map { Member($0.0, $0.1) })
  }
}
