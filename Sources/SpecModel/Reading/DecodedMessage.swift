import ZMQWire

/// What the frames of a message can be.
public struct DecodedMessage: Sendable {
  /// A message that they are, and where it can be seen so.
  public struct Match: Sendable {
    /// Where; all with as many frames in front.
    public var sightings: [MessageSighting]
    /// The fields.
    public var fields: [ReadField]
  }

  /// A message that they are not.
  public struct Miss: Sendable {
    /// Where it could be seen.
    public var sighting: MessageSighting
    /// What is wrong; frames count from the first one, the envelope's included.
    public var error: WireError
  }

  /// What they are: nothing, one message, or several that look alike.
  public var matches: [Match] = []
  /// What they are not, the nearest first, each message once; empty where there is a match.
  public var misses: [Miss] = []
}

extension ProtocolSpec {
  /// Finds out what frames are: where in which chain they can be seen, and what they say.
  ///
  /// - Parameter sightings: The places in question; from `sightings()`.
  public func decode(_ frames: [[UInt8]], as sightings: [MessageSighting]) -> DecodedMessage {
    var decoded = DecodedMessage()
    var misses: [(miss: DecodedMessage.Miss, progress: Int)] = []
    /// What was found out about a message behind so many frames.
    var known: [Key: Result<[ReadField], WireError>] = [:]
    var place: [Key: Int] = [:]
    for sighting in sightings {
      func result(_ key: Key) -> Result<[ReadField], WireError> {
        let result = known[key] ?? read(frames, key)
        known[key] = result
        return result
      }
      if let error = sighting.flaw(in: frames) {
        var progress = error.progress
        // A message that is right but for its delimiter is what was meant: it is what a DEALER sends to a REP.
        if error.reason == .missingDelimiter, let index = error.frame, index == sighting.envelope.count - 1,
          case .success = result(Key(message: sighting.message, length: index))
        {
          progress = .max
        }
        misses.append((DecodedMessage.Miss(sighting: sighting, error: error), progress))
        continue
      }
      let key = Key(message: sighting.message, length: sighting.envelope.count)
      switch result(key) {
      case .success(let fields):
        if let index = place[key] {
          decoded.matches[index].sightings.append(sighting)
        } else {
          place[key] = decoded.matches.count
          decoded.matches.append(DecodedMessage.Match(sightings: [sighting], fields: fields))
        }
      case .failure(let error):
        misses.append((DecodedMessage.Miss(sighting: sighting, error: error), error.progress))
      }
    }
    decoded.misses = decoded.matches.isEmpty ? nearest(misses) : []
    return decoded
  }

  private struct Key: Hashable {
    var message: MessageID
    var length: Int
  }

  private func read(_ frames: [[UInt8]], _ key: Key) -> Result<[ReadField], WireError> {
    do throws(WireError) {
      return .success(try self[key.message].read(Array(frames.dropFirst(key.length)), in: self))
    } catch {
      var error = error
      error.frame = error.frame.map { $0 + key.length }
      return .failure(error)
    }
  }

  /// Each message once, where it comes furthest.
  private func nearest(_ misses: [(miss: DecodedMessage.Miss, progress: Int)]) -> [DecodedMessage.Miss] {
    var told: Set<MessageID> = []
    return misses.enumerated().sorted { one, other in
      let (a, b) = (one.element.progress, other.element.progress)
      return a == b ? one.offset < other.offset : a > b
    }.map(\.element.miss).filter { told.insert($0.sighting.message).inserted }
  }
}

extension WireError {
  /// How far a message came before this: what has the right type and one wrong value is nearer than what has another type.
  fileprivate var progress: Int {
    let weight =
      switch reason {
      case .missingDelimiter, .notAMessage, .emptyBody: 0
      case .unknownType, .wrongConstant: 1
      case .tooFewFrames: 2
      // What is no JSON from its first byte on is something else altogether; MessagePack takes any first byte.
      case .notJSON: offset ?? 0 == 0 ? 0 : 3
      case .notMessagePack: offset ?? 0 <= 1 ? 0 : 3
      case .notUTF8: 3
      default: 4
      }
    return weight * 1000 + min(frame ?? 0, 99) * 10 + (path.isEmpty ? 0 : 1)
  }
}

extension MessageSighting {
  /// What is wrong with the frames in front of the body; nil where they are as they should be.
  fileprivate func flaw(in frames: [[UInt8]]) -> WireError? {
    for (index, symbol) in envelope.enumerated() {
      guard index < frames.count else {
        return WireError(
          .tooFewFrames, expected: "\(Wording.counted(envelope.count, "frame")) and a body",
          found: "\(frames.count)")
      }
      let frame = frames[index]
      switch symbol {
      case .delimiter where !frame.isEmpty:
        return WireError(.missingDelimiter, frame: index, expected: "the empty frame", found: frame.excerpt)
      case .routingID(let name) where frame.isEmpty || frame.count > 255:
        return WireError(.wrongLength, frame: index, expected: "\(name), 1 to 255 bytes", found: "\(frame.count)")
      case .topic:
        let prefix = Array((topic?.literalPrefix ?? "").utf8)
        if !frame.starts(with: prefix) {
          return WireError(
            .wrongConstant, frame: index, expected: "a topic such as `\(topic?.text ?? "")`", found: frame.excerpt)
        }
      default: continue
      }
    }
    return nil
  }
}
