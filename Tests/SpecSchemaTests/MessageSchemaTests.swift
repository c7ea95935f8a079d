import Foundation
import SpecCompiler
import SpecModel
import SpecSchema
import Testing

@Suite("The schemas of messages")
struct MessageSchemaTests {
  /// Every protocol of the tree that compiles.
  static let protocols: [(path: String, spec: ProtocolSpec)] = {
    let compiled = (try? Repository.compiled()) ?? []
    return compiled.compactMap { file in file.compilation.spec.map { (file.path, $0) } }
  }()

  @Test("Every sample body is valid, by its message's schema and by that of the whole protocol")
  func samples() async throws {
    var tasks: [Validator.Task] = []
    for (_, spec) in Self.protocols {
      let messages = spec.messages.filter { $0.layout.builtIn != nil }
      let bodies = messages.map { Validator.Document.json($0.sampleBody(in: spec)) }
      tasks.append(Validator.Task(schema: MessageSchema.text(of: spec), documents: bodies))
      for (message, body) in zip(messages, bodies) {
        tasks.append(Validator.Task(schema: MessageSchema.text(of: message, in: spec), documents: [body]))
      }
    }
    #expect(tasks.count > 100)
    for (task, complaints) in zip(tasks, try await Validator.complaints(tasks)) {
      for (document, complaint) in zip(task.documents, complaints) { #expect(complaint == [], "\(document)") }
    }
  }

  @Test("A body with one thing wrong is refused")
  func wrong() async throws {
    var tasks: [Validator.Task] = []
    for (_, spec) in Self.protocols {
      for (message, bodies) in WrongBodies(spec).all() {
        tasks.append(
          Validator.Task(schema: MessageSchema.text(of: message, in: spec), documents: bodies.map { .json($0) }))
      }
    }
    #expect(tasks.map(\.documents.count).reduce(0, +) > 500)
    for (task, complaints) in zip(tasks, try await Validator.complaints(tasks)) {
      #expect(complaints.first == [], "\(task.documents[0])")
      for (document, complaint) in zip(task.documents, complaints).dropFirst() where complaint == [] {
        Issue.record("\(document) is valid by \(task.schema)")
      }
    }
  }
}
