import Foundation
import SpecCompiler
import SpecModel
import Testing

@testable import ZMQVerify

/// The lists of frames in Docs/Protocols, read as text and held against what libzmq delivered: not the derivation
/// against itself, but the page against the world.
@Suite(.serialized)
struct PageFramesTests {
  @Test("every IN and OUT of a page is what was sent and what was delivered", arguments: GalleryVerificationTests.files)
  func page(_ file: String) throws {
    let bytes = try Data(contentsOf: GalleryVerificationTests.folder.appending(path: file))
    let spec = try #require(Compiler.compile(Array(bytes), name: file).spec)
    let lists = try PageFrames.lists(on: file.replacing(".yaml", with: ".md"))
    let verification = try Verification(spec, over: .tcp, limit: .seconds(5))
    let chains = spec.chains.indices.filter { !spec.chains[$0].steps.isEmpty }
    #expect(lists.count == chains.count)
    for (index, list) in zip(chains, lists) {
      let chain = spec.chains[index]
      var seen: Set<String> = []
      for hop in verification.chains[index].ways.flatMap(\.hops) {
        let message = spec[chain.steps[hop.step].message]
        let line = try #require(list[hop.label], "\(chain.name), \(hop.label)")
        seen.insert(hop.label)
        switch hop.outcome {
        case .delivered(let frames):
          check(line.sent, hop.sent, message, "\(chain.name), \(hop.label) IN")
          check(try #require(line.received), frames, message, "\(chain.name), \(hop.label) OUT")
        case .lost:
          #expect(line.received == nil)
        case .nothing, .unheard, .refused, .notPlayed:
          Issue.record("\(chain.name), \(hop.label): \(hop.outcome)")
        }
      }
      // Nothing is on the page that was not played.
      #expect(seen == Set(list.keys))
    }
  }

  /// Frames as the page has them against frames as they were: as many, and what the page tells of each is true.
  private func check(_ shown: [String], _ frames: [[UInt8]], _ message: MessageSpec, _ place: String) {
    guard shown.count == frames.count else {
      Issue.record("\(place): the page has \(shown), libzmq \(frames)")
      return
    }
    for (text, bytes) in zip(shown, frames) {
      #expect(PageFrames.tells(text, of: bytes, message), "\(place): \(text) \(bytes)")
    }
  }

  @Test("a page that lies is caught")
  func lies() throws {
    let message = MessageSpec(name: NameSpec("ping", at: .beginning), wireType: "ping", wireTypeRange: .beginning)
    let body = Array("[\"ping\",[5],{}]".utf8)
    #expect(PageFrames.tells("'ping, [count], {}'", of: body, message))
    #expect(!PageFrames.tells("'pong, [count], {}'", of: body, message))
    #expect(!PageFrames.tells("''", of: body, message) && PageFrames.tells("''", of: [], message))
    #expect(PageFrames.tells("\"MDPW01\"", of: Array("MDPW01".utf8), message))
    #expect(!PageFrames.tells("\"MDPW01\"", of: Array("MDPC01".utf8), message))
    #expect(PageFrames.tells("0x0102", of: [1, 2], message) && !PageFrames.tells("0x01", of: [2], message))
    #expect(
      PageFrames.split("['', client, 'a, [b, c], {}', <0x01, x>, \"y, z\"]") == [
        "''", "client", "'a, [b, c], {}'", "<0x01, x>", "\"y, z\"",
      ])
  }
}

/// Reads the lists of frames of a page.
enum PageFrames {
  /// What the page has of a hop; nothing is received where the message is lost.
  struct Line {
    var sent: [String] = []
    var received: [String]?
  }

  /// For each drawing of a page, what stands under each label: `1`, `2b`.
  static func lists(on page: String) throws -> [[String: Line]] {
    let file = GalleryVerificationTests.folder.deletingLastPathComponent().appending(path: "Docs/Protocols/\(page)")
    let text = try String(contentsOf: file, encoding: .utf8)
    let blocks = text.split(separator: "\n```" as Substring, omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    return blocks.compactMap { block in
      var list: [String: Line] = [:]
      for line in block.split(separator: "\n") {
        guard let found = line.firstMatch(of: /^    (\d+[a-z]*) (IN |OUT): (.*)$/) else { continue }
        let label = String(found.1)
        let frames = found.3.hasPrefix("[") ? split(String(found.3)) : nil
        if found.2 == "IN " { list[label, default: Line()].sent = frames ?? [] }
        if found.2 == "OUT" { list[label, default: Line()].received = frames }
      }
      return list.isEmpty ? nil : list
    }
  }

  /// The frames of a list; what stands behind it, at the right, is left out.
  static func split(_ text: String) -> [String] {
    var frames = [""]
    var depth = 0
    var quote: Character?
    for character in text.dropFirst() {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "[{<".contains(character) {
        depth += 1
      } else if "]}>".contains(character) {
        depth -= 1
        if depth < 0 { break }
      } else if character == ",", depth == 0 {
        frames.append("")
        continue
      } else if character == " ", frames.last == "" {
        continue
      }
      frames[frames.count - 1].append(character)
    }
    return frames == [""] ? [] : frames
  }

  /// Whether what the page says of a frame is true of its bytes.
  static func tells(_ text: String, of bytes: [UInt8], _ message: MessageSpec) -> Bool {
    if text == "''" { return bytes.isEmpty }
    if text.hasPrefix("\"") { return Array(text.dropFirst().dropLast().utf8) == bytes }
    if text.hasPrefix("0x") {
      let digits = Array(text.dropFirst(2))
      let constant = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      }
      return constant == bytes
    }
    if text.hasPrefix("'") {
      // JSON, and where its type stands in it, that type.
      guard let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) else {
        return false
      }
      guard message.layout.builtIn != nil else { return true }
      let type = (value as? [Any])?.first as? String ?? (value as? [String: Any])?["type"] as? String
      return type == message.wireType && text.contains(message.wireType)
    }
    // A name stands for bytes that the page does not tell.
    return true
  }
}
