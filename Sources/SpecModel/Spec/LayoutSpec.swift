/// How a message's type and fields are put into body frames.
public enum LayoutSpec: String, Sendable, Hashable, Encodable, CaseIterable {
  /// `["ping",[5],{}]`: type, positional arguments, keyword arguments.
  case triple
  /// `["ping",5]`: type and data: the only field's value, null for none, an object for several.
  case pair
  /// `["ping",5,6]`: type, then each positional argument.
  case list
  /// `{"type":"ping","count":5}`: every field by its name, beside the type.
  case object
}
