import SpecModel

/// A piece of the code that writes JSON: text that is known now, or code for what is not.
enum JSONPiece {
  /// Punctuation, keys, constants, as they stand on the wire.
  case raw(String)
  /// A value for which the writer has a method.
  case value(String, fails: Bool)
  /// Statements.
  case code(Code)
}

extension [JSONPiece] {
  /// The statements, neighbouring texts merged into one `raw`.
  ///
  /// ```swift
  /// writer.json.raw("[\"ping\",[")
  /// writer.json.write(count)
  /// writer.json.raw("],{}]")
  /// ```
  ///
  /// By calls, in a protocol of many messages, each value is written together with what stands before it:
  ///
  /// ```swift
  /// writer.json.add("[\"ping\",[", count)
  /// writer.json.add("],{}]")
  /// ```
  func statements(writingTo json: String, byCalls: Bool = false) -> [Code] {
    var codes: [Code] = []
    var text = ""
    func flush() {
      if !text.isEmpty { codes.append(.call("\(json).\(byCalls ? "add" : "raw")(", [SwiftLiteral.string(text)])) }
      text = ""
    }
    for piece in self {
      switch piece {
      case .raw(let more): text += more
      case .value(let value, let fails) where byCalls && !text.isEmpty:
        codes.append(.call("\(fails ? "try " : "")\(json).add(", [SwiftLiteral.string(text), value]))
        text = ""
      case .value(let value, let fails):
        flush()
        codes.append(.line("\(fails ? "try " : "")\(json).write(\(value))"))
      case .code(let code):
        flush()
        codes.append(code)
      }
    }
    flush()
    return codes
  }
}

extension SwiftSpec {
  /// Code that writes `value`, an expression of `type`, to the writer `json`.
  ///
  /// ```swift
  /// json.write(count)
  /// try json.write(points)
  /// try json.writeArray(parts) { json, element in
  ///   json.write(base64: element)
  /// }
  /// ```
  func writing(_ type: TypeReference, _ value: String, to json: String) -> [JSONPiece] {
    if let closure = closureMethod(of: type) {
      let fails = canFail(closure.element)
      return [
        .code(
          .closure(
            "\(fails ? "try " : "")\(json).write\(closure.method)(\(value))",
            parameters: "json, element\(fails ? " throws(UnencodableValue)" : "")",
            writing(closure.element, "element", to: "json").statements(writingTo: "json")))
      ]
    }
    if type.hasCalls {
      switch type {
      case .float, .float32, .list: return [.value(value, fails: true)]
      default: return [.value(value, fails: false)]
      }
    }
    let call =
      switch type {
      case .bool, .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .string, .uuid, .timestamp:
        "\(json).write(\(value))"
      case .float, .float32, .duration, .json, .list, .map, .optional: "try \(json).write(\(value))"
      case .bytes: "\(json).write(base64: \(value))"
      case .routingID: "\(value).write(to: &\(json))"
      case .empty: "\(json).writeNull()"
      case .named: "\(canFail(type) ? "try " : "")\(value).write(to: &\(json))"
      }
    if type == .empty { return [.raw("null")] }
    return [.code(.line(call))]
  }

  /// Code that writes the members of a map into an object that has others.
  func writingMembers(of type: TypeReference, _ value: String, to json: String) -> Code {
    guard let closure = closureMethod(of: type) else { return .line("try \(json).writeMembers(\(value))") }
    let fails = canFail(closure.element)
    return .closure(
      "\(fails ? "try " : "")\(json).writeMembers(\(value))",
      parameters: "json, element\(fails ? " throws(UnencodableValue)" : "")",
      writing(closure.element, "element", to: "json").statements(writingTo: "json"))
  }

  /// Whether a value of the type can hold what JSON has no text for.
  private func canFail(_ type: TypeReference) -> Bool {
    switch type {
    case .float, .float32, .duration, .json: true
    case .list(let element), .map(let element), .optional(let element):
      closureMethod(of: type) == nil || canFail(element)
    case .named(let id): if case .enumeration = spec[id].kind { false } else { true }
    default: false
    }
  }
}
