/// How far two spellings are apart.
package enum Spelling {
  /// Names longer than this are not compared.
  private static let longest = 48

  /// The candidate nearest to a misspelt name; nil where none is near enough to be meant.
  package static func nearest(to name: String, among candidates: some Collection<String>) -> String? {
    let written = Array(name.lowercased().unicodeScalars)
    guard written.count <= longest else { return nil }
    let limit = (written.count + 1) / 3
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      guard abs(scalars.count - written.count) <= limit else { continue }
      let distance = distance(written, scalars)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// The candidate nearest to a misspelt name, where it alone is that near: what may be written without asking.
  package static func only(nearestTo name: String, among candidates: some Collection<String>) -> String? {
    guard let first = nearest(to: name, among: candidates) else { return nil }
    let written = Array(name.lowercased().unicodeScalars)
    func steps(_ candidate: String) -> Int { distance(written, Array(candidate.lowercased().unicodeScalars)) }
    let least = steps(first)
    return Set(candidates).contains { $0 != first && steps($0) <= least } ? nil : first
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`
  /// (Damerau and Levenshtein's, in the form that edits no stretch twice).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      current.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var cost = min(previous[j] + 1, current[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforePrevious[j - 2] + 1) }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
