import ZMQWire

/// The frames of a message read by its layout, frame by frame.
struct LayoutReading {
  let message: MessageSpec
  let layout: LayoutSpec
  let spec: ProtocolSpec
  /// What has been read so far.
  private(set) var fields: [ReadField] = []

  init(message: MessageSpec, layout: LayoutSpec, spec: ProtocolSpec) {
    self.message = message
    self.layout = layout
    self.spec = spec
  }

  /// Reads all frames.
  mutating func read(_ body: [[UInt8]]) throws(WireError) {
    if body.isEmpty, !layout.frames.isEmpty, layout.frames.contains(where: { !$0.isSpread }) {
      throw WireError(.emptyBody, expected: "a frame", found: "none")
    }
    var next = 0
    for (index, frame) in layout.frames.enumerated() {
      guard frame.isSpread else {
        guard next < body.count else { throw tooFew(body.count) }
        try read(body[next], as: frame, at: next)
        next += 1
        continue
      }
      let behind = layout.frames[(index + 1)...].count { !$0.isSpread }
      let end = body.count - behind
      guard next <= end else { throw tooFew(body.count) }
      next += try readSpread(Array(body[next..<end]), as: frame, at: next)
    }
    if next < body.count {
      throw WireError(
        .tooManyFrames, frame: next, expected: Wording.counted(next, "frame"), found: "\(body.count)")
    }
  }

  private func tooFew(_ count: Int) -> WireError {
    WireError(.tooFewFrames, expected: "more frames", found: "\(count)")
  }

  /// Reads frames of which there may be any number; gives back how many they were.
  private mutating func readSpread(_ frames: [[UInt8]], as frame: FrameSpec, at first: Int) throws(WireError) -> Int {
    guard let reference = frame.reference else { return 0 }
    if reference.target == .args {
      var taken = 0
      for field in message.args {
        if field.isRest {
          try readElements(Array(frames[taken...]), of: field, frame, at: first + taken)
          return frames.count
        }
        guard taken < frames.count else {
          if field.type.isOptional { continue }
          throw tooFew(first + frames.count)
        }
        try located(first + taken) { (reading: inout LayoutReading) throws(WireError) in
          try reading.readScalar(frames[taken], field, frame.codec ?? reading.natural(field.type), field.name.text)
        }
        taken += 1
      }
      return taken
    }
    guard let field = field(reference) else { return 0 }
    try readElements(frames, of: field, frame, at: first)
    return frames.count
  }

  /// Reads each frame as an element of a list.
  private mutating func readElements(
    _ frames: [[UInt8]], of field: FieldSpec, _ frame: FrameSpec, at first: Int
  ) throws(WireError) {
    guard case .list(let type) = field.type else { return }
    var elements: [WireTree] = []
    for (index, bytes) in frames.enumerated() {
      elements.append(
        try located(first + index) { (reading: inout LayoutReading) throws(WireError) -> WireTree in
          let codec = frame.codec ?? reading.natural(type)
          let value = try reading.scalar(bytes, type, codec, "\(field.name)[\(index)]")
          try TypeCheck(spec: reading.spec, isPacked: value.isPacked).check(value, type, at: "\(field.name)[\(index)]")
          return value
        })
    }
    let all = WireTree.array(elements)
    try located(first) { (reading: inout LayoutReading) throws(WireError) in
      try TypeCheck(spec: reading.spec, isPacked: false)
        .constrain(all, field.type, field.constraints, at: field.name.text)
    }
    fields.append(ReadField(name: field.name.text, value: all.json))
  }

  private mutating func read(_ bytes: [UInt8], as frame: FrameSpec, at index: Int) throws(WireError) {
    try located(index) { (reading: inout LayoutReading) throws(WireError) in
      switch frame.content {
      case .empty:
        if !bytes.isEmpty {
          throw WireError(.wrongConstant, expected: "the empty frame", found: "\(bytes.count) bytes")
        }
      case .json(let tree):
        try reading.readTree(try LayoutReading.json(bytes), tree, isPacked: false)
      case .msgpack(let tree):
        try reading.readTree(try WireTree(messagePack: bytes), tree, isPacked: true)
      case .packed(let items): try reading.readPacked(bytes, items)
      case .scalar(let codec, let template): try reading.readTemplate(bytes, codec, template)
      case .natural(let reference):
        switch reference.target {
        case .type: try reading.readConstant(bytes, reading.type, .text, .unknownType)
        case .args, .kwargs, .data:
          try reading.readTree(try LayoutReading.json(bytes), .value(reference), isPacked: false)
        case .field, .argument:
          guard let field = reading.field(reference) else { return }
          try reading.readScalar(bytes, field, reading.natural(field.type), reference.name)
        }
      }
    }
  }

  /// Says of an error in which frame it is.
  private mutating func located<Value>(
    _ frame: Int, _ read: (inout LayoutReading) throws(WireError) -> Value
  ) throws(WireError) -> Value {
    do {
      return try read(&self)
    } catch {
      var error = error
      error.frame = frame
      throw error
    }
  }

  /// The value in a frame of JSON.
  private static func json(_ bytes: [UInt8]) throws(WireError) -> WireTree {
    do throws(JSONFault) {
      return try WireTree(json: bytes)
    } catch {
      throw WireError(error, frame: 0, in: bytes.span)
    }
  }

  // MARK: What is meant

  /// The field of the layout, or the argument, that a reference means.
  func field(_ reference: TemplateReference) -> FieldSpec? {
    switch reference.target {
    case .field(let index): layout.fields[index]
    case .argument(let name): message.fields.first { $0.name.text == name }
    case .data: message.fields.count == 1 ? message.fields[0] : nil
    case .type, .args, .kwargs: nil
    }
  }

  /// What a field is in every such message, if it is: fixed, or the type.
  func constant(_ reference: TemplateReference) -> SampleScalar? {
    guard case .field(let index) = reference.target else { return nil }
    if let fixed = message.fixedFields.first(where: { $0.field == index })?.value {
      return SampleScalar(text: fixed.json, type: layout.fields[index].type)
    }
    return layout.fields[index].source?.kind == .type ? type : nil
  }

  /// The type on the wire as a value.
  var type: SampleScalar {
    SampleScalar(text: message.wireNumber.map { "\($0)" } ?? JSONText.string(message.wireType), type: .json)
  }

  /// Takes note of a field.
  mutating func note(_ name: String, _ value: WireTree) { fields.append(ReadField(name: name, value: value.json)) }
}

extension FrameSpec {
  /// What a frame of one reference refers to.
  fileprivate var reference: TemplateReference? {
    switch content {
    case .natural(let reference), .scalar(_, .value(let reference)): reference
    default: nil
    }
  }

  /// The codec that it names.
  fileprivate var codec: ScalarCodec? { if case .scalar(let codec, _) = content { codec } else { nil } }
}

extension WireTree {
  /// Whether it is a value of MessagePack or of a frame of its own, where bytes are bytes.
  var isPacked: Bool {
    switch self {
    case .bytes, .timestamp: true
    default: false
    }
  }
}
