import SpecModel

/// Who is listened for must be heard more often than `silence` lasts.
///
/// Only what is sent `every` so often can be compared; what programs send by themselves, and how often, no file tells.
struct SilenceIsLongerThanABeat: Rule {
  static let code: DiagnosticCode = "ZS0413"

  private struct Way: Hashable {
    var sender: SocketID
    var receiver: SocketID
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    // The shortest interval at which each socket sends to each other.
    var beats: [Way: (step: StepSpec, every: DurationSpec)] = [:]
    var ways: [Way] = []
    for chain in spec.chains {
      for step in chain.steps {
        guard let every = step.every else { continue }
        for receiver in step.receivers where spec[receiver].silence != nil {
          let way = Way(sender: step.sender, receiver: receiver)
          if let known = beats[way], known.every.microseconds <= every.microseconds { continue }
          if beats[way] == nil { ways.append(way) }
          beats[way] = (step, every)
        }
      }
    }
    return ways.compactMap { way in
      guard let beat = beats[way], let silence = spec[way.receiver].silence else { return nil }
      let sender = spec[way.sender.process].name
      if beat.every.microseconds >= silence.microseconds {
        return error(
          at: silence.range,
          "'\(sender)' says '\(spec[beat.step.message].name)' every \(beat.every.text), and is taken for silent after "
            + "\(silence.text)",
          help: "let `silence` last three times as long as `every`, so that one message may be late or lost",
          notes: [Diagnostic.Note("it is sent every \(beat.every.text) here", at: beat.every.range)])
      }
      if beat.every.microseconds > silence.microseconds / 2 {
        return warning(
          at: silence.range,
          "'\(sender)' is taken for silent as soon as one '\(spec[beat.step.message].name)' is late: it is sent every "
            + "\(beat.every.text), and `silence` is \(silence.text)",
          help: "let `silence` last three times as long as `every`",
          notes: [Diagnostic.Note("it is sent every \(beat.every.text) here", at: beat.every.range)])
      }
      return nil
    }
  }
}
