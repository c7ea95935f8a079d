/// What happens in a chain, in the order of time.
enum SceneEvent: Hashable {
  /// A message is sent, over one hop.
  case message(Arrow)
  /// What a process received on one socket makes it send on another; between them it may work.
  case handOff(from: Int, to: Int, work: String?)
  /// A process works, and stays at the socket where it is.
  case work(lifeline: Int, text: String)
  /// Time passes: `2.5 s`.
  case pause(String)
  /// A remark.
  case note(String)
  /// A group begins, under this title: `alt: a worker is ready`.
  case opening(String)
  /// The next branch of the innermost group begins: `else: unknown service`.
  case separator(String)
  /// The innermost group ends.
  case closing
}
