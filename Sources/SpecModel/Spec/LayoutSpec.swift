/// A layout of the file's own: how a message's type and fields are put into body frames.
///
/// ```yaml
/// worker: [ text: MDPW01, uint8: $type, $args... ]
/// ```
public struct LayoutSpec: Sendable, Hashable, Encodable {
  /// The declared name.
  public var name: NameSpec
  /// `about:`, Markdown.
  public var about: String?
  /// `fields:`, headers that every message with this layout has beside its own arguments.
  public var fields: [FieldSpec]
  /// `frames:`, in order.
  public var frames: [FrameSpec]
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A layout from its resolved parts.
  public init(
    name: NameSpec, about: String? = nil, fields: [FieldSpec] = [], frames: [FrameSpec],
    extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.about = about
    self.fields = fields
    self.frames = frames
    self.extensions = extensions
  }
}

extension LayoutSpec {
  /// Every `$name` in its frames, in order.
  public var references: [TemplateReference] { frames.flatMap(\.references) }
}

extension FrameSpec {
  /// Every `$name` in the frame, in order.
  public var references: [TemplateReference] {
    switch content {
    case .json(let tree), .msgpack(let tree): tree.references
    case .natural(let reference), .scalar(_, .value(let reference)): [reference]
    case .scalar(_, .constant), .empty: []
    case .packed(let items):
      items.compactMap { if case .value(let reference) = $0.template { reference } else { nil } }
    }
  }
}

extension TreeTemplateSpec {
  /// Every `$name` in the tree, in order.
  public var references: [TemplateReference] {
    switch self {
    case .constant: []
    case .value(let reference): [reference]
    case .list(let items):
      items.flatMap { item in
        switch item {
        case .element(let tree): tree.references
        case .spread(let reference): [reference]
        }
      }
    case .object(let members):
      members.flatMap { member in
        switch member {
        case .member(_, let tree): tree.references
        case .spread(let reference): [reference]
        }
      }
    }
  }
}

/// The four layouts that are built in.
public enum BuiltInLayout: String, Sendable, Hashable, Encodable, CaseIterable {
  /// `["ping",[5],{}]`: type, positional arguments, keyword arguments.
  case triple
  /// `["ping",5]`: type and data: the only field's value, null for none, an object for several.
  case pair
  /// `["ping",5,6]`: type, then each positional argument.
  case list
  /// `{"type":"ping","count":5}`: every field by its name, beside the type.
  case object
}

/// Which layout a message has.
public enum LayoutReference: Sendable, Hashable, Encodable {
  /// One of the four that are built in.
  case builtIn(BuiltInLayout)
  /// One declared under `layouts`.
  case declared(LayoutID)

  /// `["ping",[5],{}]`
  public static let triple = LayoutReference.builtIn(.triple)
  /// `["ping",5]`
  public static let pair = LayoutReference.builtIn(.pair)
  /// `["ping",5,6]`
  public static let list = LayoutReference.builtIn(.list)
  /// `{"type":"ping","count":5}`
  public static let object = LayoutReference.builtIn(.object)

  /// The built-in layout, or nil for one that is declared.
  public var builtIn: BuiltInLayout? { if case .builtIn(let layout) = self { layout } else { nil } }
  /// The declared layout, or nil for one that is built in.
  public var declared: LayoutID? { if case .declared(let id) = self { id } else { nil } }
}
