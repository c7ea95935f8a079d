import ArgumentParser
import SpecCompiler
import SpecModel

/// `zmqspec explain`: why a rule is there, and how to keep it.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell why a diagnostic is there and how to put its cause right.",
    discussion: """
      EXAMPLES:
        zmqspec explain ZS0203
        zmqspec explain            list all codes
      """)

  @Argument(
    help: "Codes as they stand behind a diagnostic: ZS0203. Without any: the list of all.",
    completion: .list(Catalogue.all.map(\.code.rawValue)))
  var codes: [String] = []

  func run() throws {
    if codes.isEmpty { return try StandardStream.output.write(list) }
    let explanations = try codes.map(explanation)
    let texts = explanations.map(text)
    try StandardStream.output.write(texts.joined(separator: "\n"))
  }

  /// All codes with their titles, family by family.
  private var list: String {
    var text = ""
    var family = ""
    for explanation in Catalogue.all {
      let code = explanation.code.rawValue
      if !code.hasPrefix(family) || family.isEmpty {
        text += "\(family.isEmpty ? "" : "\n")\(Catalogue.family(of: code))\n"
        family = String(code.prefix(4))
      }
      text += "  \(code)  \(explanation.title)\n"
    }
    return text
  }

  private func explanation(_ written: String) throws -> Explanation {
    let code = written.uppercased()
    if let explanation = Catalogue.explanation(for: DiagnosticCode(rawValue: code)) { return explanation }
    var message = "there is no code '\(written)'"
    let siblings = Catalogue.all.filter { $0.code.rawValue.prefix(4) == code.prefix(4) }
    if siblings.isEmpty {
      message += "; the families are:"
      var families: [String] = []
      for family in Catalogue.all.map({ String($0.code.rawValue.prefix(4)) }) where !families.contains(family) {
        families.append(family)
        message += "\n  \(family)..  \(Catalogue.family(of: family))"
      }
    } else {
      message += "; its family, \(Catalogue.family(of: code)), has:"
      for sibling in siblings { message += "\n  \(sibling.code)  \(sibling.title)" }
    }
    throw WrongUsage(message + "\n`zmqspec explain` lists all codes.")
  }

  /// The explanation with what the checker prints about its wrong example.
  private func text(_ explanation: Explanation) -> String {
    let compilation = Compiler.compile(explanation.wrong.bytes(), name: "demo.yaml")
    let printed = DiagnosticPrinter(compilation.source, inColour: StandardStream.output.isColoured)
      .print(compilation.diagnostics)
    return """
      \(explanation.code)  \(explanation.title)

      \(explanation.text)

      Wrong:

      \(indented(explanation.wrong.text))
      \(printed)
      Right:

      \(indented(explanation.right.text))
      """
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }
}
