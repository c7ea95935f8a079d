import SpecModel

/// What frame 0 of a published message may be, as far as the file tells.
struct TopicPattern {
  /// What every topic begins with.
  var prefix: String
  /// Whether something that is only known at run time follows.
  var isOpen: Bool

  /// The pattern of a message that a socket publishes.
  ///
  /// Without a topic, frame 0 is the body: `["ping"` is then a prefix that picks one message.
  init(of message: MessageSpec, topic: TemplateSpec?) {
    if let topic {
      prefix = topic.literalPrefix
      isOpen = !topic.placeholders.isEmpty
    } else {
      prefix = message.layout == .object ? "{\"type\":\"\(message.wireType)\"" : "[\"\(message.wireType)\""
      isOpen = true
    }
  }

  /// Whether some topic of this pattern begins with one of the subscriptions.
  func mayMatch(_ subscriptions: PrefixIndex) -> Bool {
    subscriptions.hasBeginning(of: prefix) || (isOpen && subscriptions.hasText(beginningWith: prefix))
  }
}
