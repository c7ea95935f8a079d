/// Where the value of a layout's field comes from, if not from whoever sends the message.
///
/// ```yaml
/// fields: { id: int = fresh, sent: timestamp = now, sender: string = given }
/// ```
public struct FieldSourceSpec: Sendable, Hashable, Encodable {
  /// Where from.
  public enum Kind: Sendable, Hashable, Encodable {
    /// `fresh`: a new one for every message, a counter, an id or a UUID.
    case fresh
    /// `now`: the time of sending.
    case now
    /// `given`: once, when the process is made.
    case given
    /// `type`: the message's type on the wire.
    case type
    /// `cause.id`, `cause.header.id`: copied from the message that is answered or handled. On a reply it also matches
    /// the reply to its request.
    case cause([String])
    /// `sign(header, kwargs)`: what the program's `Signer` makes of the frames in which these stand, see `SignatureSpec`.
    case sign([TemplateReference])
  }

  /// Where from.
  public var kind: Kind
  /// The text as written.
  public var text: String
  /// Where it is written.
  public var range: SourceRange

  /// A source.
  public init(_ kind: Kind, text: String, at range: SourceRange) {
    self.kind = kind
    self.text = text
    self.range = range
  }
}
