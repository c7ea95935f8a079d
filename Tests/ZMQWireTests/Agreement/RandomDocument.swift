import ZMQWire

/// Trees of every kind of value, with the numbers and texts at which codecs break.
enum RandomDocument {
  static func make(depth: Int = 0, using generator: inout SplitMix) -> JSONValue {
    switch Int.random(in: depth == 0 ? 7..<10 : 0..<(depth < 4 ? 10 : 7), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .int(integer(using: &generator))
    case 3: return JSONValue(UInt64.random(in: .min ... .max, using: &generator))
    case 4: return .double(double(using: &generator))
    case 5, 6: return .string(text(using: &generator))
    case 7, 8:
      return .array((0..<count(using: &generator)).map { _ in make(depth: depth + 1, using: &generator) })
    default:
      var keys: Set<String> = []
      let members = (0..<count(using: &generator)).compactMap { _ -> JSONValue.Member? in
        let key = text(using: &generator)
        // Equal for a String is more than equal in bytes; a tree must not have either.
        guard keys.insert(key).inserted else { return nil }
        return JSONValue.Member(key, make(depth: depth + 1, using: &generator))
      }
      return .object(members)
    }
  }

  private static func count(using generator: inout SplitMix) -> Int {
    // Where the head of an array grows, seldom: documents within documents are many soon.
    if Int.random(in: 0..<40, using: &generator) == 0 { return [15, 16, 17].randomElement(using: &generator) ?? 15 }
    return Int.random(in: 0...3, using: &generator)
  }

  /// Around every power of two, where forms change.
  private static func integer(using generator: inout SplitMix) -> Int64 {
    let power = Int64(1) << Int64.random(in: 0...62, using: &generator)
    let near = power &+ Int64.random(in: -2...2, using: &generator)
    return Bool.random(using: &generator) ? near : -near
  }

  private static func double(using generator: inout SplitMix) -> Double {
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return Double.random(in: -1000...1000, using: &generator)
    case 1: return (Double.random(in: -1e6...1e6, using: &generator) * 1000).rounded() / 1000
    default:
      let value = Double(bitPattern: generator.next())
      return value.isFinite ? value : 0.5
    }
  }

  private static func text(using generator: inout SplitMix) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "b", "z", " ", "\"", "\\", "/", "\u{0}", "\u{1F}", "\n", "\t", "\u{7F}", "é", "\u{301}",
      "€", "日", "\u{2028}", "\u{FFFD}", "\u{FFFF}", "𝄞", "\u{10FFFF}",
    ]
    let length = [0, 1, 4, 4, 8, 8, 16, 32].randomElement(using: &generator) ?? 0
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &generator) {
      text.append(alphabet.randomElement(using: &generator) ?? "x")
    }
    return String(text)
  }
}
