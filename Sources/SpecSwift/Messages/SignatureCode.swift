import SpecModel

/// The signature of a message as Swift: where it stands, what it covers, and when it is checked.
struct SignatureCode {
  let layout: LayoutSpec
  let signature: SignatureSpec
  private let frame: Int

  /// - Returns: nil where the layout has no signature.
  init?(_ layout: LayoutSpec) {
    guard let signature = layout.signature, let frame = signature.frame else { return nil }
    self.layout = layout
    self.signature = signature
    self.frame = frame
  }

  /// ```swift
  /// fileprivate static let signing = SignatureLayout(.frame(1), isText: true, covers: [.frame(2), .frame(3)])
  /// ```
  var declaration: [Code] {
    let isText = layout.fields[signature.field].type == .string
    let covered = signature.covered.map(place).joined(separator: ", ")
    return [
      .blank, .doc("Where its signature stands, and what that covers."),
      .call(
        "fileprivate static let signing = SignatureLayout(",
        [place(frame), "isText: \(isText)", "covers: [\(covered)]"]),
    ]
  }

  /// `.frame(1)`; behind a list of frames `.frameFromEnd(2)`, the list itself `.frames(from: 3, before: 1)`.
  private func place(_ index: Int) -> String {
    let behind = layout.frames.count - index - 1
    if layout.frames[index].isSpread { return ".frames(from: \(index), before: \(behind))" }
    let isBehindList = layout.frames[..<index].contains { $0.isSpread }
    return isBehindList ? ".frameFromEnd(\(behind + 1))" : ".frame(\(index))"
  }

  /// The first frame of which nothing is read before the signature has been checked: in front of it stand constants.
  var checkedAt: Int { layout.frames.firstIndex { !$0.isPlainConstant } ?? 0 }
}

extension FrameSpec {
  /// Whether the frame is compared byte for byte.
  var isPlainConstant: Bool {
    switch content {
    case .scalar(_, .constant), .empty: true
    case .scalar, .natural, .packed, .json, .msgpack: false
    }
  }
}
