import Foundation
import Testing
import ZMQRuntime

/// What has become of a socket's messages, as a ledger shows it to people: of this program's, or of one that has printed it.
struct Account: CustomStringConvertible {
  /// A number of messages, and what has become of them.
  struct Sum: Equatable, ExpressibleByDictionaryLiteral {
    let total: Int
    let parts: [String: Int]

    /// Exactly these.
    init(dictionaryLiteral parts: (String, Int)...) {
      self.parts = Dictionary(uniqueKeysWithValues: parts.filter { $0.1 > 0 })
      total = parts.map(\.1).reduce(0, +)
    }

    /// `received 12 = 9 answered + 1 refused (notJSON) + 2 in hand`
    fileprivate init?(_ line: String) {
      let sides = line.components(separatedBy: " = ")
      guard let total = sides[0].split(separator: " ").last.flatMap({ Int($0) }) else { return nil }
      self.total = total
      var parts: [String: Int] = [:]
      for part in sides.dropFirst().joined().components(separatedBy: " + ") where !part.isEmpty {
        let words = part.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, let count = Int(words[0]) else { return nil }
        parts[words[1]] = count
      }
      self.parts = parts
    }

    /// Whether every message is in exactly one place.
    var isExact: Bool { total == parts.values.reduce(0, +) }

    /// So many of them.
    subscript(_ part: String) -> Int { parts[part] ?? 0 }
  }

  let received: Sum
  let offered: Sum

  /// The account of each socket, by its name.
  static func all(in lines: [String]) -> [String: Account] {
    var accounts: [String: Account] = [:]
    var socket = ""
    var received: Sum?
    for line in lines.map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("received ") {
        received = Sum(line)
      } else if line.hasPrefix("offered "), let received, let offered = Sum(line) {
        accounts[socket] = Account(received: received, offered: offered)
      } else {
        socket = line.components(separatedBy: " (")[0]
      }
    }
    return accounts
  }

  /// The only account of a process of this program.
  static func only(of process: RunningProcess) async throws -> Account {
    let lines = await process.ledger().description.components(separatedBy: "\n")
    return try #require(all(in: lines).values.first)
  }

  /// Whether both sums are exact.
  var isExact: Bool { received.isExact && offered.isExact }

  var description: String {
    "received \(received.total) = \(received.parts), offered \(offered.total) = \(offered.parts)"
  }
}
