import ZMQWire

extension MessageSpec {
  /// Reads the body of such a message by interpreting its layout: the counterpart of `sampleFrames(in:)`, and as strict as
  /// generated code.
  ///
  /// - Parameter body: The frames behind the envelope.
  /// - Returns: The fields, those of the layout among them, in the order in which they stand; what is not there is left
  ///   out.
  /// - Throws: What is wrong first. `frame` counts the frames of the body from 0; `path` is empty for a frame as a whole.
  public func read(_ body: [[UInt8]], in spec: ProtocolSpec) throws(WireError) -> [ReadField] {
    let (message, layout) = interpreted(in: spec)
    var reading = LayoutReading(message: message, layout: layout, spec: spec)
    try reading.read(body)
    return reading.fields
  }

  /// The layout as a template: the built-in ones are trees of one frame, too.
  private func interpreted(in spec: ProtocolSpec) -> (MessageSpec, LayoutSpec) {
    func reference(_ target: TemplateReference.Target, _ name: String) -> TemplateReference {
      TemplateReference(target, name: name, at: self.name.range)
    }
    let type = TreeTemplateSpec.value(reference(.type, "type"))
    let tree: TreeTemplateSpec
    var message = self
    switch layout {
    case .declared(let id): return (self, spec[id])
    case .builtIn(.triple):
      tree = .list([
        .element(type), .element(.value(reference(.args, "args"))), .element(.value(reference(.kwargs, "kwargs"))),
      ])
    case .builtIn(.pair): tree = .list([.element(type), .element(.value(reference(.data, "data")))])
    case .builtIn(.list): tree = .list([.element(type), .spread(reference(.args, "args"))])
    case .builtIn(.object):
      tree = .object([
        .member(key: NameSpec("type", at: self.name.range), value: type), .spread(reference(.kwargs, "kwargs")),
      ])
      (message.args, message.kwargs) = ([], fields)
    }
    return (
      message, LayoutSpec(name: self.name, frames: [FrameSpec(.json(tree), range: self.name.range)])
    )
  }
}
