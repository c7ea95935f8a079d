import Testing

@testable import SpecModel

/// The vectors of `zmqspec vectors`, which come from interpreted layouts, against the code that is generated from the same
/// files: two readers that share nothing but the protocol agree on what is right, and on which frame is wrong.
@Suite("Generated code takes the right vectors and refuses the wrong ones")
struct VectorTests {
  @Test("both agree", arguments: ProtocolCodecs.all)
  func agreement(codecs: ProtocolCodecs) throws {
    let spec = try codecs.spec()
    var tried: Set<String> = []
    for vector in spec.vectors() {
      let message = spec[vector.message]
      tried.insert(message.name.text)
      let answer = try codecs.codec(of: message).decode(vector.frames)
      let what = "\(message.name), \(vector.name): \(answer)"
      switch (vector.verdict, answer) {
      case (.accepted, _): #expect(answer == .taken, "\(what)")
      case (.refused, .taken): Issue.record("\(what), \(vector.verdict)")
      case (.refused, .anotherMessage): break
      case (.refused(let expected), .refused(let found)):
        if let frame = expected.frame, let other = found.frame {
          #expect(frame == other, "\(what), \(vector.verdict)")
        }
      }
    }
    // Answers to messages that are refused are in no chain.
    let received = spec.sightings().filter { $0.side == .received }.map { spec[$0.message].name.text }
    #expect(tried == Set(received))
  }
}
