import SpecModel
import ZMQWire

/// A message that somebody has pasted: a list of frames on one line.
///
/// ```
/// ["id", "", "[\"ping\",5]"]                    frames as text
/// [{"hex":"006b8b4567"}, "", {"text":"…"}]      or as hexadecimal digits
/// {"frames": [{"hex":"5b22…"}]}                 as `zmqspec vectors` writes it
/// ```
struct PastedMessage {
  /// Where it stands in the input, from 1.
  var line: Int
  /// Its frames, or what is wrong with the line.
  var frames: Result<[[UInt8]], PasteTrouble>

  /// What is wrong with a line.
  struct PasteTrouble: Error {
    var message: String
  }

  /// The messages of a text, one in each line that is not empty.
  static func messages(in bytes: [UInt8]) -> [PastedMessage] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let line = Array(line)
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
      return PastedMessage(line: index + 1, frames: frames(of: line))
    }
  }

  private static func frames(of line: [UInt8]) -> Result<[[UInt8]], PasteTrouble> {
    var reader = JSONReader()
    do throws(JSONFault) {
      var value = try reader.readValue(in: line.span)
      try reader.end(in: line.span)
      if case .object = value { value = value["frames"] ?? .null }
      guard case .array(let elements) = value else { return .failure(PasteTrouble(message: help)) }
      var frames: [[UInt8]] = []
      for element in elements {
        guard let bytes = bytes(of: element) else {
          return .failure(PasteTrouble(message: "frame \(frames.count): \(frameHelp)"))
        }
        frames.append(bytes)
      }
      return .success(frames)
    } catch {
      return .failure(
        PasteTrouble(
          message: "no JSON: byte \(error.offset): expected \(error.expectation), "
            + "found \(found(at: error.offset, in: line)); \(help)"))
    }
  }

  /// What stands at a byte of a line, as far as a message can bear it.
  private static func found(at offset: Int, in line: [UInt8]) -> String {
    if offset >= line.count { return "the end of the line" }
    let rest = String(decoding: line[offset...].prefix(80), as: UTF8.self)
    return JSONText.printable(rest.count > 20 ? rest.prefix(19) + "…" : rest)
  }

  private static let help = "write the frames of a message as a list: `[\"id\", \"\", {\"hex\":\"5b5d\"}]`"
  private static let frameHelp = "expected a text, `{\"text\": …}` or `{\"hex\": …}` with two digits for each byte"

  private static func bytes(of value: JSONValue) -> [UInt8]? {
    switch value {
    case .string(let text): return Array(text.utf8)
    case .object:
      if case .string(let digits)? = value["hex"] { return HexText.decode(digits) }
      if case .string(let text)? = value["text"] { return Array(text.utf8) }
      return nil
    default: return nil
    }
  }
}
