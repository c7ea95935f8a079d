import SpecDrawing
import SpecModel

/// How to read the page, in a few lines under the title: what occurs on it, and nothing else.
///
/// ```
/// **How to read it.** `IN` is what goes to `send_multipart`, `OUT` is what comes out of `recv_multipart` at the
/// other side. Text in single quotation marks is JSON: `'ping, count'` stands for `["ping",5]`.
///
/// * `''` is an empty frame.
/// ```
struct ReadingSection {
  /// The protocol.
  let spec: ProtocolSpec

  /// The lines.
  var blocks: [Block] {
    let symbols = spec.chains.flatMap { spec.frames(of: $0) }.flatMap(\.hops).flatMap { $0.sent + $0.received }
    let lead: Phrase = """
      \(Phrase.strong("How to read it.")) \(Phrase.code("IN")) is what goes to \(Phrase.code("send_multipart")), \
      \(Phrase.code("OUT")) is what comes out of \(Phrase.code("recv_multipart")) at the other side;
      a message's number is the same in the drawing and below it.
      """
    var further = sentences(about: symbols)
    if symbols.contains(.delimiter) {
      further.append(
        "\(Phrase.code("''")) is an empty frame; the first one parts the envelope, which ZeroMQ needs, from the body.")
    }
    if symbols.contains(.topic) { further.append("\(Phrase.code("topic")) is the frame by which subscribers choose.") }
    further += routingIDs(in: symbols)
    further += notes
    further += CodecSentences(spec: spec).all
    let elements = spec.chains.reduce(into: Set<DrawingElement>()) { all, chain in
      all.formUnion(Drawing.elements(of: chain, in: spec))
    }
    further += DrawingElement.allCases.filter(elements.contains).map(sentence)
    let paragraph = Block.paragraph(lead + (quotes.map { " " + $0 } ?? .empty))
    return [paragraph] + (further.isEmpty ? [] : [.list(further.map { Block.Item($0) })])
  }

  /// With the first message of the chains that is JSON as a whole as example.
  private var quotes: Phrase? {
    let used = spec.chains.lazy.flatMap(\.steps).map(\.message)
    let isJSON = { (id: MessageID) in spec[id].layout.builtIn != nil }
    if let id = used.first(where: isJSON) ?? (used.isEmpty ? spec.messageIDs.first(where: isJSON) : nil) {
      let notation = Phrase.code(spec[id].bodyFrames(in: spec).map(\.notation).joined(separator: ", "))
      let sample = Phrase.code(spec[id].sampleBody(in: spec))
      return "Text in single quotation marks\nis JSON: \(notation) stands for \(sample)."
    }
    let isPartlyJSON = used.contains { id in
      spec[id].bodyFrames(in: spec).contains { if case .body = $0 { true } else { false } }
    }
    return isPartlyJSON
      ? "Text in single quotation marks\nis JSON; a bare word in it stands for the value of the field of that name."
      : nil
  }

  /// What frames that are no JSON look like, each with the first of its kind.
  private func sentences(about symbols: [FrameSymbol]) -> [Phrase] {
    var value: String?
    var several: String?
    var constant: String?
    var number: String?
    var hasBinary = false
    for symbol in symbols {
      let notation = symbol.notation
      switch symbol {
      case .value where notation.hasSuffix("..."): several = several ?? notation
      case .value: value = value ?? notation
      case .constant where notation.hasPrefix("\""): constant = constant ?? notation
      case .constant: number = number ?? notation
      case .binary: hasBinary = true
      case .routingID, .delimiter, .topic, .body: break
      }
    }
    let sentences: [Phrase?] = [
      value.map { "\(Phrase.code($0)) is a frame that holds the value of that name." },
      several.map { "\(Phrase.code($0)) is any number of frames, also none." },
      constant.map { "\(Phrase.code($0)) is a frame that is always the same; the quotation marks are not part of it." },
      number.map { "\(Phrase.code($0)) is a frame that is always this number, in the codec that its message says." },
      hasBinary ? "\(Phrase.code("<…>")) is one frame with these values in it, as its message says." : nil,
    ]
    return sentences.compactMap { $0 }
  }

  private func sentence(_ element: DrawingElement) -> Phrase {
    switch element {
    case .hops:
      "A message that a proxy passes on keeps its number and gets a letter for each hop: \(Phrase.code("1a")), \(Phrase.code("1b"))."
    case .handOff: "Dots are a hand-off inside a process, from one of its sockets to another."
    case .loss: "An arrow that ends in \(Phrase.code("x")) does not arrive."
    case .pause: "Where lifelines are colons, time passes."
    case .groups: "What stands in a frame happens under the condition in its title."
    }
  }

  // MARK: The envelope

  /// The routing ids among some frames, each with the processes that have it.
  private func routingIDs(in symbols: [FrameSymbol]) -> [Phrase] {
    var names: [String] = []
    for case .routingID(let name) in symbols where !names.contains(name) { names.append(name) }
    return names.map { name in
      let owners = spec.processes.filter { process in process.sockets.contains { $0.shownAs == name } }
      let isSet = owners.contains { owner in owner.sockets.contains { $0.shownAs == name && $0.routingID != nil } }
      let maker = isSet ? "which its program sets" : "which ZeroMQ makes up for each connection"
      return """
        \(Phrase.code(name)) is the routing id of \(Phrase.list(owners.map { .code($0.name.text) })), \(maker).
        """
    }
  }

  /// What stands at the right of the frames.
  private var notes: [Phrase] {
    var first: [FrameNoteKind: String] = [:]
    for chain in spec.chains {
      first.merge(Drawing.frameNotes(of: chain, in: spec)) { known, _ in known }
    }
    return FrameNoteKind.allCases.compactMap { kind in
      guard let note = first[kind] else { return nil }
      let meaning: Phrase =
        switch kind {
        case .delimiterWritten: "this program writes the empty frame itself; a REQ does so without being asked."
        case .routingIDAdded: "this ROUTER has put the routing id of the sender in front."
        case .routingIDRemoved: "a ROUTER takes this frame off, which says to whom it sends."
        case .envelopeKept: "this REP takes these frames off, and puts them in front of its answer."
        case .topicWritten: "what stands in the frame \(Phrase.code("topic"))."
        }
      return "\(Phrase.code(note)) at the right: \(meaning)"
    }
  }
}
