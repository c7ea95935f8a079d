import SpecModel

/// Every code of the tool, explained.
public enum Catalogue {
  /// In the order of the codes.
  public static let all: [Explanation] = families.flatMap(\.self).sorted { $0.code.rawValue < $1.code.rawValue }

  private static let families: [[Explanation]] = [
    yaml, keys, values, options, excuses, chains, layouts, pairs, socketTypes, proxies, delimiters, routingIDs,
    identities, lockstep, paths, presence, frames, dispatch, bodies, stuckChains, endpoints, topics, publishing, names,
    layoutRules, fieldValues, constraints,
  ]

  /// The explanation of a code; nil for a code that does not exist.
  public static func explanation(for code: DiagnosticCode) -> Explanation? { byCode[code] }

  private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}
