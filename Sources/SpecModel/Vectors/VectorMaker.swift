/// Variants of a sample message, most of them wrong in one thing; which are, a reader says.
struct VectorMaker {
  private let message: MessageSpec
  private let spec: ProtocolSpec
  private let sample: [[UInt8]]

  init(_ message: MessageSpec, in spec: ProtocolSpec) {
    self.message = message
    self.spec = spec
    sample = message.sampleFrames(in: spec).map(\.bytes)
  }

  /// Each with what it shows.
  func variants() -> [(name: String, frames: [[UInt8]])] { ofFields() + ofTypes() + ofMembers() + ofFrames() }

  // MARK: Values

  /// Each field of the message and its layout with values that it must not have.
  private func ofFields() -> [(name: String, frames: [[UInt8]])] {
    var found: [(String, [[UInt8]])] = []
    func add(_ field: FieldSpec, _ change: (inout MessageSpec, inout ProtocolSpec, FieldSpec) -> Void) {
      for wrong in field.wrongOnes {
        var (message, spec) = (message, spec)
        change(&message, &spec, wrong)
        let value = wrong.example.map { JSONText.text(of: $0) } ?? ""
        let shown = value.count <= 40 ? value : value.prefix(39) + "…"
        found.append(("\(field.name) = \(shown)", message.sampleFrames(in: spec).map(\.bytes)))
      }
    }
    for index in message.args.indices { add(message.args[index]) { $0.args[index] = $2 } }
    for index in message.kwargs.indices { add(message.kwargs[index]) { $0.kwargs[index] = $2 } }
    if let id = message.layout.declared {
      for index in spec[id].fields.indices where !message.fixedFields.contains(where: { $0.field == index }) {
        if spec[id].fields[index].source?.kind == .type { continue }
        add(spec[id].fields[index]) { $1.layouts[id.index].fields[index] = $2 }
      }
    }
    return found
  }

  /// Each field of the declared types with values that it must not have, an enum with a case too many.
  private func ofTypes() -> [(name: String, frames: [[UInt8]])] {
    var found: [(String, [[UInt8]])] = []
    // An example of the author's would hide what is wrong with the type inside.
    let bare = message.withoutExamples
    for (place, type) in spec.types.enumerated() {
      func add(_ name: String, _ kind: TypeSpec.Kind) {
        var other = spec
        other.types[place].kind = kind
        found.append(("\(type.name): \(name)", bare.sampleFrames(in: other).map(\.bytes)))
      }
      switch type.kind {
      case .enumeration(let cases):
        if let first = cases.first { add("an unknown case", .enumeration([NameSpec("nobody", at: first.range)])) }
        // The sign of the kelvin, which Unicode holds for a K.
        if let name = cases.first(where: { $0.text.contains("K") }) {
          let twin = String(name.text.map { $0 == "K" ? "\u{212A}" : $0 })
          add("a case in other bytes", .enumeration([NameSpec(twin, at: name.range)]))
        }
      case .record(let fields):
        for (index, field) in fields.enumerated() {
          for wrong in field.wrongOnes {
            var others = fields
            others[index] = wrong
            add("\(field.name) = \(wrong.example.map { JSONText.text(of: $0) } ?? "")", .record(others))
          }
          if !field.mayBeAbsent {
            var others = fields
            others.remove(at: index)
            add("no \(field.name)", .record(others))
          }
        }
      case .union(let cases, let tag):
        if let first = cases.first {
          add(
            "an unknown case",
            .union(
              [
                UnionCaseSpec(
                  name: NameSpec("nobody", at: first.name.range), type: first.type, typeRange: first.typeRange)
              ],
              tag: tag))
        }
      }
    }
    return found
  }

  // MARK: Members

  /// One argument too many or too few, and another type.
  private func ofMembers() -> [(name: String, frames: [[UInt8]])] {
    var others: [(String, MessageSpec)] = []
    let stranger = FieldSpec(
      name: NameSpec("nobody", at: message.name.range), type: .int, typeRange: message.name.range)
    var other = message
    other.kwargs.append(stranger)
    others.append(("an unknown member", other))
    other = message
    other.args.append(stranger)
    others.append(("an argument too many", other))
    for field in message.kwargs where !field.mayBeAbsent {
      other = message
      other.kwargs.removeAll { $0.name == field.name }
      others.append(("no \(field.name)", other))
    }
    if let last = message.args.last {
      other = message
      other.args.removeLast()
      others.append(("no \(last.name)", other))
    }
    other = message
    other.wireType += "x"
    other.wireNumber = other.wireNumber.map { $0 ^ 0x40 }
    others.append(("another type", other))
    return others.map { name, message in (name, message.sampleFrames(in: spec).map(\.bytes)) }
  }

  // MARK: Frames

  /// Frames cut, changed, missing, and one too many.
  private func ofFrames() -> [(name: String, frames: [[UInt8]])] {
    var found: [(String, [[UInt8]])] = [("no frame", []), ("a frame too many", sample + [Array("extra".utf8)])]
    for (index, frame) in sample.enumerated() {
      var others = sample
      others.remove(at: index)
      found.append(("frame \(index) is missing", others))
      for count in [0, frame.count / 2, frame.count - 1] where count >= 0 && count < frame.count {
        others = sample
        others[index] = Array(frame.prefix(count))
        found.append(("frame \(index) cut after \(count) bytes", others))
      }
      others = sample
      others[index] = frame + [0xFF]
      found.append(("frame \(index) with 0xFF behind it", others))
    }
    return found
  }
}
