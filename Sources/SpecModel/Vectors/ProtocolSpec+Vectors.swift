import ZMQWire

extension ProtocolSpec {
  /// Right and wrong messages, the same ones every time: for each message a sample, then every type wrong once, every
  /// constraint broken, every frame cut, missing, or one too many.
  ///
  /// What is wrong with them is what the interpreted layouts say (`MessageSpec.read`); what they take all the same is no
  /// vector. A message whose sample breaks a constraint, for it has a `pattern` and no `example`, has none at all.
  public func vectors() -> [MessageVector] {
    var vectors: [MessageVector] = []
    var told: Set<MessageID> = []
    for sighting in sightings() where sighting.side == .received && told.insert(sighting.message).inserted {
      vectors += self.vectors(of: sighting)
    }
    return vectors
  }

  private func vectors(of sighting: MessageSighting) -> [MessageVector] {
    let message = self[sighting.message]
    let sample = message.sampleFrames(in: self).map(\.bytes)
    guard (try? message.read(sample, in: self)) != nil else { return [] }
    var vectors = [
      MessageVector(
        name: "a sample", message: sighting.message, sighting: sighting, frames: sample, verdict: .accepted)
    ]
    var seen: Set<[[UInt8]]> = [sample]
    for (name, frames) in VectorMaker(message, in: self).variants() where seen.insert(frames).inserted {
      do throws(WireError) {
        _ = try message.read(frames, in: self)
      } catch {
        vectors.append(
          MessageVector(
            name: name, message: sighting.message, sighting: sighting, frames: frames, verdict: .refused(error)))
      }
    }
    return vectors
  }
}
