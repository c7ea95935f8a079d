import SpecModel

extension ProcessEmitter {
  /// How a process gets handlers of raw frames in place of the typed ones.
  ///
  /// ```swift
  /// public init(frames: sending some FrameHandler) { … }
  /// public init(frames: @escaping @Sendable (Running) -> some FrameHandler) { … }
  /// public mutating func handleFront(frames: sending some FrameHandler) { … }
  /// ```
  func frameHandling() -> [[Code]] {
    if receiving.isEmpty { return [] }
    var codes = [initWithFrames()]
    if !sending.isEmpty { codes.append(initWithFrameFactory()) }
    if receiving.count > 1 { codes += receiving.map(replacing) }
    return codes
  }

  private var label: String {
    let sockets = process.sockets.map { SwiftName.member($0.name.text) }
    return Identifier.free("frames", besides: sockets + parameters.map(parameterName) + given.map(givenParameter))
  }

  private func initWithFrames() -> [Code] {
    let one = receiving.map { Code.line("\(handlerSource(of: $0)) = HandlerSource(frames: \(label))") }
    let shared =
      [Code.line("let shared = SharedHandler(\(label))")]
      + receiving.map { .line("\(handlerSource(of: $0)) = shared.frames()") }
    return [
      .doc(
        """
        The process with a handler that gets the bodies of all that it receives as frames, undecoded, and answers with frames; \
        it runs once.
        """),
      .function(
        "public init(", firstParameters + ["\(label): sending some FrameHandler"], ")",
        preparation + (receiving.count == 1 ? one : shared)),
    ]
  }

  private func initWithFrameFactory() -> [Code] {
    let made = "\(label)(\(runningCall))"
    let one = receiving.map {
      Code.line("\(handlerSource(of: $0)) = HandlerSource(frames: { process in \(made) })")
    }
    let shared =
      [Code.line("let shared = SharedHandler(making: { process in \(made) })")]
      + receiving.map { .line("\(handlerSource(of: $0)) = shared.frames()") }
    return [
      .doc("The process with a handler of frames that is made when it starts, because it sends messages itself."),
      .generic(
        "public init", ["Handler: FrameHandler"],
        firstParameters + ["\(label): @escaping @Sendable (Running) -> Handler"], ")",
        preparation + (receiving.count == 1 ? one : shared)),
    ]
  }

  /// ```swift
  /// public mutating func handleFront(frames: sending some FrameHandler) {
  ///   frontHandler = HandlerSource(frames: frames)
  /// }
  /// ```
  private func replacing(_ id: SocketID) -> [Code] {
    let socket = spec[id]
    return [
      .doc(
        "Gives the bodies of what `\(socket.name)` receives to a handler of frames, in place of the one that it has."),
      .function(
        "public mutating func handle\(SwiftName.type(socket.name.text))(",
        ["frames: sending some FrameHandler"], ")",
        [.line("\(handlerSource(of: id)) = HandlerSource(frames: frames)")]),
    ]
  }
}
