import ArgumentParser
import SpecCompiler
import SpecModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `zmqspec rules`: everything that the checker can find.
struct ListRules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List what the checker can find: code, severity, whether it can be fixed or excused.",
    discussion: """
      EXAMPLES:
        zmqspec rules
        zmqspec rules --format json | jq '.[] | select(.fixable)'

      fix     `zmqspec check --fix` writes the remedy
      excuse  a comment `# zmqspec:ignore CODE because …` silences it in one line
      """)

  /// What comes out.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "text, or json for one array of objects.")
  var format: Format = .text

  func run() throws {
    let rules = Catalogue.traits()
    switch format {
    case .text: try StandardStream.output.write(table(rules))
    case .json: try StandardStream.output.write(json(rules))
    }
  }

  /// ```
  /// Delimiters reach REQ and REP
  ///   ZS0202  error    fix  excuse  Both ends agree on the delimiter
  /// ```
  private func table(_ rules: [RuleTraits]) -> String {
    var text = ""
    var family = ""
    for rule in rules {
      if rule.family != family {
        text += (family.isEmpty ? "" : "\n") + rule.family + "\n"
        family = rule.family
      }
      let head =
        "  \(rule.code)  \(rule.severity == .error ? "error  " : "warning")  \(rule.isFixable ? "fix" : "   ")  "
        + "\(rule.isExcusable ? "excuse" : "      ")  "
      for (index, line) in ListRules.wrapped(rule.title, width: 79 - head.count).enumerated() {
        text += (index == 0 ? head : String(repeating: " ", count: head.count)) + line + "\n"
      }
    }
    return text
  }

  /// A text in lines of some columns, broken at blanks.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private struct Row: Encodable {
    var code: String
    var excusable: Bool
    var family: String
    var fixable: Bool
    var severity: String
    var title: String
  }

  private func json(_ rules: [RuleTraits]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let rows = try rules.map { rule in
      let row = Row(
        code: rule.code.rawValue, excusable: rule.isExcusable, family: rule.family, fixable: rule.isFixable,
        severity: rule.severity.rawValue, title: rule.title)
      return String(decoding: try encoder.encode(row), as: UTF8.self)
    }
    return "[\n" + rows.joined(separator: ",\n") + "\n]\n"
  }
}
