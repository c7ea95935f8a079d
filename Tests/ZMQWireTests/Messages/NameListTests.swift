import Testing

@testable import ZMQWire

@Suite("The names of a message in one literal")
struct NameListTests {
  /// The numbers of the keys of an object, in their order, and what the first that is refused is refused for.
  private func numbers(_ text: String, _ names: StaticString) -> ([Int], JSONFault?) {
    var list = NameList(names)
    var reader = JSONReader()
    var given = GivenFields()
    var numbers: [Int] = []
    let bytes = Array(text.utf8)
    do throws(JSONFault) {
      var more = try reader.beginObject(in: bytes.span)
      while more {
        numbers.append(
          try list.readField(from: &reader, noting: &given, twice: .argumentGivenTwice, in: bytes.span))
        try reader.skipValue(in: bytes.span)
        more = try reader.memberFollows(in: bytes.span)
      }
      return (numbers, nil)
    } catch {
      return (numbers, error)
    }
  }

  @Test(
    "keys come in any order and spelling",
    arguments: [
      (#"{"a":0,"bc":0,"a-b_1":0}"#, [0, 1, 2]), (#"{"a-b_1":0,"bc":0,"a":0}"#, [2, 1, 0]),
      (#"{"bc":0,"a-b_1":0}"#, [1, 2]), (#"{ "a-b_1" : 0 , "a" : 0 }"#, [2, 0]),
      (#"{"b\u0063":0,"\u0061":0}"#, [1, 0]), ("{}", []),
    ])
  func anyOrder(text: String, expected: [Int]) {
    let (numbers, fault) = numbers(text, "a bc a-b_1")
    #expect(numbers == expected)
    #expect(fault == nil)
    #expect(self.numbers(text, "a\nbc a-b_1").0 == expected)
  }

  @Test(
    "any other key is refused, and the second of the same name",
    arguments: [
      (#"{"a":0,"b":0}"#, JSONFault(.unknownMember, at: 7)), (#"{"":0}"#, JSONFault(.unknownMember, at: 1)),
      (#"{"a bc":0}"#, JSONFault(.unknownMember, at: 1)), (#"{"bc a-b_1":0}"#, JSONFault(.unknownMember, at: 1)),
      (#"{"\u0061\u0000":0}"#, JSONFault(.unknownMember, at: 1)), (#"{"a-b_":0}"#, JSONFault(.unknownMember, at: 1)),
      (#"{"bc":0,"bc":0}"#, JSONFault(.argumentGivenTwice, at: 8)),
      (#"{"a":0,"\u0061":0}"#, JSONFault(.argumentGivenTwice, at: 7)), (#"{5:0}"#, JSONFault(.expectedKey, at: 1)),
    ])
  func refused(text: String, expected: JSONFault) { #expect(numbers(text, "a bc a-b_1").1 == expected) }

  @Test("one name alone")
  func alone() {
    #expect(numbers(#"{"field":0}"#, "field").0 == [0])
    #expect(numbers(#"{"fields":0}"#, "field").1 == JSONFault(.unknownMember, at: 1))
    #expect(numbers(#"{"field":0,"field":0}"#, "field").1 == JSONFault(.argumentGivenTwice, at: 11))
  }

  @Test("what is missing is named", arguments: [(0, "a"), (1, "bc"), (2, "a-b_1")])
  func missing(number: Int, name: String) {
    let list = NameList("a bc a-b_1")
    #expect(list.fault(.missingMember, at: 5, without: number).expectation == "the member `\(name)`")
    let lines = NameList("a\nbc\na-b_1")
    #expect(lines.fault(.missingArgument, at: 5, without: number).expectation == "the argument `\(name)`")
    #expect(list.fault(.missingMember, at: 5, without: 3) == JSONFault(.missingMember, at: 5))
  }

  @Test("a key with a blank is not named by half")
  func blank() {
    #expect(JSONReader().missing(member: "a b").expectation == "all members that are required")
    #expect(JSONReader().missing(member: "ab").expectation == "the member `ab`")
  }
}
