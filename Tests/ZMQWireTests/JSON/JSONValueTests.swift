import Testing
import ZMQWire

@Suite struct JSONValueTests {
  private func value(_ text: String) throws(JSONFault) -> JSONValue {
    try reading(text) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes) }
  }

  @Test(
    "A number is the narrowest kind that holds it exactly",
    arguments: [
      ("5", .int(5)), ("-0", .int(0)), ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
      ("9223372036854775808", .uint(1 << 63)), ("18446744073709551615", .uint(.max)),
      ("18446744073709551616", .double(0x1p64)),
      ("-9223372036854775809", .double(-0x1p63)), ("5.0", .double(5)), ("1e2", .double(100)), (" 0.5 ", .double(0.5)),
    ] as [(String, JSONValue)])
  func numbers(text: String, expected: JSONValue) throws {
    #expect(try value(text) == expected)
  }

  @Test("A tree keeps its kinds and the order of its members, and is written as it was")
  func trees() throws {
    let text = #"{"z":[null,true,false,1,-2.5,"é\n"],"a":{"b":{},"c":[]},"":18446744073709551615}"#
    let tree = try value(text)
    #expect(
      tree == [
        "z": [nil, true, false, 1, -2.5, "é\n"], "a": ["b": [:], "c": []], "": .uint(.max),
      ])
    #expect(try written { writer throws(UnencodableValue) in try writer.write(tree) } == text)
    #expect(tree["z"]?[3] == 1)
    #expect(tree["z"]?[6] == nil)
    #expect(tree["z"]?[-1] == nil)
    #expect(tree["y"] == nil)
    #expect(tree[0] == nil)
    #expect(tree["a"]?["b"] == [:])
  }

  @Test("Values are equal if they were written alike")
  func equality() {
    #expect(JSONValue.int(5) != .double(5))
    #expect(["a": 1, "b": 2] as JSONValue != ["b": 2, "a": 1])
    #expect(JSONValue(UInt64(5)) == .int(5))
    #expect(JSONValue(UInt64.max) == .uint(.max))
    #expect(Set<JSONValue>([1, 1, "1", 1.0]).count == 3)
  }

  @Test("Random trees survive being written and read")
  func roundTrips() throws {
    var generator = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let tree = randomTree(depth: 4, using: &generator)
      let text = try written { writer throws(UnencodableValue) in try writer.write(tree) }
      #expect(try value(text) == tree)
      #expect(fault(in: text) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) } == nil)
    }
  }

  private func randomTree(depth: Int, using generator: inout SplitMix) -> JSONValue {
    let bits = generator.next()
    switch bits % (depth == 0 ? 6 : 8) {
    case 0: return .null
    case 1: return .bool(bits & 256 == 0)
    case 2: return .int(Int64(bitPattern: generator.next()))
    case 3: return JSONValue(generator.next())
    case 4:
      let value = Double(bitPattern: generator.next())
      return .double(value.isFinite ? value : 0.5)
    case 5: return .string(String(bits, radix: 36) + "\"\\\n€")
    case 6: return .array((0..<Int((bits >> 8) % 5)).map { _ in randomTree(depth: depth - 1, using: &generator) })
    default:
      let count = Int((bits >> 8) % 15)
      return .object((0..<count).map { .init("key \($0)", randomTree(depth: depth - 1, using: &generator)) })
    }
  }
}
