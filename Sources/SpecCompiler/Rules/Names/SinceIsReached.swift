import SpecModel

/// Nothing is newer than the protocol.
///
/// A warning: `since` names a version that is not there yet, or `version` was forgotten.
struct SinceIsReached: Rule {
  static let code: DiagnosticCode = "ZS1019"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    guard let version = spec.version, let now = numbers(version) else { return [] }
    let headers = spec.layouts.flatMap(\.fields)
    let marked = spec.messages.map { ($0.name, $0.since) } + (spec.fields + headers).map { ($0.name, $0.since) }
    return marked.compactMap { name, since in
      guard let since, let then = numbers(since), now.lexicographicallyPrecedes(then) else { return nil }
      return warning(
        at: name.range, "'\(name)' is there since \(since), and this is version \(version)",
        help: "write the version that brings it: `version: \(since)`, or the one that has brought '\(name)'")
    }
  }

  /// The three numbers of a semantic version; what stands behind them is no part of the order here.
  private static func numbers(_ version: String) -> [Int]? {
    let core = version.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".").map { Int($0) }
    return numbers.count == 3 && numbers.allSatisfy { $0 != nil } ? numbers.compactMap(\.self) : nil
  }
}
