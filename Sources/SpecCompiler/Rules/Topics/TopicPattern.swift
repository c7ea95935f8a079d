import SpecModel

/// What frame 0 of a published message may be, as far as the file tells.
struct TopicPattern {
  /// What every topic begins with.
  var prefix: String
  /// Whether something that is only known at run time follows.
  var isOpen: Bool

  /// The pattern of a message that a socket publishes.
  ///
  /// Without a topic, frame 0 is that of the body: `["ping"` is then a prefix that picks one message.
  init(of message: MessageSpec, topic: TemplateSpec?, in spec: ProtocolSpec) {
    if let topic {
      prefix = topic.literalPrefix
      isOpen = !topic.placeholders.isEmpty
      return
    }
    switch message.layout {
    case .builtIn(.object): (prefix, isOpen) = ("{\"type\":\"\(message.wireType)\"", true)
    case .builtIn: (prefix, isOpen) = ("[\"\(message.wireType)\"", true)
    case .declared(let id):
      let text = spec[id].frames.first.flatMap { TopicPattern.constantText(of: $0, message) }
      (prefix, isOpen) = (text ?? "", text == nil)
    }
  }

  /// The text that a frame always has, or nil.
  private static func constantText(of frame: FrameSpec, _ message: MessageSpec) -> String? {
    switch frame.content {
    case .scalar(.text, .constant(let value, _)):
      if case .string(let text) = value.content { text } else { nil }
    case .scalar(.text, .value(let reference)) where reference.target == .type: message.wireType
    case .natural(let reference) where reference.target == .type && message.wireNumber == nil: message.wireType
    default: nil
    }
  }

  /// Whether some topic of this pattern begins with one of the subscriptions.
  func mayMatch(_ subscriptions: PrefixIndex) -> Bool {
    subscriptions.hasBeginning(of: prefix) || (isOpen && subscriptions.hasText(beginningWith: prefix))
  }
}
