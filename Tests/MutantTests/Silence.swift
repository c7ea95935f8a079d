/// Why a mutant that compiles without a finding is none to complain about: the whole list.
///
/// A row says which differences of meaning it explains, and after which mutations. A mutant that differs in
/// something else as well, or after another mutation, has changed its meaning unseen.
struct Silence: Sendable {
  /// What such a mutant is, for the table of results.
  let name: String
  /// The places of a protocol that may differ, as `SpecTree.differences` names them, with all that lies inside: behind
  /// `+` what has come, behind `-` what is gone.
  let places: [String]
  /// The mutations after which they may; nil: all.
  let mutations: Set<Mutation>?

  /// In the order in which they are tried.
  static let all = [
    Silence("the same meaning", []),
    // Nobody but a reader of prose can tell.
    Silence("other prose", prose),
    // A key that need not be there is not, so its default stands. A file may end wherever it could have ended.
    Silence(
      "an optional key less", prose + (optional + ["defaultValue", "source"]).map { "-" + $0 } + defaults,
      after: Mutation.removals),
    // Nothing else in the file speaks of it. Where the head of a list goes, what stood below joins the list above.
    Silence(
      "a field, case, step or chain less, or in the list above",
      [
        "+args[]", "branches[]", "prefixes._0[]",
        "-args[]", "-kwargs[]", "-record._0[]", "-enumeration._0[]", "-union._0[]", "-fields[]", "-frames[]",
        "-chains[]", "-steps[]",
        "-items[]", "+items[]", "-branches[]", "steps[]", "items[]",
      ], after: Mutation.removals),
    // A name that stands in one place only, or one socket instead of the other where none is named.
    Silence(
      "another name that nothing else says",
      [
        "name.text", "tag.text", "wireType", "enumeration._0[].text", "shownAs", "peers[]", "connect[].bound",
        "hops[].sender", "hops[].receivers[]", "wireNumber", "-wireNumber", "prefixes._0[]",
      ], after: [.nameMisspelt, .nameSwapped, .byteFlipped, .markInserted, .bracketRemoved]),
    // A port, a time, a type: any that is legal may be meant.
    Silence(
      "another value of the same kind",
      [
        "bind[].address", "connect[].address", "options[].value", "subscription", "topic", "within",
        "routingID", "+routingID.pieces[]", "-routingID.pieces[]",
        "every", "silence", "pause", "work", "args[].type", "kwargs[].type", "record._0[].type", "fields[].type",
        "example",
        "defaultValue", "constraints", "wireNumber", "-wireNumber", "wireType", "frames[].content", "extensions[]",
        "fixedFields[].value",
      ]),
    // One key that a mapping may have, instead of another, or of another mapping.
    Silence(
      "another optional key", optional.flatMap { ["+" + $0, "-" + $0] } + defaults,
      after: [.nameSwapped, .indentationChanged]),
    Silence(
      "another socket type that fits", ["sockets[].type", "delimiter"], after: [.socketTypeSwapped, .nameSwapped]),
    // The sockets allow the steps in this order, in this direction, twice, or in another branch.
    Silence(
      "other steps or frames that are allowed",
      [
        "steps[]", "items[]", "frames[]", "packed._0[]", "+steps[]", "+items[]", "+frames[]", "+packed._0[]",
        "-steps[]", "-items[]", "-frames[]", "peers[]", "prefixes._0[]",
      ],
      after: [.stepsReordered, .arrowTurned, .lineDuplicated, .nameSwapped, .indentationChanged]),
  ]

  /// What only people read.
  private static let prose = ["about", "title", "version", "condition", "note", "since", "deprecated"]

  /// What a protocol need not say.
  private static let optional =
    prose + [
      "example", "minimum", "maximum", "length", "pattern", "source", "within", "every", "final",
      "topic",
      "assertedSent", "assertedReceived", "options[]", "routingID", "silence", "extensions[]", "wireNumber",
      "fixedFields[]", "prefixes._0[]",
    ]

  /// What has another value where a key is not written, or follows from what others say.
  private static let defaults = [
    "isLost", "shownAs", "count", "otherwise", "subscription", "unknown", "layout", "wireType", "peers[]", "delimiter",
    "tag.text",
  ]

  private init(_ name: String, _ places: [String], after mutations: Set<Mutation>? = nil) {
    self.name = name
    self.places = places
    self.mutations = mutations
  }

  /// The first row that explains all the differences of a mutant, if any does.
  static func explaining(_ differences: Set<String>, after mutation: Mutation) -> Silence? {
    all.first { silence in
      silence.mutations?.contains(mutation) ?? true
        && differences.allSatisfy { difference in silence.places.contains { isInside(difference, $0) } }
    }
  }

  /// Whether the components of a place stand in a difference one behind the other, with the same sign.
  private static func isInside(_ difference: String, _ place: String) -> Bool {
    func parts(_ path: String) -> (sign: Character, components: String) {
      guard let first = path.first, "+-".contains(first) else { return (" ", ".\(path).") }
      return (first, ".\(path.dropFirst()).")
    }
    let (one, other) = (parts(difference), parts(place))
    return one.sign == other.sign && one.components.contains(other.components)
  }
}

extension Mutation {
  /// Those that can take something away without a trace.
  static let removals: Set<Mutation> = [
    .keyRemoved, .memberRemoved, .lineRemoved, .fileCut, .markInserted, .byteFlipped,
  ]
}
