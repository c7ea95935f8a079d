/// A place of a protocol file that has keys of its own.
///
/// Any place also takes keys that begin with `x-`, which are kept for other tools.
public enum LanguagePlace: String, Sendable, Hashable, CaseIterable {
  /// The top of the file.
  case file
  /// An entry of `processes`.
  case process
  /// An entry of `sockets`.
  case socket
  /// An entry of `types`.
  case type
  /// An entry of `messages`.
  case message
  /// A field that is written as a mapping.
  case field
  /// An entry of `layouts`.
  case layout
  /// An entry of `chains`.
  case chain
  /// An entry of `steps`, beside its arrow.
  case step
  /// An entry of `hops` of a step.
  case hop

  /// The keys that may stand here, in the order in which a file should have them.
  public var keys: [LanguageKey] {
    switch self {
    case .file: Self.fileKeys
    case .process: Self.processKeys
    case .socket: Self.socketKeys
    case .type: Self.typeKeys
    case .message: Self.messageKeys
    case .field: Self.fieldKeys
    case .layout: Self.layoutKeys
    case .chain: Self.chainKeys
    case .step: Self.stepKeys
    case .hop: Self.hopKeys
    }
  }

  /// What may stand here in place of a mapping: `pongs: REQ` for a socket, `count: int` for a field.
  public var shortForms: [ValueShape] {
    switch self {
    case .socket: [.words(LanguageWord.socketTypes)]
    case .field: [.text(.field)]
    case .layout: [.frames]
    case .file, .process, .type, .message, .chain, .step, .hop: []
    }
  }

  /// The name of the place in the middle of a sentence: `a socket`.
  public var phrase: String {
    switch self {
    case .file: "a protocol file"
    case .process: "a process"
    case .socket: "a socket"
    case .type: "a type"
    case .message: "a message"
    case .field: "a field"
    case .layout: "a layout"
    case .chain: "a chain"
    case .step: "a step"
    case .hop: "a hop"
    }
  }
}
