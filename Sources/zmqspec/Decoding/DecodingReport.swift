import SpecModel
import ZMQWire

/// What was found out about a message, as text or as one line of JSON.
struct DecodingReport {
  let spec: ProtocolSpec
  let line: Int
  let frames: [[UInt8]]
  let decoded: DecodedMessage

  /// How many of the messages that it is not are named.
  private static let limit = 3

  // MARK: For people

  /// ```
  /// line 1: ping
  ///   1 OUT at PongProc.pings (ROUTER), sending-pings
  ///   ping_uuid = "client"
  ///   count = 5
  /// ```
  var text: String {
    if decoded.matches.isEmpty { return missText }
    return decoded.matches.map { match in
      let first = match.sightings[0]
      var text = "line \(line): \(spec[first.message].name)\n"
      for sighting in match.sightings { text += "  \(place(sighting))\n" }
      for (symbol, frame) in zip(first.envelope, frames) {
        text += symbol == .delimiter ? "  ''\n" : "  \(symbol.notation) = \(shown(frame))\n"
      }
      for field in match.fields { text += "  \(field.name) = \(JSONText.printable(field.value))\n" }
      return text
    }.joined()
  }

  private var missText: String {
    var text = "line \(line): nothing that \(spec.name) says\n"
    for miss in decoded.misses.prefix(Self.limit) {
      text += "  no \(spec[miss.sighting.message].name): \(miss.error)\n"
      text += "    (as \(place(miss.sighting)): \(expected(miss.sighting)))\n"
    }
    let more = decoded.misses.count - Self.limit
    if more == 1 { text += "  nor one other, which is further away\n" }
    if more > 1 { text += "  nor one of \(more) others, which are further away\n" }
    return text
  }

  /// `1 OUT at PongProc.pings (ROUTER), sending-pings`
  private func place(_ sighting: MessageSighting) -> String {
    let chain = spec.chains[sighting.chain]
    let label = chain.steps[sighting.step].label(ofHop: sighting.hop)
    return "\(label) \(sighting.side.rawValue) at \(name(sighting.socket)) (\(spec[sighting.socket].type.rawValue)), "
      + "\(chain.name)"
  }

  private func expected(_ sighting: MessageSighting) -> String {
    (sighting.envelope + spec[sighting.message].bodyFrames(in: spec)).notation
  }

  private func name(_ socket: SocketID) -> String { "\(spec[socket.process].name).\(spec[socket].name)" }

  /// A frame as text where it is printable, else in hexadecimal digits.
  private func shown(_ frame: [UInt8]) -> String {
    if let text = String(validating: frame, as: UTF8.self), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) {
      return JSONText.printable(JSONText.string(text))
    }
    return "0x" + HexText.encode(frame)
  }

  // MARK: For programs

  /// One object without line breaks.
  var json: String {
    var members = [JSONText.member("line", "\(line)")]
    if decoded.matches.isEmpty {
      members.append(
        JSONText.member("misses", JSONText.array(decoded.misses.map { JSONText.object(miss($0)) })))
    }
    members.append(
      JSONText.member("matches", JSONText.array(decoded.matches.map { JSONText.object(match($0)) })))
    return JSONText.object(members)
  }

  private func match(_ match: DecodedMessage.Match) -> [String] {
    let first = match.sightings[0]
    let envelope = zip(first.envelope, frames).map { symbol, frame in
      JSONText.object([
        JSONText.member("frame", JSONText.string(symbol.notation)),
        JSONText.member("hex", JSONText.string(HexText.encode(frame))),
      ])
    }
    return [
      JSONText.member("message", JSONText.string(spec[first.message].name.text)),
      JSONText.member("envelope", JSONText.array(envelope)),
      JSONText.member("fields", JSONText.object(match.fields.map { JSONText.member($0.name, $0.value) })),
      JSONText.member("places", JSONText.array(match.sightings.map { JSONText.object(members(of: $0)) })),
    ]
  }

  private func members(of sighting: MessageSighting) -> [String] {
    let chain = spec.chains[sighting.chain]
    return [
      JSONText.member("chain", JSONText.string(chain.name.text)),
      JSONText.member("step", JSONText.string(chain.steps[sighting.step].label(ofHop: sighting.hop))),
      JSONText.member("side", JSONText.string(sighting.side.rawValue)),
      JSONText.member("socket", JSONText.string(name(sighting.socket))),
    ]
  }

  private func miss(_ miss: DecodedMessage.Miss) -> [String] {
    var error = [JSONText.member("reason", JSONText.string(miss.error.reason.rawValue))]
    if let frame = miss.error.frame { error.append(JSONText.member("frame", "\(frame)")) }
    if let offset = miss.error.offset { error.append(JSONText.member("byte", "\(offset)")) }
    error += [
      JSONText.member("path", JSONText.string(miss.error.path)),
      JSONText.member("expected", JSONText.string(miss.error.expected)),
      JSONText.member("found", JSONText.string(miss.error.found)),
    ]
    return [
      JSONText.member("message", JSONText.string(spec[miss.sighting.message].name.text)),
      JSONText.member("place", JSONText.object(members(of: miss.sighting))),
      JSONText.member("error", JSONText.object(error)),
    ]
  }
}
