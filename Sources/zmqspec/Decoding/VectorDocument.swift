import SpecModel

/// The vectors of a protocol as JSON, one on each line.
struct VectorDocument {
  let spec: ProtocolSpec

  /// The whole document.
  var text: String {
    let vectors = spec.vectors()
    let lines = vectors.map { "  " + JSONText.object(members(of: $0)) }
    let told = Set(vectors.map(\.message))
    let without = spec.messageIDs.filter { !told.contains($0) }.map { JSONText.string(spec[$0].name.text) }
    var head = "{\"protocol\":\(JSONText.string(spec.name.text)),"
    if let version = spec.version { head += "\"version\":\(JSONText.string(version))," }
    return head + "\"without\":\(JSONText.array(without)),\"vectors\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"
  }

  private func members(of vector: MessageVector) -> [String] {
    let chain = spec.chains[vector.sighting.chain]
    let socket = vector.sighting.socket
    var members = [
      JSONText.member("name", JSONText.string(vector.name)),
      JSONText.member("message", JSONText.string(spec[vector.message].name.text)),
      JSONText.member("chain", JSONText.string(chain.name.text)),
      JSONText.member(
        "step", JSONText.string(chain.steps[vector.sighting.step].label(ofHop: vector.sighting.hop))),
      JSONText.member("socket", JSONText.string("\(spec[socket.process].name).\(spec[socket].name)")),
      JSONText.member(
        "envelope", JSONText.array(vector.sighting.envelope.map { JSONText.string($0.notation) })),
      JSONText.member("frames", JSONText.array(vector.frames.map(frame))),
    ]
    switch vector.verdict {
    case .accepted: members.append(JSONText.member("verdict", "\"accepted\""))
    case .refused(let error):
      var facts = [JSONText.member("reason", JSONText.string(error.reason.rawValue))]
      if let frame = error.frame { facts.append(JSONText.member("frame", "\(frame)")) }
      facts += [
        JSONText.member("path", JSONText.string(error.path)),
        JSONText.member("expected", JSONText.string(error.expected)),
        JSONText.member("found", JSONText.string(error.found)),
      ]
      members += [JSONText.member("verdict", "\"refused\""), JSONText.member("error", JSONText.object(facts))]
    }
    return members
  }

  /// `{"hex":"5b5d","text":"[]"}`; the text where it is one.
  private func frame(_ bytes: [UInt8]) -> String {
    var members = [JSONText.member("hex", JSONText.string(HexText.encode(bytes)))]
    if let text = String(validating: bytes, as: UTF8.self) {
      members.append(JSONText.member("text", JSONText.string(text)))
    }
    return JSONText.object(members)
  }
}
