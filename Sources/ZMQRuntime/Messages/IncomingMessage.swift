import ZMQWire

/// A received message while it is decoded, handled and answered.
///
/// Each worker of a socket has one and uses it for every message: the frames stay where the transport put
/// them, the codec is lent a span, and the reply goes out in the envelope that came in.
public final class IncomingMessage: BodyFrames {
  let received: any ReceivedMessage
  let socket: String
  /// What is known of where a message came from that has neither topic nor proxies behind it.
  private let usualOrigin: Origin.Rest
  private let configuration: SocketConfiguration
  private let routingIDIsFirst: Bool
  private let topicIsFirst: Bool
  /// How many frames stand in front of the body, where every message of the socket has the same number; else -1.
  private let usualEnvelope: Int
  /// Whether the peer chooses what stands in the envelope, or how much.
  private let hasOpenEnvelope: Bool
  /// How many frames stand in front of a body that has come through no proxy.
  private let plainEnvelope: Int
  /// How many frames it has.
  @exclusivity(unchecked) private var frameCount = 0
  /// How many frames stand in front of the body.
  @exclusivity(unchecked) private(set) var envelopeLength = 0
  /// Whether the sender has left the delimiter out, so that an answer cannot go back in the envelope that came.
  @exclusivity(unchecked) private var lacksDelimiter = false
  /// How many frames the body has.
  @exclusivity(unchecked) public private(set) var bodyFrameCount = 0
  /// Whether it is known who has sent it: on a ROUTER.
  @exclusivity(unchecked) private(set) var hasSender = false
  /// The words of its sender's routing id. They cost less to keep and to compare than the id.
  @exclusivity(unchecked) private(set) var senderWords = RoutingID.Words.none
  @exclusivity(unchecked) private var longSender: [UInt8]?
  /// What is wrong with the frames, once something is known to be: so that the runtime can tell a peer's
  /// bad bytes from a handler's own failure.
  var fault: WireError? { isFaulty ? lastFault : nil }
  // To look whether there is an error is dearer than to look at a flag: its type is put together from generic ones.
  @exclusivity(unchecked) private(set) var isFaulty = false
  @exclusivity(unchecked) private var lastFault: WireError?
  /// What kept the message from being one of a layout, while it is looked for which one it is.
  @exclusivity(unchecked) private var misfit: WireError?
  @exclusivity(unchecked) private var isMisfit = false
  /// The only frame of the body, or the first.
  @exclusivity(unchecked) @usableFromInline var body = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  @exclusivity(unchecked) @usableFromInline var replyWriter: FrameWriter
  // Nobody may write a reply while another is written: this stands for the check of exclusive access, which is dearer.
  @exclusivity(unchecked) private var isWriting = false
  /// Whether a reply has been written.
  @exclusivity(unchecked) @usableFromInline var isAnswered = false
  private let signer: (any Signer)?
  /// What its codecs accept.
  public let limits: CodecLimits
  /// The signature that has been found good: a message is recognized first and read later.
  @exclusivity(unchecked) private var verified: SignatureLayout?
  /// Who has it in hand: for the elements of a stream.
  var worker: (loop: EventLoop, socket: SocketID, number: Int)?
  /// Whether its sender has gone while a stream was on its way.
  @exclusivity(unchecked) private(set) var senderHasGone = false
  /// Which of its worker's messages it is.
  @exclusivity(unchecked) private(set) var number = 0

  init(
    received: any ReceivedMessage, socket: String, configuration: SocketConfiguration, signer: (any Signer)? = nil
  ) {
    self.signer = signer
    limits = configuration.limits
    replyWriter = FrameWriter(signer: signer)
    self.received = received
    self.socket = socket
    usualOrigin = Origin.Rest(socket: socket)
    self.configuration = configuration
    routingIDIsFirst = configuration.openedType == .router
    topicIsFirst = configuration.hasTopic && (configuration.type == .sub || configuration.type == .xsub)
    plainEnvelope =
      configuration.type.plainEnvelope + (configuration.delimiter && configuration.type.choosesDelimiter ? 1 : 0)
      + (topicIsFirst ? 1 : 0)
    usualEnvelope = configuration.envelopeFrames ?? configuration.type.usualEnvelope(of: configuration) ?? -1
    hasOpenEnvelope = usualEnvelope < 0 || topicIsFirst
  }

  /// Begins with a message that was just received.
  @inline(__always)
  func begin() {
    number &+= 1
    isFaulty = false
    isMisfit = false
    if verified != nil { verified = nil }
    isAnswered = false
    senderHasGone = false
    frameCount = received.frameCount
    if routingIDIsFirst { noteSender() }
  }

