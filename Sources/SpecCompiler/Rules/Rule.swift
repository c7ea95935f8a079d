import SpecModel

/// One thing that must hold in every protocol, named as the rule it enforces.
///
/// A rule sees a protocol in which every reference is resolved, looks at each part of it a constant number
/// of times, and tells everything it finds. It is silent about what another rule reports: an impossible
/// pair of sockets is not also told that its delimiters disagree.
protocol Rule: SendableMetatype {
  /// The stable name of its findings.
  static var code: DiagnosticCode { get }
  /// Everything in the protocol that breaks the rule.
  static func check(_ spec: ProtocolSpec) -> [Diagnostic]
}

extension Rule {
  /// An error of this rule.
  static func error(
    at range: SourceRange, _ message: String, help: String? = nil, notes: [Diagnostic.Note] = [], fix: [Edit] = [],
    trace: ChainTrace? = nil
  ) -> Diagnostic {
    Diagnostic(code, .error, at: range, message, help: help, notes: notes, fix: fix, trace: trace)
  }

  /// A warning of this rule.
  static func warning(
    at range: SourceRange, _ message: String, help: String? = nil, notes: [Diagnostic.Note] = [], fix: [Edit] = [],
    trace: ChainTrace? = nil
  ) -> Diagnostic {
    Diagnostic(code, .warning, at: range, message, help: help, notes: notes, fix: fix, trace: trace)
  }
}
