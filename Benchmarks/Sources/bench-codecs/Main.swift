import Foundation

/// Reads and writes payloads for as long as it is told to: the driver gives a line a round on standard input and reads
/// the nanoseconds a message on standard output.
///
///     bench-codecs PAYLOADS
///     generated decode order compact 200        →  231.4
@main struct BenchCodecs {
  static func main() throws {
    let folder = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? ".")
    var contestants: [String: Contestant] = [:]
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 5, let payload = Payload(rawValue: words[2]), let rounds = Int(words[4]) else {
        throw BadRound(line: line)
      }
      let name = "\(words[0]) \(payload) \(words[3])"
      if contestants[name] == nil {
        let bodies = try read(folder.appendingPathComponent("\(payload).\(words[3])"))
        contestants[name] = try make(words[0], bodies, payload)
      }
      guard let contestant = contestants[name] else { throw BadRound(line: line) }
      let bodies = try read(folder.appendingPathComponent("\(payload).\(words[3])")).count
      var sum = 0
      let start = ContinuousClock.now
      if words[1] == "decode" {
        for _ in 0..<rounds { sum &+= try contestant.decode() }
      } else {
        for _ in 0..<rounds { sum &+= try contestant.encode() }
      }
      let spent = (ContinuousClock.now - start) / .nanoseconds(1)
      guard sum != 0 else { throw BadRound(line: line) }
      FileHandle.standardOutput.write(Data("\(spent / Double(rounds * bodies))\n".utf8))
    }
  }

  private static func make(_ name: String, _ bodies: [[UInt8]], _ payload: Payload) throws -> Contestant {
    switch name {
    case "generated": try Generated.contestant(bodies: bodies, of: payload)
    case "generated-views": try Generated.views(bodies: bodies, of: payload)
    case "foundation": try FoundationJSON.contestant(bodies: bodies, of: payload)
    case "protobuf": try ProtocolBuffers.contestant(bodies: bodies, of: payload)
    default: throw BadRound(line: name)
    }
  }

  /// The bodies in a file: of each its size in four bytes, little-endian, then its bytes.
  private static func read(_ file: URL) throws -> [[UInt8]] {
    let bytes = [UInt8](try Data(contentsOf: file))
    var bodies: [[UInt8]] = []
    var start = 0
    while start + 4 <= bytes.count {
      let size = bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
      bodies.append(Array(bytes[start + 4..<start + 4 + size]))
      start += 4 + size
    }
    return bodies
  }
}

/// A line that asks for what nobody here can do.
struct BadRound: Error { let line: String }
