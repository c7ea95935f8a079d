import Testing
import ZMQWire

@Suite struct FieldNamesTests {
  private static let names: FieldNames = ["x", "xy", "12345678", "123456789", "123456780", "é", "a\"b", ""]

  private func field(_ json: String) throws(JSONFault) -> Int {
    var given = GivenFields()
    return try reading(json) { reader, bytes throws(JSONFault) in
      try reader.readField(of: Self.names, noting: &given, lenient: true, in: bytes)
    }
  }

  @Test(
    "A key names the field whose bytes it has, escapes decoded",
    arguments: [
      (#""x":"#, 0), (#""xy":"#, 1), (#""12345678" : "#, 2), (#""123456789":"#, 3), (#""123456780":"#, 4),
      (#""é":"#, 5), (#""a\"b":"#, 6), (#""":"#, 7), (#""\u0078":"#, 0), (#""1234567\u0038":"#, 2), (#""\u00e9":"#, 5),
    ])
  func found(json: String, number: Int) throws {
    #expect(try field(json) == number)
  }

  @Test(
    "Another key is not taken for a field",
    arguments: ["y", "xyz", "1234567", "123456781", "1234567890", "e", "X"])
  func unknown(key: String) {
    var given = GivenFields()
    let found = fault(in: "\"\(key)\":1") { reader, bytes throws(JSONFault) in
      try reader.readField(of: Self.names, noting: &given, in: bytes)
    }
    #expect(found == JSONFault(.unknownMember, at: 0))
  }

  @Test("A field that has come is not read again, in its place or by name")
  func twice() {
    var given = GivenFields()
    given.insert(1)
    let found = fault(in: "\"xy\":1") { reader, bytes throws(JSONFault) in
      try reader.readField(of: Self.names, noting: &given, twice: .argumentGivenTwice, in: bytes)
    }
    #expect(found == JSONFault(.argumentGivenTwice, at: 0))
  }

  @Test("The first of the fields below a number that has not come", arguments: [1, 2, 63, 64])
  func complete(count: Int) {
    var given = GivenFields()
    #expect(given.firstMissing(below: 0) == nil)
    for field in 0..<count {
      #expect(given.firstMissing(below: count) == field)
      given.insert(field)
    }
    #expect(given.firstMissing(below: count) == nil)
  }

  @Test("More than 64 fields are noted as fewer are")
  func many() throws {
    var given = ManyGivenFields()
    for field in 1..<200 { given.insert(field) }
    #expect(given.firstMissing(below: 200) == 0)
    let first = try reading("\"x\":") { reader, bytes throws(JSONFault) in
      try reader.readField(of: Self.names, noting: &given, in: bytes)
    }
    #expect(first == 0)
    #expect(given.firstMissing(below: 200) == nil)
    let again = fault(in: "\"x\":1") { reader, bytes throws(JSONFault) in
      try reader.readField(of: Self.names, noting: &given, in: bytes)
    }
    #expect(again == JSONFault(.duplicateKey, at: 0))
  }
}
