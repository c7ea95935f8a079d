import SpecModel

/// The protocol as ABNF, as the RFCs of ZeroMQ have it.
struct GrammarSection {
  /// The protocol.
  let spec: ProtocolSpec

  /// Heading, a sentence, the grammar.
  var blocks: [Block] {
    if spec.chains.allSatisfy(\.steps.isEmpty) { return [] }
    return [
      .heading(2, "Grammar", .section("Grammar")),
      .paragraph(
        """
        In ABNF ([RFC 5234](https://www.rfc-editor.org/rfc/rfc5234), with the case-sensitive strings of RFC 7405): \
        the chains as messages in their order, with who speaks behind each; then each message as its body frames, one \
        behind the other, without the envelope in front of them.
        """.linked),
      .code(Grammar(spec).text, language: "abnf"),
    ]
  }
}

extension String {
  /// A sentence with one link in it: `see [RFC 5234](https://…)`.
  fileprivate var linked: Phrase {
    guard let open = firstIndex(of: "["), let middle = firstRange(of: "]("),
      let close = self[middle.upperBound...].firstIndex(of: ")")
    else { return .text(self) }
    let title = self[index(after: open)..<middle.lowerBound]
    return Phrase([
      .text(String(self[..<open])),
      .reference(.text(title), to: String(self[middle.upperBound..<close])),
      .text(String(self[index(after: close)...])),
    ])
  }
}
