/// A protocol with every reference resolved: the waist between the YAML and everything made from it.
///
/// Lists keep the order of declaration. What a human wrote in prose is Markdown, verbatim. Frames are
/// not stored: `frames(of:)` derives them from the socket types.
public struct ProtocolSpec: Sendable, Hashable, Encodable {
  /// `protocol:`, the name of the whole.
  public var name: NameSpec
  /// `version:`, the author's semantic version.
  public var version: String?
  /// `title:`, one line for headings; the name where there is none.
  public var title: String?
  /// `about:`, Markdown.
  public var about: String?
  /// `layout:`, how messages become frames where they do not say otherwise.
  public var layout: LayoutReference
  /// Who takes part.
  public var processes: [ProcessSpec]
  /// The file's own layouts.
  public var layouts: [LayoutSpec]
  /// The declared types.
  public var types: [TypeSpec]
  /// What can be said.
  public var messages: [MessageSpec]
  /// Who says what to whom, in which order.
  public var chains: [ChainSpec]
  /// `x-…` keys, kept for other tools.
  public var extensions: [ExtensionSpec]

  /// A protocol from its resolved parts.
  public init(
    name: NameSpec, version: String? = nil, title: String? = nil, about: String? = nil,
    layout: LayoutReference = .triple, processes: [ProcessSpec] = [], layouts: [LayoutSpec] = [],
    types: [TypeSpec] = [], messages: [MessageSpec] = [], chains: [ChainSpec] = [],
    extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.about = about
    self.layout = layout
    self.processes = processes
    self.layouts = layouts
    self.types = types
    self.messages = messages
    self.chains = chains
    self.extensions = extensions
  }

  /// The process with this id.
  public subscript(id: ProcessID) -> ProcessSpec { processes[id.index] }
  /// The socket with this id.
  public subscript(id: SocketID) -> SocketSpec { processes[id.process.index].sockets[id.index] }
  /// The message with this id.
  public subscript(id: MessageID) -> MessageSpec { messages[id.index] }
  /// The layout of the file's own with this id.
  public subscript(id: LayoutID) -> LayoutSpec { layouts[id.index] }
  /// The declared type with this id.
  public subscript(id: TypeID) -> TypeSpec { types[id.index] }

  /// All processes, in the order of declaration.
  public var processIDs: [ProcessID] { processes.indices.map(ProcessID.init) }
  /// All sockets, in the order of declaration.
  public var socketIDs: [SocketID] {
    processIDs.flatMap { process in self[process].sockets.indices.map { SocketID(process, $0) } }
  }
  /// All messages, in the order of declaration.
  public var messageIDs: [MessageID] { messages.indices.map(MessageID.init) }
}

/// A name, and where it is declared.
public struct NameSpec: Sendable, Hashable, Encodable, CustomStringConvertible {
  /// The name as written.
  public var text: String
  /// Where it is declared.
  public var range: SourceRange

  /// A name declared at `range`.
  public init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }

  /// The name as written.
  public var description: String { text }
}

/// An `x-…` key with its value, kept as it stands.
public struct ExtensionSpec: Sendable, Hashable, Encodable {
  /// The key, `x-` included.
  public var key: NameSpec
  /// The value.
  public var value: ValueSpec

  /// An extension key with its value.
  public init(key: NameSpec, value: ValueSpec) {
    self.key = key
    self.value = value
  }
}
