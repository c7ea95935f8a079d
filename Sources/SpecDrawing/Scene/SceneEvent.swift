/// What happens in a chain, in the order of time.
///
/// Hand-offs within a process, pauses and groups take their places here when the language has them.
enum SceneEvent: Hashable {
  /// A message is sent.
  case message(Arrow)
}
