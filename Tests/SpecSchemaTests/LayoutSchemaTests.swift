import SpecCompiler
import SpecModel
import SpecSchema
import Testing

/// The schemas of messages with layouts of the files' own, held against another implementation of JSON Schema: a body of
/// one frame is its value, one of several a list of them, and a frame that is no JSON a text.
@Suite("The schemas of messages with layouts of their own")
struct LayoutSchemaTests {
  /// A message, bodies that are right, and bodies of which a frame of JSON is wrong.
  private struct Case {
    var spec: ProtocolSpec
    var message: MessageSpec
    var right: String
    var wrong: [String]
  }

  private static let cases: [Case] = MessageSchemaTests.protocols.flatMap { _, spec in
    spec.messages.compactMap { message -> Case? in
      guard let id = message.layout.declared, let right = document(message, spec) else { return nil }
      // What is no JSON stays none: a number where a frame of text was says nothing of the schema.
      let forms = kinds(message, spec)
      let wrong = variants(message, spec).filter { kinds($0.message, $0.spec) == forms }
        .compactMap { document($0.message, $0.spec) }
      return Case(
        spec: spec, message: message, right: right,
        wrong: spec[id].isDescribed ? wrong.filter { $0 != right } : [])
    }
  }

  /// The body as a document: what the schema describes.
  private static func document(_ message: MessageSpec, _ spec: ProtocolSpec) -> String? {
    guard let id = message.layout.declared else { return nil }
    let texts = message.sampleFrames(in: spec).map { frame in
      switch frame.form {
      case .json(let text): text
      case .text, .binary, .empty: "\"\""
      }
    }
    let isOne = spec[id].frames.count == 1 && !spec[id].frames[0].isSpread
    return isOne ? texts.first : "[" + texts.joined(separator: ",") + "]"
  }

  /// For each frame, whether it is JSON.
  private static func kinds(_ message: MessageSpec, _ spec: ProtocolSpec) -> [Bool] {
    message.sampleFrames(in: spec).map { if case .json = $0.form { true } else { false } }
  }

  /// The message with one value of a wrong type, wherever that is to be seen in JSON.
  private static func variants(
    _ message: MessageSpec, _ spec: ProtocolSpec
  ) -> [(message: MessageSpec, spec: ProtocolSpec)] {
    guard let id = message.layout.declared else { return [] }
    var found: [(MessageSpec, ProtocolSpec)] = []
    // A sample spreads no map that is none.
    for index in message.args.indices where !message.args[index].isMap {
      for field in message.args[index].wrong {
        var other = message
        other.args[index] = field
        found.append((other, spec))
      }
    }
    for index in message.kwargs.indices where !message.kwargs[index].isMap {
      for field in message.kwargs[index].wrong {
        var other = message
        other.kwargs[index] = field
        found.append((other, spec))
      }
    }
    for index in spec[id].fields.indices where !message.fixedFields.contains(where: { $0.field == index }) {
      for field in spec[id].fields[index].wrong where field.source?.kind != .type {
        var other = spec
        other.layouts[id.index].fields[index] = field
        found.append((message, other))
      }
    }
    return found
  }

  @Test("every sample is valid, by its message's schema and by that of the whole protocol")
  func right() async throws {
    let tasks = Self.cases.flatMap { value in
      [MessageSchema.text(of: value.message, in: value.spec), MessageSchema.text(of: value.spec)].map {
        Validator.Task(schema: $0, documents: [.json(value.right)])
      }
    }
    #expect(tasks.count > 200)
    for (task, complaints) in zip(tasks, try await Validator.complaints(tasks)) {
      #expect(complaints == [[]], "\(task.documents)")
    }
  }

  @Test("a value of a wrong type is refused wherever the layout writes JSON")
  func wrong() async throws {
    let cases = Self.cases.filter { !$0.wrong.isEmpty }
    #expect(cases.map(\.wrong.count).reduce(0, +) > 100)
    let tasks = cases.map { value in
      Validator.Task(
        schema: MessageSchema.text(of: value.message, in: value.spec), documents: value.wrong.map { .json($0) })
    }
    for (task, complaints) in zip(tasks, try await Validator.complaints(tasks)) {
      for (document, complaint) in zip(task.documents, complaints) where complaint == [] {
        Issue.record("\(document) is valid by \(task.schema)")
      }
    }
  }
}

extension LayoutSpec {
  /// Whether all of its JSON is described: nothing follows what is spread as frames.
  fileprivate var isDescribed: Bool {
    !frames.dropLast().contains { $0.isSpread }
  }
}

extension FieldSpec {
  fileprivate var isMap: Bool { if case .map = type { true } else { false } }
}
