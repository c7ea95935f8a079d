/// The stable name of a rule: `ZS0203` is rule 3 of family 2.
///
/// Family 0 is YAML and keys; the others are the numbered families of Docs/Language.md, "What the
/// checker proves". A code is never given to another rule.
public struct DiagnosticCode: RawRepresentable, Sendable, Hashable, Encodable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// `ZS` and four digits.
  public let rawValue: String

  /// The code with this text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The code with this text.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The code's text.
  public var description: String { rawValue }
}
