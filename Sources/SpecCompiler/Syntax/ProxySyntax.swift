import SpecModel

/// A proxy as written: `clients <-> workers`.
struct ProxySyntax: Sendable, Hashable {
  /// The socket on the left.
  var frontend: NameSpec
  /// The socket on the right.
  var backend: NameSpec
  /// Both.
  var range: SourceRange
}

extension Findings {
  /// `proxies:`, one or a list of them.
  mutating func proxies(_ node: YAMLNode) -> [ProxySyntax] {
    var proxies: [ProxySyntax] = []
    for item in oneOrSeveral(node) {
      guard let text = filledText(item, "a proxy"), let proxy = proxy(text) else { continue }
      proxies.append(proxy)
    }
    return proxies
  }

  private mutating func proxy(_ text: TextSyntax) -> ProxySyntax? {
    let scalars = Array(text.text.unicodeScalars)
    let arrow = Array("<->".unicodeScalars)
    let starts = scalars.indices.filter { scalars[$0...].starts(with: arrow) }
    guard let start = starts.first, starts.count == 1,
      let frontend = socketName(text, scalars, 0..<start),
      let backend = socketName(text, scalars, start + arrow.count..<scalars.count)
    else {
      error(
        Code.proxyForm, at: text.range,
        "expected two sockets of the process with `<->` between them, found \(Prose.quoted(text.text))",
        help: "write `clients <-> workers`")
      return nil
    }
    return ProxySyntax(frontend: frontend, backend: backend, range: text.range)
  }

  private func socketName(_ text: TextSyntax, _ scalars: [Unicode.Scalar], _ range: Range<Int>) -> NameSpec? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scalars[start] == " " { start += 1 }
    while start < end, scalars[end - 1] == " " { end -= 1 }
    let name = String(String.UnicodeScalarView(scalars[start..<end]))
    return Naming.flaw(of: name) == nil ? NameSpec(name, at: text.range(of: start..<end)) : nil
  }
}
