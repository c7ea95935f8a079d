import CLibYAML
import SpecModel

/// Finds the comments of a YAML text, which libyaml reads over: they are what is left between its tokens.
///
/// So a `#` inside a quoted text, a block of text or a plain word is none, whatever it looks like.
enum YAMLCommentScanner {
  /// All comments, in the order of the text; of a text that is not YAML those before its first fault.
  static func comments(in text: String) -> [YAMLComment] {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return [] }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)

      var gaps = Gaps(scalars: Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
      var isAtEnd = false
      while !isAtEnd {
        var token = yaml_token_t()
        guard yaml_parser_scan(&parser, &token) == 1 else { break }
        defer { yaml_token_delete(&token) }
        gaps.take(token)
        isAtEnd = token.type == YAML_STREAM_END_TOKEN || token.type == YAML_NO_TOKEN
      }
      return gaps.comments
    }
  }

  /// Walks from token to token. Marks of libyaml count characters from 0.
  private struct Gaps {
    var comments: [YAMLComment] = []
    private let scalars: [Unicode.Scalar]
    /// The place behind the last token: its offset in the text, its line and its column.
    private var offset = 0
    private var line = 0
    private var column = 0
    /// Whether a token, or the head of a block of text, stands before the place in its line.
    private var isBehindSomething = false

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func take(_ token: yaml_token_t) {
      scan(upTo: Int(token.start_mark.index))
      if token.type == YAML_SCALAR_TOKEN, isBlock(token.data.scalar.style) {
        // `|2-  # remark`: the comment stands inside the token.
        move(to: token.start_mark)
        isBehindSomething = true
        let head = scalars[offset...].prefix { !Self.isBreak($0) }.count
        skip { $0 != " " && $0 != "\t" && !Self.isBreak($0) }
        scan(upTo: Int(token.start_mark.index) + head)
      }
      move(to: token.end_mark)
    }

    private func isBlock(_ style: yaml_scalar_style_t) -> Bool {
      style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
    }

    private mutating func move(to mark: yaml_mark_t) {
      guard Int(mark.index) >= offset else { return }
      // A token that ends where a line begins (a block of text) is not in that line, one without a width is nowhere.
      isBehindSomething = Int(mark.index) > offset ? Int(mark.column) > 0 : isBehindSomething
      (offset, line, column) = (Int(mark.index), Int(mark.line), Int(mark.column))
    }

    private mutating func skip(while isSkipped: (Unicode.Scalar) -> Bool) {
      while offset < scalars.count, isSkipped(scalars[offset]) {
        offset += 1
        column += 1
      }
    }

    /// The comments between the place and an offset; nothing else stands there but blanks and line breaks.
    private mutating func scan(upTo end: Int) {
      var tokenEnd = column
      while offset < min(end, scalars.count) {
        let scalar = scalars[offset]
        if scalar == "#" {
          takeComment(tokenEnd: tokenEnd)
        } else if Self.isBreak(scalar) {
          let isPair = scalar == "\r" && offset + 1 < scalars.count && scalars[offset + 1] == "\n"
          offset += isPair ? 2 : 1
          line += 1
          column = 0
          tokenEnd = 0
          isBehindSomething = false
        } else {
          offset += 1
          column += 1
        }
      }
    }

    private mutating func takeComment(tokenEnd: Int) {
      let (start, first) = (offset, column)
      skip { !Self.isBreak($0) }
      var text = scalars[start..<offset]
      while let last = text.last, last == " " || last == "\t" { text.removeLast() }
      comments.append(
        YAMLComment(
          text: String(String.UnicodeScalarView(text)),
          range: SourceRange(line: line + 1, columns: first + 1..<first + 1 + text.count),
          gap: isBehindSomething ? first - tokenEnd : nil))
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
      default: false
      }
    }
  }
}
