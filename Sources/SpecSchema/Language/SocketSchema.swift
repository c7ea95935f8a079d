import SpecModel
import ZMQWire

/// What a socket's type says about its keys and options: `topic` means nothing on a SUB.
enum SocketSchema {
  /// One condition for each set of types that something is restricted to.
  static var conditions: [JSONValue] {
    let keys = LanguagePlace.socket.keys.filter { $0.socketTypes != nil }
    let forKeys = keys.map { key in
      condition(unless: key.socketTypes ?? [], forbids: ["properties": .members([(key.name, .bool(false))])])
    }
    var sets: [Set<SocketType>] = []
    for option in OptionKey.all where option.isRestricted && !sets.contains(option.socketTypes) {
      sets.append(option.socketTypes)
    }
    let forOptions = sets.map { types in
      let names = OptionKey.all.filter { $0.socketTypes == types }.map { ($0.name, JSONValue.bool(false)) }
      return condition(
        unless: types, forbids: ["properties": ["options": ["properties": .members(names)]]])
    }
    return forKeys + forOptions
  }

  private static func condition(unless types: Set<SocketType>, forbids consequence: JSONValue) -> JSONValue {
    let others = SocketType.allCases.filter { !types.contains($0) }.map(\.rawValue)
    return [
      "if": ["required": ["type"], "properties": ["type": ["enum": .strings(others)]]],
      "then": consequence,
    ]
  }
}

extension OptionKey {
  fileprivate var isRestricted: Bool { socketTypes.count < SocketType.allCases.count }
}
