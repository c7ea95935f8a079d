/// Puts the module in front of names that something else of the same name hides: `any Error` → `any Swift.Error`.
///
/// The emitters write Swift as one would by hand; this goes over their text once, before its lines are broken.
struct Qualification {
  /// The hidden names, each with its module.
  let modules: [String: String]
  /// The enum around everything: in front of a dot it is meant, whatever it is called.
  let namespace: String

  /// Swift source, or a piece of a line of it, with whole string literals.
  func callAsFunction(_ text: String) -> String {
    var result = ""
    var word = ""
    var before = ""
    var isInLiteral = false
    var last: Character = " "

    func flush(behind next: Character?) {
      let isName = !word.isEmpty && !isInLiteral
      let isMember =
        result.last == "." || result.last == "@" || Self.declaring.contains(before)
        || (word == namespace && next == ".")
      if isName, !isMember, let module = modules[word] { result += "\(module)." }
      result += word
      if isName { before = word }
      word = ""
    }

    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        flush(behind: character)
        if character == "\"", last != "\\" { isInLiteral.toggle() }
        result.append(character)
      }
      last = last == "\\" && character == "\\" ? " " : character
    }
    flush(behind: nil)
    return result
  }

  /// The words behind which a name is declared, and not used.
  private static let declaring: Set = ["case", "enum", "extension", "protocol", "struct"]
}

extension Code {
  /// The same with all its text changed, but for comments.
  func mapText(_ change: (String) -> String) -> Code {
    func all(_ codes: [Code]) -> [Code] { codes.map { $0.mapText(change) } }
    switch self {
    case .blank, .doc, .comment: return self
    case .line(let text): return .line(change(text))
    case .group(let codes): return .group(all(codes))
    case .indented(let codes): return .indented(all(codes))
    case .block(let head, let body): return .block(change(head), all(body))
    case .statement(let head, let body): return .statement(change(head), change(body))
    case .closures(let closures):
      return .closures(closures.map { (change($0.head), change($0.parameters), all($0.body)) })
    case .results(let targets, let call, let parameters, let types, let body):
      return .results(
        targets.map(change), of: change(call), parameters: change(parameters), types: types.map(change), body: all(body)
      )
    case .assignment(let left, let right): return .assignment(change(left), change(right))
    case .array(let head, let items): return .array(change(head), items.map(change))
    case .call(let head, let items, let tail): return .call(change(head), items.map(change), change(tail))
    case .declaration(let head, let items, let tail): return .declaration(change(head), items.map(change), change(tail))
    case .function(let head, let items, let tail, let body):
      return .function(change(head), items.map(change), change(tail), all(body))
    case .generic(let head, let generics, let items, let tail, let body):
      return .generic(change(head), generics.map(change), items.map(change), change(tail), all(body))
    case .switching(let subject, let cases):
      return .switching(change(subject), cases.map { (change($0.label), all($0.body)) })
    case .branches(let branches): return .branches(branches.map { ($0.condition.map(change), all($0.body)) })
    }
  }
}
