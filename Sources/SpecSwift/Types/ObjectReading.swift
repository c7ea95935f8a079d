import SpecModel

/// The code that reads the members of an object whose beginning has been read, `more` telling whether there is one:
/// first in the order in which our own writer puts them, then in any other.
///
/// ```swift
/// inOrder: do {
///   guard more, reader.consumeKey("x", in: bytes) else { break inOrder }
///   x = try reader.readDouble(in: bytes)
///   given.insert(0)
///   more = try reader.memberFollows(in: bytes)
///   if more, reader.consumeKey("label", in: bytes) {
///     …
///   }
/// }
/// while more {
///   switch try reader.readField(of: Self.fieldNames, noting: &given, in: bytes) {
///   case 0: x = try reader.readDouble(in: bytes)
///   default: y = try reader.readDouble(in: bytes)
///   }
///   more = try reader.memberFollows(in: bytes)
/// }
/// ```
///
/// A member that must be there and does not come in its place tells that the writer has an order of its own; then no
/// further guess is tried. One that may be left out tells nothing. A guess knows one spelling of a key; all others are read
/// by `readField`, and so is what is no key at all.
///
/// A member of a tagged union has one member more, the tag, which has been read before.
struct ObjectReading {
  /// A member of the object.
  struct Member {
    /// Its key, as a Swift literal.
    let key: String
    /// The code that reads its value.
    let body: [Code]
    /// The same with a call instead of what the reader has in line, where it does not come in its place.
    var call: [Code]?
    /// Whether it may be left out.
    var isOptional = false

    /// Whether the key has one spelling of ours, which can be guessed: none of its characters is escaped.
    fileprivate var isPlain: Bool { !key.contains("\\") }
  }

  /// The variable that notes which members have come.
  let given: String
  /// The constant that holds the keys of all members.
  let names: String
  /// What is wrong with a second value, where that is not a duplicate key.
  var twice: String?
  /// The members, in the order of their numbers.
  var members: [Member] = []
  /// The members that our own writer puts here, in its order.
  var guesses: [Int] = []
  /// What becomes of members that are not declared: the code that reads one, `reader` standing at its key.
  var unknown: Code?
  /// Whether `tag` may be the key of a further member.
  var hasTag = false

  func codes() -> [Code] {
    let next = Code.line("more = try reader.memberFollows(in: bytes)")
    let guesses = guesses.filter { members[$0].isPlain }
    var codes = guesses.flatMap { index -> [Code] in
      let member = members[index]
      let body = member.body + [.line("\(given).insert(\(index))"), next]
      if member.isOptional { return [.block("if more, reader.consumeKey(\(member.key), in: bytes)", body)] }
      return [.line("guard more, reader.consumeKey(\(member.key), in: bytes) else { break inOrder }")] + body
    }
    if guesses.contains(where: { !members[$0].isOptional }) { codes = [.block("inOrder: do", codes)] }
    if hasTag {
      let skipping = [Code.line("try reader.skipValue(in: bytes)"), .line("\(given).insert(\(members.count))"), next]
      codes.insert(.block("if more, let tag, try reader.key(tag, in: bytes)", skipping), at: 0)
    }
    return codes + [.block("while more", anyOrder() + [next])]
  }

  /// ```swift
  /// var given = GivenFields()
  /// ```
  static func noting(_ count: Int, in given: String) -> Code {
    .line("var \(given) = \(count <= 64 ? "GivenFields" : "ManyGivenFields")()")
  }

  /// The same for the members of this object.
  var noting: Code { ObjectReading.noting(members.count + 1, in: given) }

  private func anyOrder() -> [Code] {
    var arguments = ["of: Self.\(names)", "noting: &\(given)"]
    if hasTag { arguments.append("besides: tag") }
    if let twice { arguments.append("twice: .\(twice)") }
    var cases = members.enumerated().map { (label: "case \($0)", body: $1.call ?? $1.body) }
    if hasTag { cases.append((label: "case \(members.count)", body: [.line("try reader.skipValue(in: bytes)")])) }
    if let unknown {
      if cases.isEmpty { return [unknown] }
      arguments.append("lenient: true")
      cases.append((label: "default", body: [unknown]))
    } else {
      cases[cases.count - 1].label = "default"
    }
    let readField = "try reader.readField(\((arguments + ["in: bytes"]).joined(separator: ", ")))"
    return cases.count == 1 ? [.line("_ = \(readField)")] + cases[0].body : [.switching(readField, cases)]
  }
}
