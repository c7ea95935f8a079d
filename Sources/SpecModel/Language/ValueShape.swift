/// What may stand behind a key of the protocol language.
///
/// The language's JSON Schema is made of these, so that an editor completes and refuses what the compiler
/// accepts and refuses.
public indirect enum ValueShape: Sendable, Hashable {
  /// A text of some form: `ping-pong`, `250ms`, `optional<int>`.
  case text(TextShape)
  /// One of some words.
  case words([LanguageWord])
  /// `true` or `false`.
  case flag
  /// A number.
  case number
  /// Any value: the default of a field, whose type decides.
  case any
  /// A list whose items have this shape, at least so many.
  case list(of: ValueShape, atLeast: Int = 0)
  /// One value of this shape, or a list of them.
  case oneOrSeveral(ValueShape)
  /// A value of one of these shapes.
  case anyOf([ValueShape])
  /// A mapping whose keys are names that the author makes up.
  case table(of: ValueShape)
  /// A mapping whose keys are names that the author makes up, and behind each of them what stands at a place.
  case entries(of: LanguagePlace)
  /// Fields by name, of which the last may be `rest...: type`.
  case arguments
  /// What stands at a place.
  case place(LanguagePlace)
  /// libzmq options by name, each with the value that `OptionKey.all` says.
  case options
  /// A list of frames, as `text: MDPW01`, `json: [ $type, $data ]`, `$args...`.
  case frames
  /// A list of steps: arrows with the keys of `LanguagePlace.step`, and what `LanguagePlace.stepForms` has.
  case steps
}
