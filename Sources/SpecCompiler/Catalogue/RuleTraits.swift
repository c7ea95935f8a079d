import SpecModel

/// What `zmqspec rules` tells about a code.
public struct RuleTraits: Sendable, Hashable {
  /// The code.
  public var code: DiagnosticCode
  /// What the codes with the same first two digits are about.
  public var family: String
  /// How much a finding matters, as the wrong file of the explanation shows it.
  public var severity: Diagnostic.Severity
  /// Whether there are findings that `zmqspec check --fix` puts right.
  public var isFixable: Bool
  /// Whether a comment may excuse a finding.
  public var isExcusable: Bool
  /// The rule, as a heading.
  public var title: String
}

extension Catalogue {
  /// All codes, in their order, with what a list of them tells.
  public static func traits() -> [RuleTraits] {
    all.map { explanation in
      let compilation = Compiler.compile(explanation.wrong.bytes(), name: "demo.yaml")
      let finding = compilation.diagnostics.first { $0.code == explanation.code }
      let severity = finding?.severity ?? .error
      return RuleTraits(
        code: explanation.code, family: family(of: explanation.code.rawValue), severity: severity,
        isFixable: fixable.contains(explanation.code),
        isExcusable: Excuses.isExcusable(explanation.code, severity), title: explanation.title)
    }
  }

  /// The codes of which some findings have a remedy that is one edit; a test holds them against the rejected files.
  private static let fixable: Set<DiagnosticCode> = [
    "ZS0014", "ZS0020", "ZS0025", "ZS0026", "ZS0029", "ZS0030", "ZS0031", "ZS0032", "ZS0034", "ZS0039", "ZS0044",
    "ZS0098", "ZS0104", "ZS0153", "ZS0202", "ZS0203", "ZS0304", "ZS0501", "ZS0811", "ZS0908", "ZS1001", "ZS1002",
    "ZS1003", "ZS1004", "ZS1051", "ZS1104", "ZS1107", "ZS1109", "ZS1116",
  ]

  /// What the family of a code, or of its first digits, is about.
  public static func family(of code: String) -> String {
    let names = [
      "YAML, keys and values", "Socket types fit", "Delimiters reach REQ and REP", "Routing ids are known", "Lockstep",
      "Written frames match derived frames", "Dispatch is unambiguous", "No chain gets stuck", "Endpoints make sense",
      "Subscriptions match", "Names work", "Values fit",
    ]
    guard let number = Int(code.dropFirst(2).prefix(2)), names.indices.contains(number) else { return "Others" }
    return names[number]
  }
}
