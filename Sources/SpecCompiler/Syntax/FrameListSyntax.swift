import SpecModel

extension Findings {
  /// `in:` or `out:`, frames in the article's notation: `[ ping_uuid, '', 'ping, count' ]`.
  ///
  /// The style tells them apart: a plain word is a value by name, `''` the empty frame, a single-quoted text
  /// a serialised list, a double-quoted text a constant. What stands between `<` and `>` is one frame, although YAML
  /// parts it at its commas.
  mutating func frames(_ node: YAMLNode, _ what: String) -> FrameListSpec? {
    let help = "write the frames as the article does: `[ ping_uuid, '', 'ping, count' ]`"
    guard let items = items(node, what, help: help) else { return nil }
    var list = FrameListSpec(frames: [], ranges: [], range: node.range)
    var isOpen = false
    for item in items {
      guard case .scalar(let scalar) = item.content, let notation = FrameNotation.normalised(scalar) else {
        if item.content != .refused {
          error(Code.frameNotation, at: item.range, "expected a frame, found \(item.kindPhrase)", help: help)
        }
        return nil
      }
      if isOpen, let last = list.frames.indices.last {
        list.frames[last] += ", " + notation
        list.ranges[last] = SourceRange(list.ranges[last].start, item.range.end)
      } else {
        list.frames.append(notation)
        list.ranges.append(item.range)
      }
      let isPlain = scalar.style == .plain
      isOpen = isPlain && (isOpen || notation.hasPrefix("<")) && !notation.hasSuffix(">")
    }
    return list
  }
}

/// The article's notation of one frame.
enum FrameNotation {
  /// A frame with its quotes, and with blanks as the derived notation has them; nil for nothing at all.
  ///
  /// ```
  /// ping_uuid            →  ping_uuid
  /// ''                   →  ''
  /// 'ping,[ count ],{}'  →  'ping, [count], {}'
  /// "MDPC01"             →  "MDPC01"
  /// ```
  static func normalised(_ scalar: YAMLScalar) -> String? {
    switch scalar.style {
    case .plain: scalar.text.isEmpty ? nil : spaced(scalar.text)
    case .singleQuoted: "'\(spaced(scalar.text))'"
    case .doubleQuoted: scalar.text.isEmpty ? "''" : "\"\(scalar.text)\""
    case .block: nil
    }
  }

  /// One blank behind each comma and colon, none inside brackets, one where there were several.
  private static func spaced(_ text: String) -> String {
    var result = ""
    var pendingBlank = false
    for character in text {
      if character.isWhitespace {
        pendingBlank = true
        continue
      }
      let afterMark = result.last.map { ",:".contains($0) } ?? false
      let afterOpening = result.last.map { "[{".contains($0) } ?? true
      if afterMark {
        result.append(" ")
      } else if pendingBlank, !afterOpening, !",:]}".contains(character) {
        result.append(" ")
      }
      pendingBlank = false
      result.append(character)
    }
    return result
  }
}
