import Foundation
import SpecModel
import Testing

@testable import SpecCompiler

/// Everything that the language has earns its place in a protocol of the gallery.
@Suite("The gallery uses the whole language")
struct LanguageInUseTests {
  static let files: [(name: String, text: String)] = {
    let folder = SourceFramesTests.root.appending(path: "protocols")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  static let specs = files.compactMap { Compiler.compile(Array($0.text.utf8), name: $0.name).spec }

  @Test("every key, at every place where it may stand")
  func keys() throws {
    var used = UsedKeys()
    for (name, text) in Self.files {
      let root = try #require(YAMLParser.parse(SourceText(name: name, text: text), text: text).0)
      used.visit(root, .keys(.file))
    }
    var missing: [String] = []
    for place in LanguagePlace.allCases {
      for key in place.keys where !used.keys.contains("\(place.rawValue).\(key.name)") {
        missing.append("\(place.rawValue).\(key.name)")
      }
    }
    missing += LanguagePlace.stepForms.map(\.name).filter { !used.forms.contains($0) }
    #expect(missing == [])
  }

  @Test("every word: socket types, mechanisms, what a record does with strangers")
  func words() {
    let sockets = Self.specs.flatMap { $0.processes.flatMap(\.sockets) }
    let types = Set(sockets.map(\.type.rawValue))
    // Nothing is said over a STREAM: it is declared only to be refused.
    #expect(Set(LanguageWord.socketTypes.map(\.name)).subtracting(types) == ["STREAM"])
    #expect(Set(sockets.map(\.security)).count == SocketSpec.Security.allCases.count)
    #expect(sockets.contains { $0.subscription == .dynamic })
    #expect(Set(Self.specs.flatMap { $0.messages.compactMap(\.layout.builtIn) }).count == BuiltInLayout.allCases.count)
  }

  @Test("every codec of a frame")
  func codecs() {
    var used: Set<String> = []
    for frame in Self.specs.flatMap(\.layouts).flatMap(\.frames) {
      switch frame.content {
      case .json: used.insert("json")
      case .msgpack: used.insert("msgpack")
      case .scalar(let codec, _): used.insert(codec.name)
      case .empty: used.insert("empty")
      case .packed(let items): used.formUnion(["packed"] + items.map(\.codec.name))
      case .natural: used.insert("natural")
      }
    }
    let all = ["json", "msgpack", "empty", "packed", "natural"] + ScalarCodec.all.map(\.name)
    #expect(all.filter { !used.contains($0) } == [])
  }

  @Test("every source of a layout's field")
  func sources() {
    let words = Self.specs.flatMap(\.layouts).flatMap(\.fields).compactMap(\.source).map { source in
      switch source.kind {
      case .fresh: "fresh"
      case .now: "now"
      case .given: "given"
      case .type: "type"
      case .cause: "cause"
      case .sign: "sign"
      }
    }
    #expect(Set(words) == ["fresh", "now", "given", "type", "cause", "sign"])
  }

  @Test("every type that is built in")
  func types() {
    var used: Set<String> = []
    func visit(_ type: TypeReference) {
      switch type {
      case .list(let inner):
        used.insert("list")
        visit(inner)
      case .map(let inner):
        used.insert("map")
        visit(inner)
      case .optional(let inner):
        used.insert("optional")
        visit(inner)
      case .named: used.insert("named")
      default: used.insert("\(type)")
      }
    }
    for spec in Self.specs {
      for message in spec.messages { for field in message.fields { visit(field.type) } }
      for layout in spec.layouts { for field in layout.fields { visit(field.type) } }
      for type in spec.types {
        if case .record(let fields) = type.kind { for field in fields { visit(field.type) } }
      }
    }
    let scalars: [TypeReference] = [
      .bool, .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float, .float32, .string, .bytes,
      .uuid, .timestamp, .duration, .json, .routingID, .empty,
    ]
    #expect((scalars.map { "\($0)" } + ["list", "map", "optional", "named"]).filter { !used.contains($0) } == [])
  }
}

/// The keys of the language that stand in files, each with its place.
private struct UsedKeys {
  var keys: Set<String> = []
  /// The groups, and what else stands between steps.
  var forms: Set<String> = []

  mutating func visit(_ node: YAMLNode, _ place: FormatPlace) {
    switch node.content {
    case .scalar, .refused: return
    case .sequence(let items):
      for item in items { visit(item, place.list.item) }
    case .mapping(let entries):
      for entry in entries {
        let key = entry.key.text
        if case .keys(let place) = place {
          if place.keys.contains(where: { $0.name == key }) { keys.insert("\(place.rawValue).\(key)") }
          if place == .step { forms.insert(String(key.prefix { $0 != " " })) }
        }
        var isList = false
        if case .sequence = entry.value.content { isList = true }
        visit(entry.value, place.value(of: key, isList: isList))
      }
    }
  }
}
