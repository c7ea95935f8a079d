/// What stands in a chain, or in a branch of a group, in the order of time.
public indirect enum ChainItemSpec: Sendable, Hashable, Encodable {
  /// The step at this place of `ChainSpec.steps`.
  case step(Int)
  /// `alt`, `opt`, `loop`, `par`, `break`, with what stands inside.
  case group(GroupSpec)
  /// `- note: …`
  case note(NoteSpec)
  /// `- pause: 2.5s`
  case pause(DurationSpec)
  /// `- Worker: rasterise()`
  case work(WorkSpec)
}

/// Steps that belong together: alternatives, repetitions.
///
/// ```
/// +--- [alt: a worker is ready] ---+       branches[0]
/// +- - [else: unknown service] - - +       branches[1]
/// +--------------------------------+
/// ```
public struct GroupSpec: Sendable, Hashable, Encodable {
  /// What kind of group it is.
  public enum Kind: String, Sendable, Hashable, Encodable, CaseIterable {
    /// One of its branches happens; the sender of the branches' first messages decides which.
    case alt
    /// Its only branch happens or does not.
    case opt
    /// Its only branch happens again and again, or not at all.
    case loop
    /// All its branches happen, at the same time.
    case par
    /// Its only branch may happen, and ends the group (or the chain) around it.
    case `break`
  }

  /// A way that things can go.
  public struct Branch: Sendable, Hashable, Encodable {
    /// The prose behind the key; empty for a branch of `par`.
    public var condition: String
    /// What happens, in the order of time.
    public var items: [ChainItemSpec]
    /// The key, or for `par` the first character of the branch.
    public var range: SourceRange

    /// A branch.
    public init(condition: String, items: [ChainItemSpec], range: SourceRange) {
      self.condition = condition
      self.items = items
      self.range = range
    }
  }

  /// What kind of group it is.
  public var kind: Kind
  /// `about:`, Markdown.
  public var about: String?
  /// For `alt` the first and each `else`, for `par` each list, otherwise one.
  public var branches: [Branch]
  /// The key that opens it.
  public var range: SourceRange
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A group.
  public init(
    _ kind: Kind, about: String? = nil, branches: [Branch], range: SourceRange, extensions: [ExtensionSpec] = []
  ) {
    self.kind = kind
    self.about = about
    self.branches = branches
    self.range = range
    self.extensions = extensions
  }
}

/// A remark between steps.
public struct NoteSpec: Sendable, Hashable, Encodable {
  /// The remark.
  public var text: String
  /// Where it is written.
  public var range: SourceRange

  /// A remark.
  public init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// Work inside a process, between what it receives and what it sends.
public struct WorkSpec: Sendable, Hashable, Encodable {
  /// Who works.
  public var process: ProcessID
  /// What it does, as written: `rasterise()`.
  public var text: String
  /// Where it is written.
  public var range: SourceRange

  /// Work of a process.
  public init(_ process: ProcessID, _ text: String, range: SourceRange) {
    self.process = process
    self.text = text
    self.range = range
  }
}