  @inline(__always)
  private func noteSender() {
    hasSender = frameCount > 0
    let bytes = received.frame(0).span
    senderWords = RoutingID.Words(received: bytes)
    if longSender != nil { longSender = nil }
    if !senderWords.areAll { longSender = RoutingID.copy(of: bytes) }
  }

  /// Who has sent it, on a ROUTER.
  var sender: RoutingID? {
    hasSender ? RoutingID(senderWords, long: senderWords.areAll ? nil : longSender) : nil
  }

  /// Cuts the envelope off.
  @inline(__always)
  func accept() throws(WireError) {
    let length = usualEnvelope < 0 ? envelopeLength(in: frameCount) : usualEnvelope <= frameCount ? usualEnvelope : nil
    // Even without a delimiter a ROUTER can tell the sender so.
    envelopeLength = length ?? (routingIDIsFirst ? min(1, frameCount) : 0)
    lacksDelimiter = length == nil && routingIDIsFirst && configuration.envelopeFrames == nil
    bodyFrameCount = frameCount - envelopeLength
    body = received.frame(envelopeLength)
    guard frameCount < configuration.maximumFrameCount || !received.isTruncated else {
      throw fail(
        WireError(
          .tooManyFrames, expected: "at most \(configuration.maximumFrameCount) frames", found: "more"))
    }
    guard length != nil else { throw noBody(in: frameCount) }
    var size = body.count
    if bodyFrameCount > 1 { size = self.size(of: envelopeLength..<frameCount) }
    // What stands in front is sent back, so it has the same bound.
    if hasOpenEnvelope { size = max(size, self.size(of: 0..<envelopeLength)) }
    guard size <= configuration.maximumMessageSize else {
      throw fail(
        WireError(
          .tooLarge, expected: "at most \(configuration.maximumMessageSize) bytes", found: "\(size) bytes"))
    }
  }

  private func size(of frames: Range<Int>) -> Int { frames.reduce(0) { $0 + received.frame($1).count } }

  /// How many frames stand in front of the body, or nil where it cannot be told.
  private func envelopeLength(in frameCount: Int) -> Int? {
    configuration.type.envelopeLength(
      delimiter: configuration.delimiter, hasTopic: configuration.hasTopic, frameCount: frameCount,
      isEmpty: { received.frame($0).isEmpty })
  }

  private func noBody(in frameCount: Int) -> WireError {
    if let expected = configuration.envelopeFrames {
      return fail(
        WireError(
          .tooFewFrames, expected: "\(expected) routing ids in front of the body", found: "\(frameCount) frames"))
    }
    return fail(
      WireError(
        .missingDelimiter, expected: "an empty frame between envelope and body",
        found: "\(frameCount) frames, none of them empty"))
  }

  @usableFromInline
  func fail(_ error: WireError) -> WireError {
    isFaulty = true
    lastFault = error
    return error
  }

  /// How many frames stand in front of the body.
  public var envelopeFrameCount: Int { envelopeLength }

  /// The bytes of a frame of the body, which stay where the transport has put them.
  public func bodyFrame(_ index: Int) -> UnsafeBufferPointer<UInt8> { received.frame(envelopeLength + index) }

  /// Whether the signature of the body is good; nil where the process has no signer.
  public func isSigned(as layout: SignatureLayout) -> Bool? {
    guard let signer else { return nil }
    if verified == layout { return true }
    guard layout.isValid(in: self, by: signer) else { return false }
    verified = layout
    return true
  }

  /// Lends the only frame of the body to a codec.
  ///
  /// - Parameter layout: In whose words an error names the place.
  /// - Throws: `WireError` when the body has not exactly one frame, or with what the codec found: frame,
  ///   byte offset and path.
  @inlinable
  public func withBody<Value>(
    _ layout: BodyLayout, _ decode: (Span<UInt8>) throws(JSONFault) -> Value
  ) throws(WireError) -> Value {
    let frame = try onlyBodyFrame()
    do throws(JSONFault) {
      return try decode(frame.span)
    } catch {
      throw located(error, in: frame, layout)
    }
  }

  @inlinable @inline(__always)
  func onlyBodyFrame() throws(WireError) -> UnsafeBufferPointer<UInt8> {
    guard bodyFrameCount == 1 else { throw notOneFrame() }
    return body
  }

  @usableFromInline @inline(never)
  func notOneFrame() -> WireError {
    let count = bodyFrameCount
    return fail(
      WireError(count == 0 ? .emptyBody : .tooManyFrames, expected: "1 body frame", found: "\(count) body frames"))
  }

  @usableFromInline
  func located(_ fault: JSONFault, in frame: UnsafeBufferPointer<UInt8>, _ layout: BodyLayout) -> WireError {
    fail(WireError(fault, frame: envelopeLength, in: frame.span, layout: layout, limits: limits))
  }

