extension MessageSpec {
  /// The body of such a message as JSON, as a peer would write it: `["ping",[5],{}]`.
  ///
  /// A field has its example as value, else its default, else a sample of its type.
  public func sampleBody(in spec: ProtocolSpec) -> String {
    let type = JSONText.string(wireType)
    var samples = SampleValues(spec)
    func values(_ fields: [FieldSpec]) -> [String] {
      // What collects further arguments stands among them, without brackets of its own.
      fields.map { $0.isRest ? String(samples.text(of: $0).dropFirst().dropLast()) : samples.text(of: $0) }
        .filter { !$0.isEmpty }
    }
    func members(_ fields: [FieldSpec]) -> [String] {
      fields.map { JSONText.member($0.name.text, samples.text(of: $0)) }
    }
    switch layout {
    case .builtIn(.triple):
      return JSONText.array([type, JSONText.array(values(args)), JSONText.object(members(kwargs))])
    case .builtIn(.pair):
      let data =
        switch fields.count {
        case 0: "null"
        case 1: samples.text(of: fields[0])
        default: JSONText.object(members(fields))
        }
      return JSONText.array([type, data])
    case .builtIn(.list): return JSONText.array([type] + values(args))
    case .builtIn(.object): return JSONText.object([JSONText.member("type", type)] + members(fields))
    case .declared: return bodyFrames(in: spec).notation
    }
  }

  /// A template with sample values of this message's fields in its holes: `weather.{city}` → `weather.Berlin`.
  public func sample(of template: TemplateSpec, in spec: ProtocolSpec) -> String {
    var samples = SampleValues(spec)
    return template.pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .placeholder(let name): fields.first { $0.name.text == name }.map { samples.bareText(of: $0) } ?? name
      }
    }.joined()
  }
}
