import SpecModel
import ZMQWire

/// Between DEALERs and ROUTERs both ends write and expect the delimiter, or neither does.
///
/// libzmq passes an empty frame on like any other: the end that expects none reads it as the body.
/// Source: RFC 28; measured.
struct BothEndsAgreeOnTheDelimiter: Rule {
  static let code: DiagnosticCode = "ZS0202"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketPairs.compactMap { pair in
      let (a, b) = (spec[pair.a], spec[pair.b])
      guard a.type.choosesDelimiter, b.type.choosesDelimiter, a.delimiter != b.delimiter else { return nil }
      guard spec.fit(pair.a, pair.b) else { return nil }
      let with = a.delimiter ? pair.a : pair.b
      let without = a.delimiter ? pair.b : pair.a
      // The end that spoke its mind is the one to change; the other was inferred.
      let written = spec[without].delimiterRange != nil ? without : with
      let other = written == with ? without : with
      let isInferred = spec[other].delimiterRange == nil
      return error(
        at: spec[written].delimiterRange ?? pair.range,
        "\(spec.the(with)) writes a delimiter and \(spec.the(without)) expects none: libzmq passes the empty frame on, "
          + "and it would be read as the body",
        help: isInferred
          ? "remove `delimiter` from \(spec.socket(written)): it is inferred"
          : "write the same `delimiter` on both, or on neither: it is inferred",
        notes: [
          Diagnostic.Note(
            "\(spec.socket(other)) has \(other == with ? "a" : "no") delimiter"
              + (isInferred ? ", inferred from its other peers" : ""),
            at: spec[other].delimiterRange ?? spec[other].typeRange),
          Diagnostic.Note("they exchange messages here", at: pair.range),
        ], fix: isInferred ? spec[written].delimiterRange.map { [.removingEntry(at: $0)] } ?? [] : [])
    }
  }
}
