/// What YAML makes of a text without quotes.
///
/// YAML 1.1 and YAML 1.2 (core schema) agree about most, and then so does zmqspec; where they do not, a file
/// would mean one thing here and another in the next tool, so quotes are asked for. Sources:
/// yaml.org/type (1.1), YAML 1.2.2 section 10.3.2.
enum PlainScalar: Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  /// Above `Int64.max`.
  case uint(UInt64)
  case float(Double)
  case string
  /// The versions differ; the text says how.
  case ambiguous(String)
  /// An integer that does not fit 64 bits.
  case tooLarge

  /// Reads a text without quotes.
  init(_ text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    case "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N":
      self = .ambiguous("a truth value in YAML 1.1 and a text in YAML 1.2")
    case ".nan", ".NaN", ".NAN": self = .float(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": self = .float(-.infinity)
    case "=", "<<": self = .ambiguous("a special key in YAML 1.1 and a text in YAML 1.2")
    default: self = PlainScalar.number(text)
    }
  }

  private static func number(_ text: String) -> PlainScalar {
    guard let first = text.utf8.first, digits.contains(first) || [0x2B, 0x2D, 0x2E].contains(first) else {
      return .string
    }
    let signed = first == 0x2B || first == 0x2D
    let body = signed ? text.dropFirst() : Substring(text)
    if let special = prefixed(body, signed: signed) { return special }
    if body.utf8.allSatisfy(digits.contains), !body.isEmpty { return decimal(text, body) }
    if let float = float(text, body) { return float }
    return elevenOnly(body)
  }

  private static let digits: ClosedRange<UInt8> = 0x30...0x39

  /// `0x1F`, which both read, and `0o17` and `0b1`, which one of them reads.
  private static func prefixed(_ body: Substring, signed: Bool) -> PlainScalar? {
    guard body.count > 2, body.first == "0" else { return nil }
    let rest = body.dropFirst(2)
    switch body.dropFirst().first {
    case "x" where rest.allSatisfy(\.isHexDigit):
      if signed { return .ambiguous("a number in YAML 1.1 and a text in YAML 1.2") }
      guard let value = UInt64(rest, radix: 16) else { return .tooLarge }
      return Int64(exactly: value).map(PlainScalar.int) ?? .uint(value)
    case "o" where rest.allSatisfy { ("0"..."7").contains($0) }:
      return .ambiguous("a text in YAML 1.1 and an octal number in YAML 1.2")
    case "b" where rest.allSatisfy { "01_".contains($0) }:
      return .ambiguous("a binary number in YAML 1.1 and a text in YAML 1.2")
    default: return nil
    }
  }

  private static func decimal(_ text: String, _ body: Substring) -> PlainScalar {
    if body.count > 1, body.first == "0" {
      let isOctal = body.allSatisfy { ("0"..."7").contains($0) }
      return .ambiguous("\(isOctal ? "an octal number" : "a text") in YAML 1.1 and a decimal number in YAML 1.2")
    }
    if let value = Int64(text) { return .int(value) }
    return text.first == "-" ? .tooLarge : UInt64(body).map(PlainScalar.uint) ?? .tooLarge
  }

  /// Both want digits round a point; only YAML 1.2 does without the point, or without a sign in the exponent.
  private static func float(_ text: String, _ body: Substring) -> PlainScalar? {
    var rest = body
    let whole = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(whole.count)
    let hasPoint = rest.first == "."
    var fraction = Substring()
    if hasPoint {
      fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var hasSignInExponent = true
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      hasSignInExponent = rest.first == "+" || rest.first == "-"
      if hasSignInExponent { rest = rest.dropFirst() }
      guard !rest.isEmpty else { return nil }
      rest = rest.drop { $0.isASCII && $0.isNumber }
    }
    guard rest.isEmpty else { return nil }
    guard hasPoint, hasSignInExponent else { return .ambiguous("a text in YAML 1.1 and a number in YAML 1.2") }
    let normal = (text.hasPrefix("+") ? String(text.dropFirst()) : text).replacingLonePoint
    guard let value = Double(normal) else { return .string }
    return value.isFinite ? .float(value) : .tooLarge
  }

  /// `190:20:30`, `1:30.5`: digits, then groups of one or two digits up to 59, the last with a fraction.
  private static func isToTheBase60(_ body: Substring) -> Bool {
    let parts = body.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return false }
    let whole = last.prefix { $0 != "." }
    guard !first.isEmpty, first.allSatisfy({ "0123456789_".contains($0) }),
      last.dropFirst(whole.count).dropFirst().allSatisfy({ "0123456789_".contains($0) })
    else { return false }
    return (parts.dropFirst().dropLast() + [whole]).allSatisfy { group in
      (1...2).contains(group.utf8.count) && Int(group).map { (0...59).contains($0) } == true
    }
  }

  /// What only YAML 1.1 takes for a number or a date: `1_000`, `1:30`, `2001-12-14`.
  private static func elevenOnly(_ body: Substring) -> PlainScalar {
    if isToTheBase60(body) {
      return .ambiguous("a number to the base 60 in YAML 1.1 and a text in YAML 1.2")
    }
    if body.contains("_"), body.allSatisfy({ "0123456789._".contains($0) }) {
      return .ambiguous("a number in YAML 1.1 and a text in YAML 1.2")
    }
    let date = body.prefix { "0123456789-".contains($0) }.split(separator: "-", omittingEmptySubsequences: false)
    if date.count == 3, date[0].count == 4, (1...2).contains(date[1].count), (1...2).contains(date[2].count) {
      return .ambiguous("a date in YAML 1.1 and a text in YAML 1.2")
    }
    return .string
  }
}

extension String {
  /// `1.` and `.5` as `1.0` and `0.5`, which Swift reads.
  fileprivate var replacingLonePoint: String {
    guard let point = firstIndex(of: ".") else { return self }
    let before = self[..<point].last?.isNumber == true ? "" : "0"
    let after = self[index(after: point)...].first?.isNumber == true ? "" : "0"
    return self[..<point] + before + "." + after + self[index(after: point)...]
  }
}
