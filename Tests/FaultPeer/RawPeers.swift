#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Peers that end where no library would.
enum RawPeers {
  /// Writes half a message, the first of two frames, and stays there.
  static func tear(port: UInt16) {
    guard let dealer = RawDealer(port: port), dealer.write(frame: [], more: true),
      dealer.write(frame: Array("half".utf8), more: true)
    else { return Main.say("failed: \(errno)") }
    Main.say("torn")
    _ = readLine()
  }

  /// Takes something of what comes, and so many milliseconds later is gone.
  static func drop(port: UInt16, as type: String, after time: UInt32) {
    guard let peer = RawDealer(port: port, as: type), peer.read(10_000) != nil else {
      return Main.say("failed: \(errno)")
    }
    usleep(time * 1000)
    kill(getpid(), SIGKILL)
  }

  /// So many clients that ask, do not wait for the answer, and are gone without a word.
  static func vanish(port: UInt16, count: Int) {
    for _ in 0..<count {
      guard let dealer = RawDealer(port: port), dealer.write(frame: [], more: true),
        dealer.write(frame: Array("gone".utf8), more: false)
      else { return Main.say("failed: \(errno)") }
    }
    kill(getpid(), SIGKILL)
  }
}
