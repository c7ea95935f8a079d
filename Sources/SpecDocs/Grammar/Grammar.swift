import SpecDrawing
import SpecModel

/// A protocol as ABNF.
///
/// ```
/// ; Having something done
/// requesting = request         ; Client to Broker
///              worker-request  ; Broker to Worker
///              worker-reply    ; Worker to Broker
///              reply           ; Broker to Client
///
/// ; 0x01 in the layout worker
/// ready = %s"MDPW01" %x01 ready-service
/// ready-service = *OCTET          ; text
/// ```
///
/// ABNF cannot say who sends: comments do. What happens at the same time is any number of either.
struct Grammar {
  private let spec: ProtocolSpec
  private var names = GrammarNames()
  private var messages: [String] = []
  /// The rules of values: names, definitions, comments; in the order of first use.
  private var values: [(rule: String, definition: String)] = []
  private var valueRules: [String: String] = [:]

  /// The grammar; empty lines part the rules of chains, messages and values.
  private(set) var text = ""

  /// The grammar of a protocol.
  init(_ spec: ProtocolSpec) {
    self.spec = spec
    messages = spec.messages.map { names.rule(for: $0.name.text, suffix: "message") }
    let chains = spec.chains.filter { !$0.steps.isEmpty }.map { chain in
      let rule = names.rule(for: chain.name.text, suffix: "chain")
      return "; \(Grammar.comment(chain.heading))\n"
        + ChainGrammar(spec: spec, messages: messages).rule("\(rule) =", of: chain)
    }
    let used = Set(spec.chains.flatMap(\.steps).map(\.message))
    let answers = Set(
      spec.socketIDs.compactMap { if case .message(let id) = spec[$0].otherwise { id } else { nil } })
    var rules: [String] = []
    for id in spec.messageIDs where used.contains(id) || answers.contains(id) { rules.append(rule(of: id)) }
    let widest = values.map(\.rule.count).max() ?? 0
    let definitions = values.map { value in
      value.rule + String(repeating: " ", count: widest - value.rule.count) + " = " + value.definition
    }
    text = (chains + [rules.joined(separator: "\n"), definitions.joined(separator: "\n")])
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  // MARK: Messages

  private mutating func rule(of id: MessageID) -> String {
    let message = spec[id]
    var elements: [String] = []
    for (index, (symbol, codec)) in zip(message.bodyFrames(in: spec), message.frameCodecs(in: spec)).enumerated() {
      switch symbol {
      case .delimiter: elements.append("%s\"\"")
      case .constant(let text): elements.append(constant(text, codec, message, index))
      case .value(let name) where name.hasSuffix("..."): elements.append("*" + value(String(name.dropLast(3)), codec))
      case .value(let name): elements.append(value(name, codec))
      case .body(let notation): elements.append(value("\(messages[id.index])-json", codec, comment: notation))
      case .binary(let notation): elements.append(value("\(messages[id.index])-frame", codec, comment: "<\(notation)>"))
      case .topic, .routingID: break
      }
    }
    return Grammar.wrapped("\(messages[id.index]) =", elements)
  }

  /// `%s"MDPW01"`, `%x01`: by its bytes where it is no printable text.
  private func constant(_ text: String, _ codec: String, _ message: MessageSpec, _ index: Int) -> String {
    let samples = message.sampleFrames(in: spec)
    guard index < samples.count else { return "%s" + text }
    let bytes = samples[index].bytes
    if case .text(let text) = samples[index].form, bytes.allSatisfy({ (0x21..<0x7F).contains($0) && $0 != 0x22 }) {
      return "%s\"\(text)\""
    }
    if bytes.isEmpty { return "%s\"\"" }
    return "%x"
      + bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }.joined(separator: ".")
  }

  /// The rule of a value; one for all of the same name and codec.
  private mutating func value(_ name: String, _ codec: String, comment: String? = nil) -> String {
    let key = "\(name)\n\(codec)\n\(comment ?? "")"
    if let known = valueRules[key] { return known }
    let rule = names.rule(for: name, suffix: "value")
    let bytes: [String: Int] = ["8": 1, "16": 2, "32": 4, "64": 8]
    let digits = codec.filter(\.isNumber)
    let isInteger = codec.contains("int") && !codec.contains(" ")
    let definition =
      isInteger
      ? "\(bytes[digits] ?? 1)OCTET" + (codec.hasSuffix("le") ? " ; \(codec), lowest byte first" : " ; \(codec)")
      : "*OCTET ; \(codec)"
    values.append((rule, definition + (comment.map { ": " + Grammar.comment($0) } ?? "")))
    valueRules[key] = rule
    return rule
  }

  // MARK: Text

  /// Text that may stand in a comment: ABNF is ASCII.
  static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { (0x20..<0x7F).contains($0.value) ? $0 : "?" }))
  }

  /// A rule in lines of at most 80 columns; what goes on is indented, which is how ABNF tells.
  private static func wrapped(_ lead: String, _ elements: [String]) -> String {
    var lines = [lead]
    for word in (elements.isEmpty ? ["%s\"\""] : elements).flatMap({ $0.split(separator: " ") }) {
      if lines[lines.count - 1].count + 1 + word.count > 80 { lines.append("   ") }
      lines[lines.count - 1] += " " + word
    }
    return lines.joined(separator: "\n")
  }
}
