/// Swift source as text, of which only the names matter.
enum SwiftText {
  /// The text with each of its names changed; what stands in string literals stays as it is.
  ///
  /// - Parameter change: Is given a name, what stands in front of it, and what stands behind it.
  static func mapNames(
    _ text: String, _ change: (_ name: String, _ last: Character?, _ next: Character?) -> String
  ) -> String {
    var result = ""
    var word = ""
    var isInLiteral = false
    var last: Character = " "

    func flush(before next: Character?) {
      if !word.isEmpty { result += isInLiteral ? word : change(word, result.last, next) }
      word = ""
    }

    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        flush(before: character)
        if character == "\"", last != "\\" { isInLiteral.toggle() }
        result.append(character)
      }
      last = last == "\\" && character == "\\" ? " " : character
    }
    flush(before: nil)
    return result
  }
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
