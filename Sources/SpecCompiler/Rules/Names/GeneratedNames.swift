/// The names that no declaration of a protocol can have in Swift.
///
/// What else generated code names gives way, or stands with its module: a message may be called `error` or `string`.
enum GeneratedNames {
  /// What Swift does not let a nested type be called, and the modules that generated code names.
  static let types: Set<String> = ["Any", "Protocol", "Self", "Swift", "Type", "ZMQRuntime", "ZMQWire"]
}
