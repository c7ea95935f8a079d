extension MessageSpec {
  /// The body frames, in the article's notation.
  ///
  /// ```
  /// triple   'ping, [count], {}'
  /// pair     'ping, count'                  several fields: 'move, {x: x, y: y}'; none: 'stop, null'
  /// list     'ping, count'
  /// object   '{type: ping, count: count}'
  /// declared "MDPW01", 0x02, client, '', parts...
  /// ```
  public func bodyFrames(in spec: ProtocolSpec) -> [FrameSymbol] {
    switch layout {
    case .builtIn(.triple): [.body("\(wireType), \(positionalNotation), \(keywordNotation)")]
    case .builtIn(.pair): [.body("\(wireType), \(dataNotation)")]
    case .builtIn(.list): [.body(([wireType] + names(of: args)).joined(separator: ", "))]
    case .builtIn(.object): [.body("{" + (["type: \(wireType)"] + members(of: fields)).joined(separator: ", ") + "}")]
    case .declared(let id): LayoutNotation(message: self, layout: spec[id]).frames()
    }
  }

  /// `[x, y, rest...]`
  var positionalNotation: String { "[\(names(of: args).joined(separator: ", "))]" }

  /// `{unit: unit}`
  var keywordNotation: String { "{\(members(of: kwargs).joined(separator: ", "))}" }

  /// What `$data` stands for.
  var dataNotation: String {
    switch fields.count {
    case 0: "null"
    case 1: names(of: fields)[0]
    default: "{" + members(of: fields).joined(separator: ", ") + "}"
    }
  }

  func names(of fields: [FieldSpec]) -> [String] { fields.map { $0.isRest ? "\($0.name)..." : $0.name.text } }
  func members(of fields: [FieldSpec]) -> [String] { fields.map { "\($0.name): \($0.name)" } }
}
