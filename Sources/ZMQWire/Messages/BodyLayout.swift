/// The built-in layouts, as far as a codec needs to tell them apart at run time.
public enum BodyLayout: Sendable, Hashable {
  /// `["ping",[5],{}]`
  case triple
  /// `["ping",5]`
  case pair
  /// `["ping",5,6]`
  case list
  /// `{"type":"ping","count":5}`
  case object

  /// What the parts of a body are called in an error: `args[0]` instead of `[1][0]`.
  var names: [(path: JSONPath, name: String)] {
    switch self {
    case .triple: [([.index(1)], "args"), ([.index(2)], "kwargs")]
    case .pair: [([.index(1)], "data")]
    case .list, .object: []
    }
  }
}
