/// What a layout signs: a field whose source is `sign(…)`, and the frames that it is about.
///
/// ```yaml
/// fields: { signature: string = sign(header, kwargs), header: Header }
/// frames: [ text: JOB, text: $signature, json: $header, json: {}, json: $kwargs, bytes: $files... ]
/// ```
///
/// Signed are whole frames, here from the third to the fifth: those in which something stands that is named, and those
/// between them in which nothing stands that has a name, in the order in which they are sent.
public struct SignatureSpec: Sendable, Hashable {
  /// The place of the field among the layout's.
  public var field: Int
  /// The frame that holds the signature alone; nil where it has none.
  public var frame: Int?
  /// The frames that are signed, in order.
  public var covered: [Int]
}

extension LayoutSpec {
  /// The signature of its messages; nil where they have none.
  public var signature: SignatureSpec? {
    for (index, field) in fields.enumerated() {
      guard case .sign(let names)? = field.source?.kind else { continue }
      let wanted = Set(names.map { target(of: $0) })
      let own = TemplateReference.Target.field(index)
      let named = frames.indices.filter { frame in
        frames[frame].references.contains { target(of: $0) != own && wanted.contains(target(of: $0)) }
      }
      let span = (named.first ?? 0)..<((named.last ?? -1) + 1)
      let covered = span.filter { named.contains($0) || frames[$0].references.isEmpty }
      let alone = frames.indices.filter { frames[$0].references.map(\.target) == [own] && frames[$0].isOneScalar }
      return SignatureSpec(field: index, frame: alone.count == 1 ? alone[0] : nil, covered: covered)
    }
    return nil
  }

  /// What a reference stands for; a field whose source is the type is the type.
  private func target(of reference: TemplateReference) -> TemplateReference.Target {
    if case .field(let index) = reference.target, fields[index].source?.kind == .type { return .type }
    return reference.target
  }
}

extension FrameSpec {
  /// Whether the frame is one value and nothing else.
  fileprivate var isOneScalar: Bool {
    switch content {
    case .scalar, .natural: !isSpread
    case .json, .msgpack, .packed, .empty: false
    }
  }
}
