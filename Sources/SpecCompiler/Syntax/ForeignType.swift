/// A type as other languages write it, `float?`, `[int]`, `int[]`, `[string: int]`, in the words of this one.
enum ForeignType {
  /// How deep it may be nested.
  private static let depthLimit = 4

  /// The same type as the protocol language writes it; nil for what is not known, or is none of those.
  static func translated(_ text: some StringProtocol) -> String? {
    guard let translated = translated(text, depth: 0), translated != String(text).trimmingBlanks else { return nil }
    return translated
  }

  private static func translated(_ text: some StringProtocol, depth: Int) -> String? {
    let text = String(text).trimmingBlanks
    guard depth < depthLimit, let last = text.unicodeScalars.last else { return nil }
    if text.unicodeScalars.allSatisfy(Naming.isPart) { return text }
    if last == "?" { return wrapped("optional", text.dropLast(), depth) }
    if text.hasSuffix("[]") { return wrapped("list", text.dropLast(2), depth) }
    guard text.hasPrefix("["), last == "]" else { return nil }
    let inner = text.dropFirst().dropLast()
    guard let colon = inner.firstIndex(of: ":") else { return wrapped("list", inner, depth) }
    // The keys of a map are strings.
    guard ["string", "String"].contains(String(inner[..<colon]).trimmingBlanks) else { return nil }
    return wrapped("map", inner[inner.index(after: colon)...], depth)
  }

  private static func wrapped(_ constructor: String, _ inner: some StringProtocol, _ depth: Int) -> String? {
    translated(inner, depth: depth + 1).map { "\(constructor)<\($0)>" }
  }
}
