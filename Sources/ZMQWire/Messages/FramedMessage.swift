/// A message with a layout of the protocol file's own: any number of frames, in any codec.
public protocol FramedMessage: WireMessage, Hashable {
  /// Reads all frames, and demands that they are such a message.
  ///
  /// - Parameter body: Stands before the first frame.
  init<Frames: BodyFrames>(body: inout BodyReader<Frames>) throws(WireError)
}

extension FramedMessage {
  /// Decodes a body.
  ///
  /// - Returns: nil when it is another message: another number of frames, another constant, another type.
  /// - Throws: `WireError` with the frame, the byte and the path of what is wrong.
  public static func decode(_ frames: some BodyFrames) throws(WireError) -> Self? {
    var body = BodyReader(frames)
    do throws(WireError) {
      return try Self(body: &body)
    } catch {
      if error.tellsAnotherMessage { return nil }
      throw error
    }
  }
}

extension WireError {
  /// Whether the message may be a sound one of another kind: what is wrong is what tells messages apart.
  public var tellsAnotherMessage: Bool {
    switch reason {
    case .emptyBody, .tooFewFrames, .tooManyFrames, .notAMessage, .unknownType, .wrongConstant: true
    default: false
    }
  }
}