  /// Decodes the body as a message of one type.
  ///
  /// - Returns: nil when it is a message of another type.
  /// - Throws: `WireError`, as `withBody`.
  public func decode<Message: JSONReadable>(_ type: Message.Type) throws(WireError) -> Message? {
    try withBody(Message.layout) { bytes throws(JSONFault) in try message(of: type, in: bytes) }
  }

  func message<Message: JSONReadable>(of type: Message.Type, in bytes: Span<UInt8>) throws(JSONFault) -> Message? {
    var reader = JSONReader(limits: limits)
    guard try reader.isMessage(of: Message.layout, in: bytes) else { return nil }
    try reader.beginMessage(Message.layout, in: bytes)
    guard try reader.string(Message.wireType, in: bytes) else { return nil }
    return try fields(of: type, &reader, in: bytes)
  }

  /// Decodes the fields of a message whose type has been read.
  ///
  /// - Parameter reader: Where the type has been found; a message laid out as an object begins anew.
  /// - Throws: `WireError`, as `withBody`; as `any Error`, which is made of it here and not in each handler's function.
  @inlinable
  public func decode<Message: JSONReadable>(_ type: Message.Type, from reader: JSONReader) throws -> Message {
    guard bodyFrameCount == 1 else { throw anyNotOneFrame() }
    let frame = body
    do throws(JSONFault) {
      var reader = reader
      return try fields(of: type, &reader, in: frame.span)
    } catch {
      throw anyLocated(error, in: frame, Message.layout)
    }
  }

  @usableFromInline @inline(never)
  func anyNotOneFrame() -> any Error { notOneFrame() }

  @usableFromInline @inline(never)
  func anyLocated(_ fault: JSONFault, in frame: UnsafeBufferPointer<UInt8>, _ layout: BodyLayout) -> any Error {
    located(fault, in: frame, layout)
  }

