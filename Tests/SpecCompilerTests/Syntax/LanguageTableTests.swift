import SpecCompiler
import SpecModel
import Testing

/// The table of keys is true: every example in it stands where it says, and does what it says.
@Suite struct LanguageTableTests {
  /// A file in which a key of a place stands with its example.
  private func file(_ key: LanguageKey, at place: LanguagePlace) -> String {
    let entry = "\(key.name): \(key.example)"
    let head = "zmqspec: 1\nprotocol: t\n"
    switch place {
    case .file:
      let others = [("zmqspec", "1"), ("protocol", "t"), ("processes", "{}")].filter { $0.0 != key.name }
      return (others.map { "\($0.0): \($0.1)" } + [entry]).joined(separator: "\n") + "\n"
    case .process: return head + "processes:\n  A:\n    \(entry)\n"
    case .socket:
      let type = ["topic": "PUB", "subscribe": "SUB"][key.name] ?? "DEALER"
      return head + "processes:\n  A:\n    sockets:\n      a:\n"
        + (key.name == "type" ? "" : "        type: \(type)\n") + "        \(entry)\n"
    case .type:
      let kinds = ["tag": "    union: { a: A }\n", "unknown": "    record: {}\n", "about": "    enum: [ a ]\n"]
      let kind = kinds[key.name] ?? ""
      return head + "processes: {}\ntypes:\n  T:\n\(kind)    \(entry)\n"
    case .layout:
      let frames = key.name == "frames" ? "" : "    frames: [ json: $data ]\n"
      return head + "processes: {}\nlayouts:\n  l:\n\(frames)    \(entry)\n"
    case .message: return head + "processes: {}\nmessages:\n  m:\n    \(entry)\n"
    case .field:
      let type = key.name == "type" ? "" : "        type: float\n"
      return head + "processes: {}\nmessages:\n  m:\n    args:\n      f:\n\(type)        \(entry)\n"
    case .chain:
      let steps = key.name == "steps" ? "" : "    steps: [ { A -> B: m } ]\n"
      return Sample.pair + "chains:\n  c:\n\(steps)    \(entry)\n"
    case .step:
      if ["every", "hops"].contains(key.name) { return Sample.steps("A -> B: m\n        \(entry)", "A <- B: r") }
      let answers = key.name == "answers" ? entry.replacing("ping", with: "m") : entry
      return Sample.steps("A -> B: m", "A <- B: r\n        \(answers)")
    case .hop: return Sample.steps("A -> B: m\n        hops: [ { \(entry) } ]", "A <- B: r")
    }
  }

  private static let all = LanguagePlace.allCases.flatMap { place in place.keys.map { (place, $0) } }

  @Test(arguments: all) func `every key is understood`(place: LanguagePlace, key: LanguageKey) {
    // Examples name things that the file around them lacks, and rules look at the whole.
    let ofParsing = Found.all(file(key, at: place)).filter { $0.contains(" ZS00") && !$0.contains("ZS0039") }
    #expect(ofParsing == [])
  }

  @Test(arguments: LanguagePlace.socket.keys.filter { $0.name != "options" })
  func `a socket's key means something on the types that the table says`(key: LanguageKey) {
    for type in LanguageWord.socketTypes.map(\.name) where key.name != "type" {
      let found = Found.lines(Sample.socket("{ type: \(type), \(key.name): \(key.example) }"))
      let isMeant = key.socketTypes.map { $0.map(\.rawValue).contains(type) } ?? true
      #expect(found.contains { $0.contains("ZS0039") } == !isMeant, "\(key.name) on \(type): \(found)")
    }
  }

  @Test func `required keys are asked for`() {
    #expect(
      Found.all("about: x\n") == [
        """
        1:1-1:6 ZS0021 a protocol file needs the key `processes`
          help: add it (who takes part, by name), for example `processes: { PongProc: { sockets: { pings: REP } } }`
        """,
        """
        1:1-1:6 ZS0021 a protocol file needs the key `protocol`
          help: add it (the name of the protocol), for example `protocol: ping-pong`
        """,
        """
        1:1-1:6 ZS0021 a protocol file needs the key `zmqspec`
          help: add it (the version of the language), for example `zmqspec: 1`
        """,
      ])
    #expect(Found.lines(Sample.socket("{ bind: x }")) == ["5:7-5:8 ZS0021 a socket needs the key `type`"])
    #expect(Found.lines(Sample.args("f: {}")) == ["5:15-5:16 ZS0021 a field needs the key `type`"])
    #expect(
      Found.lines(Sample.pair + "chains:\n  c:\n").first == "8:3-8:4 ZS0021 a chain needs the key `steps`")
  }

  @Test func `an unknown key is told the legal ones, and the nearest`() {
    #expect(
      Found.all("zmqspec: 1\nprotocol: t\nproceses: {}\nprocesses: { A: { colour: red } }\n") == [
        """
        3:1-3:9 ZS0020 a protocol file has no key `proceses`
          help: did you mean `processes`? the keys of a protocol file are `zmqspec`, `protocol`, `version`, `title`, \
        `about`, `layout`, `processes`, `layouts`, `types`, `messages`, `chains`; keys of your own begin with `x-`
        """,
        """
        4:19-4:25 ZS0020 a process has no key `colour`
          help: the keys of a process are `about`, `count`, `shown_as`, `routing_id`, `sockets`, `proxies`; keys of your own begin \
        with `x-`
        """,
      ])
  }

  @Test func `options are in alphabetical order, each once`() {
    let names = OptionKey.all.map(\.name)
    #expect(names == names.sorted())
    #expect(OptionKey.byName.count == names.count)
    #expect(OptionKey.elsewhere.keys.allSatisfy { OptionKey.byName[$0] == nil })
  }
}
