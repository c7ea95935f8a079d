// The keys of chains and steps.

extension LanguagePlace {
  static let chainKeys: [LanguageKey] = [
    LanguageKey(
      "title", "One line for headings; default: made from the name", .text(.line), example: "Rendering a scene"),
    LanguageKey(
      "about", "How the processes behave, and why, in Markdown", .text(.markdown), example: "The pong process ends."),
    LanguageKey(
      "steps", "The steps, in order", .steps, example: "[ { PingProc -> PongProc: ping } ]", isRequired: true),
  ]

  static let stepKeys: [LanguageKey] = [
    LanguageKey(
      "within", "On a reply: how long the one who asked waits for it", .text(.duration), example: "2s", beside: "<-"),
    LanguageKey("final", "The process that ends with this message", .text(.name), example: "PongProc"),
    LanguageKey(
      "in", "The sent frames as you believe them; checked", .list(of: .text(.frame)), example: "[ 'ping, count' ]"),
    LanguageKey(
      "out", "The received frames as you believe them; checked", .list(of: .text(.frame)),
      example: "[ ping_uuid, '', 'ping, count' ]"),
    LanguageKey("topic", "Frame 0 of this published message", .text(.template), example: "\"weather.{city}\""),
    LanguageKey(
      "about", "What happens here, in Markdown", .text(.markdown), example: "The count is sent with each message."),
    LanguageKey(
      "answers", "The request that a reply answers, where several are open", .text(.name), example: "ping",
      beside: "<-"),
    LanguageKey(
      "hops", "The frames at every hop of an arrow through a proxy", .list(of: .place(.hop), atLeast: 1),
      example: "[ { in: [ 'ping, count' ] } ]"),
    LanguageKey(
      "lost", "Whether the message is lost on the way", .flag, example: "true"),
    LanguageKey(
      "every", "The runtime sends the message by itself, this often", .text(.duration), example: "1s",
      beside: "->"),
  ]

  static let hopKeys: [LanguageKey] = [
    LanguageKey(
      "in", "The sent frames as you believe them; checked", .list(of: .text(.frame)), example: "[ 'ping, count' ]"),
    LanguageKey(
      "out", "The received frames as you believe them; checked", .list(of: .text(.frame)),
      example: "[ ping_uuid, '', 'ping, count' ]"),
  ]

  /// The arrows, each between the ends that it names; behind it stands the message. An example is the whole key.
  public static let arrows: [LanguageKey] = [
    LanguageKey("->", "Sends a message", .text(.name), example: "PingProc -> PongProc"),
    LanguageKey(
      "<-", "Answers the open request on that pair of sockets", .text(.name), example: "PingProc <- PongProc"),
  ]

  /// Work inside a process: behind the name of any process stands what it does.
  public static let work = LanguageKey("Worker", "Work inside a process", .text(.work), example: "rasterise()")

  /// What may stand in place of an arrow, by its first word: the groups and the steps without a message. A
  /// group's example is its whole key.
  public static let stepForms: [LanguageKey] = [
    LanguageKey("alt", "Alternatives, of which one happens", .steps, example: "alt the scene is drawn"),
    LanguageKey("else", "A further alternative", .steps, example: "else no worker answers"),
    LanguageKey("opt", "Steps that may happen", .steps, example: "opt the cache is cold"),
    LanguageKey("loop", "Steps that happen again and again", .steps, example: "loop for each scene"),
    LanguageKey("par", "Steps that happen at the same time", .list(of: .steps, atLeast: 2), example: "par"),
    LanguageKey("break", "Steps that end the group around them", .steps, example: "break after 3 s of silence"),
    LanguageKey(
      "note", "A remark between steps", .text(.line), example: "The cache is warm now."),
    LanguageKey(
      "pause", "A span of time in which nothing is said", .text(.duration), example: "2.5s"),
  ]
}
