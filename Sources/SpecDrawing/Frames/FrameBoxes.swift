import SpecModel

/// What travels on one hop, frame by frame, with sizes.
struct FrameBoxes {
  /// The step.
  let step: StepSpec
  /// The place of the hop in it.
  let hop: Int
  /// Its protocol.
  let spec: ProtocolSpec
  /// Whether bodies are whole samples with their sizes.
  let realJSON: Bool

  /// The boxes of some frames, which end with the body.
  func boxes(of frames: [FrameSymbol]) -> [FrameBox] {
    let message = spec[step.message]
    let bodyLength = message.bodyFrames(in: spec).count
    let envelope = frames.dropLast(bodyLength)
    var boxes = envelope.map(box)
    if envelope.count < frames.count {
      let body = zip(frames.suffix(bodyLength), message.sampleFrames(in: spec))
      for ((symbol, sample), codec) in zip(body, message.frameCodecs(in: spec)) {
        boxes.append(box(of: symbol, sample, codec: codec))
      }
    }
    return numbered(boxes, isSeveral: frames.map { $0.notation.hasSuffix("...") })
  }

  /// `Frame 1`, `Frame 2..` for any number; what follows those has no number.
  private func numbered(_ boxes: [FrameBox], isSeveral: [Bool]) -> [FrameBox] {
    let first = isSeveral.firstIndex(of: true) ?? boxes.count
    return boxes.enumerated().map { index, box in
      var box = box
      box.name = index < first ? "Frame \(index + 1)" : index == first ? "Frame \(index + 1).." : "Frame"
      return box
    }
  }

  // MARK: Envelope

  private func box(of symbol: FrameSymbol) -> FrameBox {
    let content = symbol == .topic ? spec.topic(of: step) ?? "topic" : symbol.notation
    switch symbol {
    case .routingID(let name):
      let owner = spec.owner(ofRoutingID: name)
      let size = owner.flatMap { spec.routingIDSize(of: $0) }.map(String.init)
      let isFree = owner.map { spec.setsRoutingID($0) } ?? true
      return FrameBox(
        name: "", size: size ?? (isFree ? "n" : "5"), content: Page.visible(name),
        what: "Routing id of " + (owner.map { FrameBoxes.article(spec[$0.process].name.text) } ?? name),
        origin: routingIDOrigin)
    case .delimiter: return FrameBox(name: "", size: "0", content: "", what: "Empty delimiter", origin: delimiterOrigin)
    case .topic:
      return FrameBox(
        name: "", size: "n", content: Page.visible(content), what: "Topic",
        origin: "written by \(spec[step.sender].type.rawValue)")
    case .value, .body, .constant, .binary:
      return FrameBox(
        name: "", size: "n", content: Page.visible(content), what: "Number of the request", origin: "added by REQ")
    }
  }

  /// `Client` → `the client`; a name that is no plain word stays: `PingProc`.
  private static func article(_ name: String) -> String {
    let isWord = name.first?.isUppercase == true && name.dropFirst().allSatisfy { $0.isLowercase }
    return isWord && name.count > 1 ? "the " + name.lowercased() : Page.visible(name)
  }

  private var routingIDOrigin: String {
    if step.answers != nil { return returned }
    let isAdded = step.hops[..<hop].contains { $0.receivers.contains { spec[$0].type == .router } }
    return isAdded ? "added by ROUTER" : "written by \(spec[step.sender].type.rawValue)"
  }

  private var delimiterOrigin: String {
    if step.answers != nil { return returned }
    let type = spec[step.sender].type
    return type == .req ? "added by REQ" : "written by \(type.rawValue)"
  }

  private var returned: String { spec[step.sender].type == .rep ? "put back by REP" : "kept from the request" }

  // MARK: Body

  private func box(of symbol: FrameSymbol, _ sample: SampleFrame, codec: String) -> FrameBox {
    let isBuiltIn = spec[step.message].layout.builtIn != nil
    var box = FrameBox(
      name: "", size: "n", content: symbol.notation,
      what: "Body: " + (isBuiltIn ? Page.visible(spec[step.message].name.text) : codec), origin: "the handler's")
    switch (symbol, sample.form) {
    case (.delimiter, _), (_, .empty):
      return FrameBox(name: "", size: "0", content: "", what: "Body: empty", origin: "always the same")
    case (.constant, .text(let text)):
      box.content = text
      box.origin = "always the same"
    case (.constant, _): box.origin = "always the same"
    case (_, .json(let json)): box.content = realJSON ? json : FrameBoxes.outline(of: json)
    case (_, .text(let text)) where realJSON: box.content = text
    case (_, .binary) where realJSON: box.content = sample.hexadecimal
    default: break
    }
    if realJSON || box.origin == "always the same" { box.size = "\(sample.bytes.count)" }
    // As many bytes as its codec says, whatever the value.
    if let bits = [
      "int8": 8, "uint8": 8, "int16": 16, "uint16": 16, "int32": 32, "uint32": 32, "int64": 64, "uint64": 64,
    ][
      codec.hasSuffix("le") ? String(codec.dropLast(2)) : codec]
    {
      box.size = "\(bits / 8)"
    }
    box.content = Page.visible(box.content)
    return box
  }

  /// JSON with what is nested in it left out: `["render",[1,2],{}]` → `["render",[..],{}]`.
  static func outline(of json: String) -> String {
    var outline = ""
    var depth = 0
    var isText = false
    var isEscaped = false
    var last: Character = " "
    for character in json {
      let isBracket = !isText && "[]{}".contains(character)
      if isBracket, "]}".contains(character) {
        depth -= 1
        if depth == 1 { outline += ("[{".contains(last) ? "" : "..") + String(character) }
        if depth == 0 { outline.append(character) }
      } else if isBracket {
        depth += 1
        if depth <= 2 { outline.append(character) }
      } else if depth <= 1 {
        outline.append(character)
      }
      if isText { isText = isEscaped || character != "\"" } else { isText = character == "\"" }
      isEscaped = isText && !isEscaped && character == "\\"
      last = character
    }
    return outline
  }
}

extension ProtocolSpec {
  /// The topic of a step as it is written.
  fileprivate func topic(of step: StepSpec) -> String? { (step.topic ?? self[step.sender].topic)?.text }
}
