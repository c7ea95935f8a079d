import SpecModel

/// The bytes of a step's derived frames, with sample values.
struct FrameBytes {
  private let body: [[UInt8]]
  private let topic: [UInt8]
  private let bodyLength: Int

  init(_ step: StepSpec, in spec: ProtocolSpec) {
    let message = spec[step.message]
    body = message.sampleFrames(in: spec).map(\.bytes)
    bodyLength = message.bodyFrames(in: spec).count
    topic = (step.topic ?? spec[step.sender].topic).map { Array(message.sample(of: $0, in: spec).utf8) } ?? []
  }

  /// What the program passes to its socket.
  func exact(_ frames: [FrameSymbol]) -> [[UInt8]] { predicted(frames).map { $0 ?? [] } }

  /// What arrives; nil for a frame that libzmq makes up.
  func predicted(_ frames: [FrameSymbol]) -> [[UInt8]?] {
    let envelope = frames.dropLast(min(bodyLength, frames.count))
    return envelope.map(bytes) + (envelope.count == frames.count ? [] : body.map { $0 })
  }

  private func bytes(of frame: FrameSymbol) -> [UInt8]? {
    switch frame {
    case .routingID(let name): Array(name.utf8)
    case .delimiter: []
    case .topic: topic
    // The number of a request.
    case .value, .body, .constant, .binary: nil
    }
  }
}
