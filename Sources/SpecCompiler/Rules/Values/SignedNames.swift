import SpecModel

extension LayoutSpec {
  /// The fields whose source is `sign(…)`: one, or by mistake several.
  var signatures: Set<TemplateReference.Target> {
    Set(
      fields.indices.filter { if case .sign? = fields[$0].source?.kind { true } else { false } }
        .map { TemplateReference.Target.field($0) })
  }

  /// What stands in frames in which nothing stands that is signed; signatures themselves are not told of.
  func unsigned(besides signed: [TemplateReference]) -> [TemplateReference] {
    let targets = Set(signed.map(\.target))
    return frames.flatMap { frame -> [TemplateReference] in
      let references = frame.references.filter { !signatures.contains($0.target) }
      let isSigned = references.contains {
        targets.contains($0.target) || (targets.contains(.data) && [.args, .kwargs].contains($0.target))
      }
      return isSigned ? [] : references
    }
  }

  /// `sign(type, sent, args)`: what is signed already, and all else; nil where there is nothing to sign.
  func wholeSignature(of signed: [TemplateReference]) -> String? {
    let others = signed.filter { !signatures.contains($0.target) }
    var names: [String] = []
    for reference in others + unsigned(besides: others) where !names.contains(reference.name) {
      names.append(reference.name)
    }
    return names.isEmpty ? nil : "sign(\(names.joined(separator: ", ")))"
  }
}
