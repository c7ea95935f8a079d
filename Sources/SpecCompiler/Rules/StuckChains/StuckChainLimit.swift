import SpecModel

/// What is said where a chain is too large to be looked at whole.
enum StuckChainLimit {
  /// How many states of a chain are looked at.
  static let states = 100_000

  static let code: DiagnosticCode = "ZS0707"

  /// A chain of which something was not proved.
  static func notProved(_ outline: ChainOutline, _ what: String) -> Diagnostic {
    Diagnostic(
      code, .warning, at: outline.chain.name.range,
      "chain '\(outline.chain.name)' is too large to be looked at whole; not proved: \(what)",
      help: "divide it into smaller chains: what stands side by side in a `par` multiplies, and so do loops in loops")
  }
}
