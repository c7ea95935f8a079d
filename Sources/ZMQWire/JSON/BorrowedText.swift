/// A text that lies in a frame and is not copied out of it: where it is, not what it says.
///
/// The reader has proved that it is well formed, so looking at it cannot fail. It means something with the frame that it
/// was read from beside it, which a handler has until it returns:
///
/// ```swift
/// func report(_ report: Report.View, in frame: Span<UInt8>, origin: Origin) {
///   if report.city.matches("Oslo", in: frame) { count += 1 }
/// }
/// ```
///
/// With another frame beside it, it is some other text or none, and never a crash.
@frozen public struct BorrowedText: Sendable {
  @usableFromInline enum Place: Sendable {
    case frame(JSONKey)
    /// The default of a field that is not there.
    case program(StaticString)
  }

  @usableFromInline let place: Place

  /// A text of the program's own, which is in no frame.
  @inlinable public init(_ text: StaticString) { place = .program(text) }

  @inlinable init(_ key: JSONKey) { place = .frame(key) }

  /// Whether it says this, escapes decoded. Copies nothing.
  @inlinable public func matches(_ text: StaticString, in frame: Span<UInt8>) -> Bool {
    switch place {
    case .frame(let key): key.isWithin(frame) && key.matches(text, in: frame)
    case .program(let own): own.withUTF8Buffer { own in text.withUTF8Buffer { own.elementsEqual($0) } }
    }
  }

  /// Its copy, escapes decoded.
  @inlinable public func string(in frame: Span<UInt8>) -> String {
    switch place {
    case .frame(let key): key.isWithin(frame) ? key.string(in: frame) : ""
    case .program(let text): "\(text)"
    }
  }

  /// Lends its bytes, UTF-8 with escapes decoded: those of the frame where it has no escapes.
  @inlinable public func withUTF8<Result>(in frame: Span<UInt8>, _ body: (Span<UInt8>) -> Result) -> Result {
    switch place {
    case .frame(let key):
      key.isWithin(frame) ? JSONReader.content(of: key, in: frame, body) : body(Span())
    case .program(let text):
      text.withUTF8Buffer { body($0.span) }
    }
  }
}

extension JSONKey {
  @inlinable func isWithin(_ bytes: Span<UInt8>) -> Bool { end <= bytes.count }
}

extension JSONReader {
  /// Reads a string and leaves it where it is.
  @inlinable public mutating func readText(in bytes: Span<UInt8>) throws(JSONFault) -> BorrowedText {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedString)
    return BorrowedText(try scanString(in: bytes))
  }
}
