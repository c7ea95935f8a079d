import SpecModel
import Testing
import ZMQWire

@Suite("A message's sample is what a peer would write")
struct MessageSampleTests {
  /// `move { to: Point = example, note: optional<string>, ids: list<uuid>, at: timestamp, speed: float = 1 }`
  static func spec(_ layout: BuiltInLayout) -> ProtocolSpec {
    let name = { NameSpec($0, at: .beginning) }
    let value = { (content: ValueSpec.Content) in ValueSpec(content, at: .beginning) }
    let field = { (text: String, type: TypeReference, standard: ValueSpec?, example: ValueSpec?) in
      FieldSpec(name: name(text), type: type, typeRange: .beginning, defaultValue: standard, example: example)
    }
    let point = TypeSpec(
      name: name("Point"),
      kind: .record([field("x", .float, nil, nil), field("next", .optional(.named(TypeID(0))), nil, nil)]))
    let message = MessageSpec(
      name: name("move"), wireType: "mo\"ve", wireTypeRange: .beginning,
      args: [field("to", .named(TypeID(0)), nil, nil), field("speed", .float, value(.int(1)), nil)],
      kwargs: [
        field("note", .optional(.string), nil, nil), field("ids", .list(.uuid), nil, nil),
        field("at", .timestamp, nil, nil), field("wait", .duration, nil, value(.float(2.5))),
      ], layout: .builtIn(layout))
    return ProtocolSpec(name: name("sample"), layout: .builtIn(layout), types: [point], messages: [message])
  }

  @Test(
    "Examples, defaults, samples of types; a type inside itself ends",
    arguments: [
      (
        BuiltInLayout.triple,
        #"["mo\"ve",[{"x":1.5,"next":null},1.0],{"note":"note","ids":["123e4567-e89b-12d3-a456-426614174000"],"at":"2026-01-31T12:30:00Z","wait":2.5}]"#
      ),
      (
        .pair,
        #"["mo\"ve",{"to":{"x":1.5,"next":null},"speed":1.0,"note":"note","ids":["123e4567-e89b-12d3-a456-426614174000"],"at":"2026-01-31T12:30:00Z","wait":2.5}]"#
      ),
      (.list, #"["mo\"ve",{"x":1.5,"next":null},1.0]"#),
      (
        .object,
        #"{"type":"mo\"ve","to":{"x":1.5,"next":null},"speed":1.0,"note":"note","ids":["123e4567-e89b-12d3-a456-426614174000"],"at":"2026-01-31T12:30:00Z","wait":2.5}"#
      ),
    ])
  func body(_ layout: BuiltInLayout, _ expected: String) {
    let spec = MessageSampleTests.spec(layout)
    #expect(spec.messages[0].sampleBody(in: spec) == expected)
  }

  @Test("Types that hold each other many times over do not grow without end")
  func budget() {
    let name = { NameSpec($0, at: .beginning) }
    let types = (0..<40).map { index in
      TypeSpec(
        name: name("T\(index)"),
        kind: .record(
          ["a", "b"].map {
            FieldSpec(name: name($0), type: index < 39 ? .named(TypeID(index + 1)) : .int, typeRange: .beginning)
          }))
    }
    let field = FieldSpec(name: name("tree"), type: .named(TypeID(0)), typeRange: .beginning)
    let message = MessageSpec(name: name("grow"), wireType: "grow", wireTypeRange: .beginning, args: [field])
    let spec = ProtocolSpec(name: name("sample"), types: types, messages: [message])
    #expect(message.sampleBody(in: spec).utf8.count < 2000)
  }

  @Test("The sample of a timestamp and of a uuid are canonical")
  func canonical() {
    #expect(Timestamp("2026-01-31T12:30:00Z")?.description == "2026-01-31T12:30:00Z")
    #expect(UUIDValue("123e4567-e89b-12d3-a456-426614174000")?.description == "123e4567-e89b-12d3-a456-426614174000")
  }

  @Test(
    "A sample keeps to the field's constraints",
    arguments: [
      (TypeReference.bytes, 5, nil, nil, #"["m","AAECAwQ="]"#), (.bytes, nil, 2, nil, #"["m","AAE="]"#),
      (.string, 6, nil, nil, #"["m","namena"]"#), (.string, nil, 2, nil, #"["m","na"]"#),
      (.string, 1_000_000, nil, nil, #"["m","name"]"#), (.int, nil, nil, 7, #"["m",7]"#),
      (.optional(.float), nil, nil, 2, #"["m",2.0]"#), (.float, nil, nil, 1, #"["m",1.5]"#),
    ] as [(TypeReference, Int?, Int?, Int64?, String)])
  func constraints(type: TypeReference, least: Int?, most: Int?, minimum: Int64?, body: String) {
    let length = ConstraintSpec.Length(minimum: least, maximum: most, text: "", range: .beginning)
    let field = FieldSpec(
      name: NameSpec("name", at: .beginning), type: type, typeRange: .beginning,
      constraints: ConstraintSpec(
        minimum: minimum.map { .init(ValueSpec(.int($0), at: .beginning), range: .beginning) }, length: length))
    let message = MessageSpec(
      name: NameSpec("m", at: .beginning), wireType: "m", wireTypeRange: .beginning, args: [field], layout: .list)
    #expect(message.sampleBody(in: ProtocolSpec(name: message.name, messages: [message])) == body)
  }
}
