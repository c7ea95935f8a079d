/// Where a layout's signature stands in a body, and which frames it covers: a constant of generated code.
///
/// ```swift
/// // [ text: MDPW01, text: $signature, json: $header, json: $kwargs, bytes: $attachments... ]
/// SignatureLayout(.frame(1), isText: true, covers: [.frame(2), .frame(3)])
/// ```
public struct SignatureLayout: Sendable, Hashable {
  /// Frames of a body by their places. Behind a list of any length they are counted from the end.
  public enum Place: Sendable, Hashable {
    /// A frame, counted from 0.
    case frame(Int)
    /// A frame from the end; 1 is the last one.
    case frameFromEnd(Int)
    /// All frames of a list, up to so many that stand behind it.
    case frames(from: Int, before: Int)

    func range(of count: Int) -> Range<Int> {
      switch self {
      case .frame(let index): index < count ? index..<(index + 1) : count..<count
      case .frameFromEnd(let distance): distance <= count ? (count - distance)..<(count - distance + 1) : count..<count
      case .frames(let start, let rest): min(start, count)..<max(min(start, count), count - rest)
      }
    }
  }

  let place: Place
  let isText: Bool
  let covered: [Place]

  /// - Parameters:
  ///   - place: The frame that holds the signature, and nothing else.
  ///   - isText: Whether it is written as lowercase hexadecimal digits.
  ///   - covered: The frames that are signed, in their order.
  public init(_ place: Place, isText: Bool, covers covered: [Place]) {
    self.place = place
    self.isText = isText
    self.covered = covered
  }

  /// The frame that holds the signature; nil where the body has too few.
  func index(in count: Int) -> Int? { place.range(of: count).first }

  /// The frames that are signed.
  func signed(of count: Int) -> [Int] { covered.flatMap { $0.range(of: count) } }

  /// Whether the signature in a body is good.
  public func isValid(in body: some BodyFrames, by signer: any Signer) -> Bool {
    let count = body.bodyFrameCount
    guard let index = index(in: count), let signature = signature(in: body.bodyFrame(index)) else { return false }
    return signer.isValid(signature, of: SignedFrames(body, at: signed(of: count)))
  }

  /// The bytes of a signature as it stands in a frame; nil for a text that is none.
  ///
  /// Capital digits are none: whoever remembers signatures to know a message that comes twice would take it for new.
  private func signature(in frame: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard isText else { return Array(frame) }
    guard frame.count.isMultiple(of: 2) else { return nil }
    var signature: [UInt8] = []
    signature.reserveCapacity(frame.count / 2)
    for index in stride(from: 0, to: frame.count, by: 2) {
      guard let high = Hexadecimal.value(of: frame[index]), let low = Hexadecimal.value(of: frame[index + 1]),
        Hexadecimal.digit(of: high) == frame[index], Hexadecimal.digit(of: low) == frame[index + 1]
      else { return nil }
      signature.append(high << 4 | low)
    }
    return signature
  }

  /// A signature as it is to stand in its frame.
  func frame(of signature: [UInt8]) -> [UInt8] {
    guard isText else { return signature }
    return signature.flatMap { [Hexadecimal.digit(of: $0 >> 4), Hexadecimal.digit(of: $0 & 15)] }
  }
}

extension FrameWriter {
  /// Signs the body that has been written, and puts the signature in its place; without a signer it stays as it is.
  ///
  /// - Parameters:
  ///   - start: How many frames of the envelope stand in front of the body.
  ///   - path: The message and the field, for an error.
  /// - Throws: `UnencodableValue` with what kept the signer from signing.
  public mutating func sign(
    _ layout: SignatureLayout, from start: Int, _ path: StaticString
  ) throws(UnencodableValue) {
    guard let signer else { return }
    let count = frameCount - start
    guard let index = layout.index(in: count) else { return }
    let signature: [UInt8]
    do {
      signature = try withFrames(layout.signed(of: count).map { $0 + start }) { try signer.signature(of: $0) }
    } catch {
      throw UnencodableValue(path, "\(error)", expected: "a signature")
    }
    replaceFrame(start + index, with: layout.frame(of: signature))
  }
}

extension BodyReader {
  /// Demands that the signature of the body is good, before anything that it covers is read.
  public func verify(_ layout: SignatureLayout) throws(WireError) {
    switch frames.isSigned(as: layout) {
    case true?: return
    case false?:
      let index = layout.index(in: frameCount) ?? 0
      throw WireError(
        .badSignature, frame: frames.envelopeFrameCount + index, expected: "the signature of the message's frames",
        found: Excerpt.quoted(frames.bodyFrame(index).span))
    case nil:
      throw WireError(.badSignature, expected: "a signer that knows the signature", found: "none")
    }
  }
}
