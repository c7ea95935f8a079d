/// A tree of constants and values in a frame of the codecs `json` and `msgpack`: `[ 0, $id, [ $type, $args, $kwargs ] ]`.
public indirect enum TreeTemplateSpec: Sendable, Hashable, Encodable {
  /// Always this value.
  case constant(ValueSpec)
  /// The value of a field, or what belongs to the message: `$id`, `$type`.
  case value(TemplateReference)
  /// A list of these.
  case list([Item])
  /// An object with these members.
  case object([Member])

  /// What stands in a list.
  public enum Item: Sendable, Hashable, Encodable {
    /// One element.
    case element(TreeTemplateSpec)
    /// `$args...`: each element of a list, in place.
    case spread(TemplateReference)
  }

  /// What stands in an object.
  public enum Member: Sendable, Hashable, Encodable {
    /// A key with its value.
    case member(key: NameSpec, value: TreeTemplateSpec)
    /// `$kwargs...`: each member of an object, in place.
    case spread(TemplateReference)
  }
}

/// What stands in a frame, or in a packed item, that is one scalar.
public enum ScalarTemplateSpec: Sendable, Hashable, Encodable {
  /// Always this value, a text or an integer, and how it is written: `MDPW01`, `0x02`.
  case constant(ValueSpec, text: String)
  /// The value of a field, or what belongs to the message: `$signature`, `$type`.
  case value(TemplateReference)
}

/// A `$name` in a layout.
public struct TemplateReference: Sendable, Hashable, Encodable {
  /// What it stands for.
  public enum Target: Sendable, Hashable, Encodable {
    /// `$type`, the message's type on the wire.
    case type
    /// `$args`, its positional arguments as a list.
    case args
    /// `$kwargs`, its keyword arguments as an object.
    case kwargs
    /// `$data`, its only argument; null for none, an object of all for several.
    case data
    /// The layout's field at this place of `LayoutSpec.fields`.
    case field(Int)
    /// An argument, which every message with the layout has.
    case argument(String)
  }

  /// What it stands for.
  public var target: Target
  /// The name as written, without `$` and `...`.
  public var name: String
  /// Where it is written.
  public var range: SourceRange

  /// A reference.
  public init(_ target: Target, name: String, at range: SourceRange) {
    self.target = target
    self.name = name
    self.range = range
  }
}