  @inlinable
  func fields<Message: JSONReadable>(
    of type: Message.Type, _ reader: inout JSONReader, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Message {
    if Message.layout == .object { reader = JSONReader(limits: limits) }
    let message = try Message(fields: &reader, in: bytes)
    try reader.end(in: bytes)
    return message
  }

  // MARK: Layouts of the protocol file's own

  /// Looks for a message of one layout.
  ///
  /// - Parameter look: Tells which message it is; what it throws is kept for `unrecognized`.
  /// - Returns: nil when it is none of that layout.
  @inlinable
  public func recognize<Received>(
    _ look: (inout BodyReader<IncomingMessage>) throws(WireError) -> Received
  ) -> Received? {
    var body = BodyReader(self)
    do throws(WireError) {
      return try look(&body)
    } catch {
      note(misfit: error)
      return nil
    }
  }

  @usableFromInline
  func note(misfit error: WireError) {
    // A layout whose constants fit says more about what is wrong than one that is another altogether.
    if isMisfit, let misfit, misfit.closeness >= error.closeness { return }
    isMisfit = true
    misfit = error
  }

  /// The error for a message of none of the layouts that were looked for: why it is not of the closest one.
  public func unrecognized() -> WireError {
    if isMisfit, let misfit { return fail(misfit) }
    return refusal(.notAMessage, expected: "a message of this socket")
  }

  /// Decodes the body as a message of one type.
  ///
  /// - Returns: nil when it is another message.
  /// - Throws: `WireError` with what is wrong in one of this type.
  public func decode<Message: FramedMessage>(_ type: Message.Type) throws(WireError) -> Message? {
    var body = BodyReader(self)
    do throws(WireError) {
      return try Message(body: &body)
    } catch {
      guard error.tellsAnotherMessage else { throw fail(error) }
      note(misfit: error)
      return nil
    }
  }

  /// Decodes a message that has been recognized.
  public func read<Message: FramedMessage>(_ type: Message.Type) throws(WireError) -> Message {
    var body = BodyReader(self)
    do throws(WireError) {
      return try Message(body: &body)
    } catch {
      throw fail(error)
    }
  }

  /// Decodes a message with a built-in layout that has been recognized.
  public func read<Message: JSONReadable>(_ type: Message.Type) throws(WireError) -> Message {
    guard let message = try decode(type) else { throw unrecognized() }
    return message
  }

  /// Writes the reply; it leaves when the handler's method has returned.
  @inlinable
  public func reply(_ encode: (inout FrameWriter) throws -> Void) rethrows {
    beginReply()
    defer { endReply() }
    try encode(&replyWriter)
    isAnswered = replyWriter.frameCount > 0
  }

  /// Writes the reply; a call, so that the functions of many handlers have it once for each type of reply.
  @inlinable @inline(never)
  public func reply(with message: some WireMessage) throws {
    try reply { writer in try message.encode(into: &writer) }
  }

  @usableFromInline
  func beginReply() {
    precondition(!isWriting, "a reply is written within another reply to the same message")
    isWriting = true
    isAnswered = false
    replyWriter.removeAll()
    // The peer gets an answer that it can read, whatever it has sent.
    if lacksDelimiter { replyWriter.delimiter() }
  }

  @usableFromInline
  func endReply() { isWriting = false }

  /// Sends the elements of a stream, in the envelope that came in, before the reply.
  ///
  /// - Throws: `RequestError` where no worker has the message in hand.
  public var elements: Elements {
    get throws {
      guard let worker else { throw RequestError(.stopped, socket: socket) }
      return Elements(
        loop: worker.loop, ticket: Ticket(socket: worker.socket, worker: worker.number, number: number), signer: signer)
    }
  }

  func sendElement(_ body: borrowing FrameWriter) throws(TransportError) -> SendResult {
    let result = try received.reply(envelope: envelopeLength, body: body, keepingEnvelope: true)
    if result == .unroutable || result == .torn { senderHasGone = true }
    return result
  }

  /// Takes back that something is wrong with it: it was only tried whether it is an answer.
  func forgetFault() { isFaulty = false }

  /// The bytes of its sender's routing id, on a ROUTER.
  var peer: [UInt8]? { sender?.bytes }

  /// The frames with the routing ids that proxies have put behind that of the sender, or left there.
  private var further: Range<Int> {
    let start = routingIDIsFirst ? 1 : 0
    let end = envelopeLength - plainEnvelope
    return start..<max(start, start + end)
  }

  /// The bytes of those.
  var furtherIDs: [[UInt8]] { further.map { Array(received.frame($0)) } }

  /// The reply with its envelope, copied, so that it can leave later.
  func replyWithEnvelope() -> FrameWriter {
    var writer = FrameWriter()
    for index in 0..<min(envelopeLength, frameCount) { writer.frame(received.frame(index)) }
    if isAnswered { writer.frames(of: replyWriter) }
    return writer
  }

  /// Lets the transport pass the reply on with others.
  @inline(__always)
  func holdReply() -> Bool { received.hold(envelope: envelopeLength, body: replyWriter) }

  @inline(__always)
  func sendReply() throws(TransportError) -> SendResult {
    try received.reply(envelope: envelopeLength, body: replyWriter, keepingEnvelope: false)
  }

  /// Where the message came from.
  public var origin: Origin {
    guard topicIsFirst || envelopeLength > plainEnvelope else { return Origin(routingID: sender, rest: usualOrigin) }
    return unusualOrigin
  }

  @inline(never)
  private var unusualOrigin: Origin {
    Origin(
      routingID: sender, furtherIDs: further.map { RoutingID(received: received.frame($0).span) },
      topic: topicIsFirst && frameCount > 0 ? String(decoding: received.frame(0), as: UTF8.self) : nil,
      socket: socket)
  }

  /// All frames, copied: for `otherwise: handle`.
  public var frames: [[UInt8]] { (0..<frameCount).map { Array(received.frame($0)) } }
}

extension IncomingMessage {
  /// A fault of the whole message, for a message that is sound by itself but has no business here.
  ///
  /// - Returns: The error, to be thrown; it is remembered as this message's fault.
  public func refusal(_ reason: WireError.Reason, expected: String, found: String) -> WireError {
    fail(WireError(reason, expected: expected, found: found))
  }

  /// The same, which shows how the message begins.
  public func refusal(_ reason: WireError.Reason, expected: String) -> WireError {
    refusal(reason, expected: expected, found: beginning)
  }

  /// What the first frame of its body begins with.
  private var beginning: String {
    guard bodyFrameCount > 0 else { return "no body" }
    return body.isEmpty ? "an empty frame" : Excerpt.bytes(at: 0, in: body.span)
  }
}

extension WireError {
  /// How much of the layout was there.
  fileprivate var closeness: Int {
    switch reason {
    case .emptyBody, .tooFewFrames, .tooManyFrames: 0
    case .wrongConstant, .notAMessage: 1
    case .unknownType: 3
    default: 2
    }
  }
}

extension SocketType {
  /// How many frames stand in front of a body that has come through no proxy, delimiter and topic aside unless the type
  /// itself has them.
  fileprivate var plainEnvelope: Int {
    switch self {
    case .rep: 2
    case .router, .stream: 1
    default: 0
    }
  }

  /// How many frames stand in front of every body of a socket; nil where that differs from message to message.
  fileprivate func usualEnvelope(of configuration: SocketConfiguration) -> Int? {
    func length(_ isEmpty: Bool) -> Int? {
      envelopeLength(
        delimiter: configuration.delimiter, hasTopic: configuration.hasTopic, frameCount: 2, isEmpty: { _ in isEmpty })
    }
    return length(true) == length(false) ? length(false) : nil
  }
}
