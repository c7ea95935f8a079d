import SpecModel
import ZMQWire

extension Findings {
  /// `options:` of a socket whose type is known, or nil where it cannot be read.
  mutating func options(_ node: YAMLNode, of type: SocketType?) -> [OptionSpec] {
    guard let entries = entries(node, "`options`", help: "write `{ sndhwm: 10000, linger: 0ms }`") else { return [] }
    var options: [OptionSpec] = []
    for entry in entries {
      guard let key = optionKey(entry.keyText, of: type), let value = value(entry.value, for: key) else { continue }
      options.append(OptionSpec(name: entry.name, value: value, valueRange: entry.value.range))
    }
    return options
  }

  private mutating func optionKey(_ name: TextSyntax, of type: SocketType?) -> OptionKey? {
    if let instead = OptionKey.elsewhere[name.text] {
      error(
        Code.unknownOption, at: name.range, "\(Prose.key(name.text)) is not set under `options`", help: instead)
      return nil
    }
    guard let key = OptionKey.byName[name.text] else {
      let lower = name.text.lowercased()
      let bare = lower.hasPrefix("zmq_") ? String(lower.dropFirst(4)) : lower
      let names = OptionKey.all.map(\.name)
      let guess = OptionKey.byName[bare]?.name ?? nearest(to: bare, among: names)
      error(
        Code.unknownOption, at: name.range, "libzmq has no stable option \(Prose.key(name.text))",
        help: (guess.map { "did you mean \(Prose.key($0))? " } ?? "")
          + "write libzmq's own name in lower case, without `ZMQ_`",
        fix: guess == OptionKey.byName[bare]?.name
          ? guess.map { [Edit(name.range, $0)] } ?? [] : respelling(of: name.text, at: name.range, among: names))
      return nil
    }
    if let type, !key.socketTypes.contains(type) {
      let types = key.socketTypes.map(\.rawValue).sorted()
      error(
        Code.optionOnWrongSocket, at: name.range,
        "\(type.withArticle) does not know the option \(Prose.key(name.text))",
        help: "remove it: it works on \(Prose.list(types))")
      return nil
    }
    return key
  }

  private mutating func value(_ node: YAMLNode, for key: OptionKey) -> OptionSpec.Value? {
    let what = "the value of \(Prose.key(key.name))"
    switch key.kind {
    case .flag: return flag(node, what).map { .int($0 ? 1 : 0) }
    case .text: return filledText(node, what).map { .string($0.text) }
    case .number(let bounds, let orSystem):
      return number(node, bounds, orSystem: orSystem, beyond: key.beyond, what)
    case .milliseconds(let minimum, let maximum, let step):
      let expected = step == 1 ? "whole milliseconds up to \(maximum)" : "a multiple of \(step)ms up to \(maximum)ms"
      return time(
        node, unit: 1000, step: step, bare: minimum == -1 ? [0, -1] : [0], maximum: maximum, expected: expected,
        beyond: key.beyond ?? "libzmq counts this option in milliseconds", what)
    case .seconds(let maximum):
      return time(
        node, unit: 1_000_000, step: 1, bare: [-1], maximum: maximum, expected: "whole seconds from 1 to \(maximum)",
        beyond: key.beyond ?? "libzmq counts this option in seconds", what)
    case .bytes(let minimum, let maximum): return size(node, minimum...maximum, what)
    }
  }

  private mutating func number(
    _ node: YAMLNode, _ bounds: ClosedRange<Int>, orSystem: Bool, beyond: String?, _ what: String
  ) -> OptionSpec.Value? {
    let number = node.plainInteger
    if let number, bounds.contains(number) || (orSystem && number == -1) { return .int(number) }
    let expected = "a number from \(bounds.lowerBound) to \(bounds.upperBound)\(orSystem ? ", or -1" : "")"
    badOption(
      node, what, expected: expected,
      help: number == nil ? "write \(expected), without quotes" : beyond ?? "write \(expected)")
    return nil
  }

  /// - Parameters:
  ///   - unit: What libzmq counts in, in microseconds.
  ///   - step: So many of them at a time.
  ///   - bare: What is written without a unit.
  private mutating func time(
    _ node: YAMLNode, unit: Int64, step: Int, bare: [Int], maximum: Int, expected: String, beyond: String,
    _ what: String
  ) -> OptionSpec.Value? {
    if let number = node.plainInteger, bare.contains(number) { return .int(number) }
    guard case .scalar(let scalar) = node.content, let microseconds = Measure.value(of: scalar.text, in: Measure.times)
    else {
      let unlimited = bare.contains(-1) ? ", or -1" : ""
      badOption(
        node, what, expected: "a time with its unit",
        help: "write a number and its unit with no blank between, such as `250ms` or `3s`\(unlimited)")
      return nil
    }
    let (value, rest) = microseconds.quotientAndRemainder(dividingBy: unit)
    guard rest == 0, value % Int64(step) == 0, value <= maximum, value > 0 || bare.contains(0) else {
      badOption(node, what, expected: expected, help: beyond)
      return nil
    }
    return .int(Int(value))
  }

  private mutating func size(_ node: YAMLNode, _ bounds: ClosedRange<Int>, _ what: String) -> OptionSpec.Value? {
    var bytes = node.plainInteger
    if bytes == nil, case .scalar(let scalar) = node.content {
      bytes = Measure.value(of: scalar.text, in: Measure.sizes).map { Int($0) }
    }
    if let bytes, bounds.contains(bytes) { return .int(bytes) }
    guard node.content != .refused else { return nil }
    if let bytes {
      let least = bounds.lowerBound
      let expected =
        bytes > bounds.upperBound
        ? "a size of at most \(bounds.upperBound) bytes"
        : least == -1 ? "a size, or -1" : "a size of at least \(Prose.counted(least, "byte"))"
      badOption(node, what, expected: expected, help: "write \(expected): libzmq refuses any other")
      return nil
    }
    error(
      Code.badSize, at: node.range, "expected \(what) as a size, found \(node.kindPhrase)",
      help: "write a number of bytes, or a number and one of the units `B`, `kB`, `MB`, `GB`, `KiB`, `MiB` and `GiB` "
        + "with no blank between: `64MiB`")
    return nil
  }

  private mutating func badOption(_ node: YAMLNode, _ what: String, expected: String, help: String) {
    guard node.content != .refused else { return }
    error(Code.optionValue, at: node.range, "expected \(what) as \(expected), found \(node.kindPhrase)", help: help)
  }
}

extension YAMLNode {
  /// An integer without quotes that every version of YAML reads alike.
  fileprivate var plainInteger: Int? {
    guard case .scalar(let scalar) = content, scalar.style == .plain, case .int(let value) = PlainScalar(scalar.text)
    else { return nil }
    return Int(exactly: value)
  }
}
