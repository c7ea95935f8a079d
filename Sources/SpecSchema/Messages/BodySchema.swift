import SpecModel
import ZMQWire

/// A message's body as its layout puts it on the wire.
struct BodySchema {
  let spec: ProtocolSpec
  let message: MessageSpec
  let types: TypeSchema

  /// The body of a message of a protocol.
  init(_ spec: ProtocolSpec, _ message: MessageSpec) {
    self.spec = spec
    self.message = message
    self.types = TypeSchema(spec)
  }

  /// The schema, with what the author says about the message.
  var document: JSONValue {
    let prose = [message.about, message.since.map { "Since \($0)." }, message.deprecated.map { "Deprecated: \($0)" }]
    let description = prose.compactMap { $0 }.joined(separator: "\n\n")
    return description.isEmpty ? body : JSONValue.members([("description", .string(description))]).adding(body)
  }

  private var body: JSONValue {
    switch message.layout {
    case .builtIn(.triple): triple
    case .builtIn(.pair): Self.list([type, data])
    case .builtIn(.list): positional(behind: [type])
    case .builtIn(.object): types.object(message.fields, leading: [("type", type)])
    case .declared(let id): frames(of: spec[id])
    }
  }

  // MARK: What the layouts are made of

  /// The message type.
  var type: JSONValue { ["const": message.wireNumber.map(JSONValue.int) ?? .string(message.wireType)] }

  /// `$data`: the only argument; null for none, an object for several.
  var data: JSONValue {
    switch message.fields.count {
    case 0: ["type": "null"]
    case 1: types.schema(of: message.fields[0])
    default: types.object(message.fields)
    }
  }

  /// `$kwargs`: the keyword arguments as an object.
  var keywords: JSONValue { types.object(message.kwargs) }

  /// An array with the positional arguments behind other elements: those that may be absent may be missing at the end.
  func positional(behind elements: [JSONValue] = []) -> JSONValue {
    let arguments = message.args.filter { !$0.isRest }
    let required = arguments.count - arguments.reversed().prefix { $0.mayBeAbsent }.count
    return Self.list(
      elements + arguments.map(types.schema(of:)), atLeast: elements.count + required,
      further: message.args.first(where: \.isRest).flatMap(element))
  }

  /// The schema of each of the arguments that a `rest...` collects.
  private func element(of rest: FieldSpec) -> JSONValue? {
    if case .list(let element) = rest.type { types.schema(of: element) } else { nil }
  }

  /// An array of these elements, all of them unless `atLeast` says fewer; behind them no others, or such as `further`.
  static func list(_ elements: [JSONValue], atLeast: Int? = nil, further: JSONValue? = nil) -> JSONValue {
    if elements.isEmpty {
      return further.map { ["type": "array", "items": $0] } ?? ["type": "array", "maxItems": 0]
    }
    return [
      "type": "array", "items": .array(elements), "minItems": .int(Int64(atLeast ?? elements.count)),
      "additionalItems": further ?? false,
    ]
  }

  // MARK: Triples

  /// `["ping",[5],{}]`: a positional argument may come by keyword, too, as in Python, but not twice, and one that must
  /// come comes in either way.
  private var triple: JSONValue {
    let arguments = message.args.filter { !$0.isRest }
    let further = message.args.first(where: \.isRest).flatMap(element)
    let args = Self.list(arguments.map(types.schema(of:)), atLeast: 0, further: further)
    let byName = types.object(arguments + message.kwargs, demanding: message.kwargs)
    let body = Self.list([type, args, byName])
    return arguments.isEmpty ? body : body.adding(["allOf": .array(arguments.indices.map { place(arguments, $0) })])
  }

  /// Whether the argument at a place came by position decides whether it may, or must, come by keyword.
  private func place(_ arguments: [FieldSpec], _ index: Int) -> JSONValue {
    func keywords(_ schema: JSONValue) -> JSONValue { ["items": [[:], [:], schema]] }
    let isNamed: JSONValue = ["required": [.string(arguments[index].name.text)]]
    let condition: JSONValue = [
      "if": ["items": [[:], ["minItems": .int(Int64(index + 1))]]], "then": keywords(["not": isNamed]),
    ]
    return arguments[index].mayBeAbsent ? condition : condition.adding(["else": keywords(isNamed)])
  }
}
