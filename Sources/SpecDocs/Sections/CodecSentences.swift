import SpecDrawing
import SpecModel

/// How values become bytes, for those codecs and types that a protocol uses, and that do not explain themselves.
///
/// ```
/// * `text` is UTF-8; `bytes` are what they are.
/// * `uint16` is an integer of so many bits, the highest byte first.
/// ```
struct CodecSentences {
  /// The protocol.
  let spec: ProtocolSpec

  /// A sentence for each that needs one.
  var all: [Phrase] {
    let codecs = self.codecs
    var sentences: [Phrase] = []
    let integers = codecs.filter { $0.contains("int") && !$0.hasSuffix("le") }
    let reversed = codecs.filter { $0.contains("int") && $0.hasSuffix("le") }
    if codecs.contains("text") { sentences.append("\(Phrase.code("text")) is UTF-8.") }
    if codecs.contains("json") {
      sentences.append("JSON is UTF-8\(codecs.contains("text") ? ", too" : ""), and written without blanks.")
    }
    sentences += integerSentence(integers, "highest")
    sentences += integerSentence(reversed, "lowest")
    if codecs.contains("packed") {
      sentences.append("\(Phrase.code("packed")): one value behind the other in one frame, with nothing in between.")
    }
    sentences += ["string8", "string32", "bytes8", "bytes32"].filter(codecs.contains).map { name in
      let what = name.hasPrefix("string") ? "UTF-8" : "bytes"
      return
        "\(Phrase.code(name)): \(what) behind the number of bytes, \(Phrase.code("uint" + name.filter(\.isNumber)))."
    }
    if codecs.contains("strings") {
      sentences.append(
        """
        \(Phrase.code("strings")): how many, \(Phrase.code("uint32")), then each as UTF-8 behind its number of bytes, \
        \(Phrase.code("uint32")).
        """)
    }
    if codecs.contains("dictionary") {
      sentences.append(
        """
        \(Phrase.code("dictionary")): how many, \(Phrase.code("uint32")), then each key behind its number of bytes, \
        \(Phrase.code("uint8")), and its value behind its own, \(Phrase.code("uint32")).
        """)
    }
    return sentences + typeSentences(asJSON: codecs.contains("json"))
  }

  private func integerSentence(_ names: [String], _ end: String) -> [Phrase] {
    if names.isEmpty { return [] }
    let list = Phrase.list(names.map { .code($0) })
    let isSingle = names.count == 1
    if names.allSatisfy({ $0.hasSuffix("8") }) {
      return ["\(list) \(isSingle ? "is an integer" : "are integers") of one byte."]
    }
    return ["\(list) \(isSingle ? "is an integer" : "are integers") of so many bits, the \(end) byte first."]
  }

  /// The codecs of all frames that are ever sent, in the order of the language's table.
  private var codecs: [String] {
    var found: Set<String> = []
    for message in spec.messages {
      for codec in message.frameCodecs(in: spec) { found.formUnion(codec.split(separator: " ").map(String.init)) }
    }
    return ["json", "packed"].filter(found.contains) + ScalarCodec.all.map(\.name).filter(found.contains)
  }

  // MARK: Types

  private func typeSentences(asJSON: Bool) -> [Phrase] {
    let types = usedTypes
    var sentences: [Phrase] = []
    let binary = [("bytes", TypeReference.bytes), ("routing_id", .routingID)].filter { types.contains($0.1) }
    if asJSON, !binary.isEmpty {
      sentences.append("\(Phrase.list(binary.map { .code($0.0) })) in JSON: base64.")
    } else if let (name, _) = binary.first(where: { hasExample(of: $0.1) }) {
      sentences.append("\(Phrase.code(name)) in an example: base64, for the bytes themselves.")
    }
    if types.contains(.uuid) { sentences.append("\(Phrase.code("uuid")): its usual text, with hyphens.") }
    if types.contains(.timestamp) {
      sentences.append("\(Phrase.code("timestamp")): RFC 3339 in UTC, with microseconds.")
    }
    if types.contains(.duration) { sentences.append("\(Phrase.code("duration")): a number of seconds.") }
    return sentences
  }

  private func hasExample(of type: TypeReference) -> Bool {
    (spec.messages.flatMap(\.fields) + spec.layouts.flatMap(\.fields)).contains { $0.type == type && $0.example != nil }
  }

  /// The types of all fields, and what they are made of.
  private var usedTypes: Set<TypeReference> {
    var found: Set<TypeReference> = []
    func add(_ type: TypeReference) {
      found.insert(type)
      switch type {
      case .list(let inner), .map(let inner), .optional(let inner): add(inner)
      default: break
      }
    }
    for field in spec.messages.flatMap(\.fields) + spec.layouts.flatMap(\.fields) { add(field.type) }
    for type in spec.types { if case .record(let fields) = type.kind { fields.map(\.type).forEach(add) } }
    return found
  }
}
