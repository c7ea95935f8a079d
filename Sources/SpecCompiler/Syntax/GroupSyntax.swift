import SpecModel

/// A group of a chain as written: `- alt the scene is drawn: …`, `else no worker answers: …`.
struct GroupSyntax: Sendable, Hashable {
  /// A way that things can go.
  struct Branch: Sendable, Hashable {
    /// The prose behind the key.
    var condition: String
    /// What happens.
    var items: [ChainItemSyntax]
    /// The key; for `par` the branch's first character.
    var range: SourceRange
  }

  /// What kind of group it is.
  var kind: GroupSpec.Kind
  /// `about:`
  var about: String?
  /// Its branches; never empty.
  var branches: [Branch]
  /// The key that opens it.
  var range: SourceRange
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []

  /// The first word of a key that opens a group or a further branch of one.
  enum Word: Hashable {
    /// `alt`, `opt`, `loop`, `par`, `break`
    case kind(GroupSpec.Kind)
    /// `else`
    case otherwise

    /// The first word of a key; nil where it opens no group.
    init?(_ key: String) {
      let word = String(key.prefix { $0 != " " })
      if word == "else" {
        self = .otherwise
      } else if let kind = GroupSpec.Kind(rawValue: word) {
        self = .kind(kind)
      } else {
        return nil
      }
    }
  }
}

extension Findings {
  /// A group, or nil after reporting.
  mutating func group(_ entries: [YAMLEntry], _ node: YAMLNode) -> GroupSyntax? {
    guard let opening = entries.first(where: { GroupSyntax.Word($0.key.text) != nil }),
      case .kind(let kind) = GroupSyntax.Word(opening.key.text)
    else {
      error(
        Code.groupForm, at: entries.first?.keyRange ?? node.range, "`else` stands here without its `alt`",
        help: "write it below the steps of the `alt`, in line with the word `alt`, without a hyphen of its own")
      return nil
    }
    var group = GroupSyntax(kind: kind, branches: [], range: opening.keyRange)
    for entry in entries {
      let word = GroupSyntax.Word(entry.key.text)
      if entry.keyRange == opening.keyRange {
        group.branches += branches(entry, kind)
      } else if word == .otherwise, kind == .alt {
        group.branches += branches(entry, kind)
      } else if entry.key.text == "about" {
        group.about = text(entry.value, "`about`")?.text
      } else if entry.key.text.hasPrefix("x-") {
        group.extensions.append(ExtensionSpec(key: entry.name, value: ValueSpec(kept: entry.value)))
      } else {
        reportStranger(entry, word, in: group)
      }
    }
    return group.branches.isEmpty ? nil : group
  }

  private mutating func reportStranger(_ entry: YAMLEntry, _ word: GroupSyntax.Word?, in group: GroupSyntax) {
    let opening = Prose.key(group.kind.rawValue)
    let help: String
    switch word {
    case .otherwise: help = "only an `alt` has `else`; make the group an `alt`, or begin a step with `- `"
    case .kind: help = "begin each group with `- `"
    case nil:
      help = "beside \(opening) stand \(group.kind == .alt ? "`else …`, " : "")`about` and keys that begin with `x-`"
    }
    error(
      Code.groupForm, at: entry.keyRange, "\(Prose.key(entry.key.text)) cannot stand beside \(opening)", help: help,
      notes: [Diagnostic.Note("\(opening) stands here", at: group.range)])
  }

  /// The branches under a key: one, or for `par` as many as its list has lists.
  private mutating func branches(_ entry: YAMLEntry, _ kind: GroupSpec.Kind) -> [GroupSyntax.Branch] {
    let word = entry.key.text.prefix { $0 != " " }
    let condition = String(entry.key.text.dropFirst(word.count).drop { $0 == " " })
    let what = "the steps of \(Prose.key(String(word)))"
    guard kind == .par else {
      guard let items = chainItems(entry.value, what) else { return [] }
      if items.isEmpty { reportEmpty("under \(Prose.key(String(word)))", at: entry.range) }
      return [GroupSyntax.Branch(condition: condition, items: items, range: entry.keyRange)]
    }
    let help = "write a list of steps for each branch: `- [ { A -> B: m } ]`"
    guard let nodes = items(entry.value, "the branches of `par`", help: help) else { return [] }
    if nodes.count < 2 {
      error(
        Code.groupForm, at: entry.keyRange, "`par` needs at least two branches, found \(nodes.count)", help: help)
    }
    var branches: [GroupSyntax.Branch] = []
    for (index, node) in nodes.enumerated() {
      guard let items = items(node, "a branch of `par`", help: help).map({ _ in chainItems(node, what) ?? [] }) else {
        continue
      }
      if items.isEmpty { reportEmpty("in each branch of `par`", at: node.range) }
      branches.append(
        GroupSyntax.Branch(
          condition: index == 0 ? condition : "", items: items,
          range: SourceRange(node.range.start, node.range.start)))
    }
    return branches
  }

  private mutating func reportEmpty(_ place: String, at range: SourceRange) {
    error(
      Code.emptyValue, at: range, "expected at least one step \(place), found none",
      help: "write what happens, if only `- note: Nothing is sent.`")
  }
}
