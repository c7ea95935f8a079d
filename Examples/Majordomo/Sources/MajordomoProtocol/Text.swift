/// Bodies are frames of any bytes, as the protocol leaves it open; these programs put one text in each.
extension [[UInt8]] {
  /// A body of these texts.
  public init(texts: [String]) { self = texts.map { text in [UInt8](text.utf8) } }

  /// The texts of a body.
  public var texts: [String] { map { String(decoding: $0, as: UTF8.self) } }
}
