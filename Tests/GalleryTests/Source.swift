/// What a published protocol shows of itself: the socket types, and the frames of each message.
///
/// Written from the source that is cited, never from what zmqspec derives: the two are compared.
struct Source {
  /// The file in `protocols`, without `.yaml`.
  let file: String
  /// Where the source says so.
  let citation: String
  /// The socket types that it asks for, by `Process.socket` of our file.
  let sockets: KeyValuePairs<String, String>
  /// Its messages.
  let messages: [Shown]

  /// A message as a source shows it.
  struct Shown {
    /// Its name in our file.
    let message: String
    /// Its name in the source, and where there is more than one place, which.
    let title: String
    /// Which file or section, where that is not said by `citation`.
    let place: String?
    /// For each hop of its way, in order: each frame on the wire in the article's notation, and beside it what the
    /// source says of it.
    let hops: [KeyValuePairs<String, String>]

    init(_ message: String, _ title: String, in place: String? = nil, wire: KeyValuePairs<String, String>) {
      self.init(message, title, in: place, hops: [wire])
    }

    init(_ message: String, _ title: String, in place: String? = nil, hops: [KeyValuePairs<String, String>]) {
      self.message = message
      self.title = title
      self.place = place
      self.hops = hops
    }
  }

  /// Every source, in the order of its file.
  static let all = [
    pingPong, pingPongRouter, sharedQueue, zap, majordomo, majordomo2, majordomo2Libmdp, majordomo2Zproto, zre,
    clusteredHashmap,
    paranoidPirate, freelance, subscriptions, socketMonitor, mosaik, bitcoin,
    jupyter, zerorpc, ironhouse,
  ]
}
