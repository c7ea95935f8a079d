/// A piece of Swift source: what the emitters make and `CodePrinter` lays out.
///
/// It knows just enough of Swift to break lines as swift-format does. Everything else is text.
indirect enum Code: Sendable {
  /// A line as it stands, or several: a text in `"""`.
  case line(String)
  /// An empty line.
  case blank
  /// `/// …`, Markdown; a long line of prose is wrapped.
  case doc(String)
  /// `// …`
  case comment(String)
  /// Pieces one after the other.
  case group([Code])
  /// Pieces one level further to the right.
  case indented([Code])
  /// `head {`, the body, `}`; or `head {}`.
  case block(String, [Code])
  /// `head { body }` on one line, or on three where it is too long.
  case statement(String, String)
  /// `head { parameters in`, the body, `}`; further closures behind it as `} label: { parameters in`.
  case closures([(head: String, parameters: String, body: [Code])])
  /// `(targets) = call { parameters -> (types) in`, the body, `}`; with one target without the brackets, with none the
  /// call alone.
  case results([String], of: String, parameters: String, types: [String], body: [Code])
  /// `left = right`, the right side on a line of its own where both do not fit on one.
  case assignment(String, String)
  /// `head = [items]`, broken inside the brackets where it is too long.
  case array(String, [String])
  /// `head(items)tail`, broken behind the bracket where it is too long.
  case call(String, [String], String = ")")
  /// `head(parameters) tail`, broken around the parameters where it is too long.
  case declaration(String, [String], String = ")")
  /// The same with a body in braces.
  case function(String, [String], String, [Code])
  /// A function with type parameters: `head<generics>(parameters) tail {`, broken around either list.
  case generic(String, [String], [String], String, [Code])
  /// `switch subject {`, cases, `}`
  case switching(String, [(label: String, body: [Code])])
  /// `if a { … } else if b { … } else { … }`; a branch without condition is the last one.
  case branches([(condition: String?, body: [Code])])
}

extension Code {
  /// `head { parameters in`, the body, `}`
  static func closure(_ head: String, parameters: String, _ body: [Code]) -> Code {
    .closures([(head, parameters, body)])
  }
}
