import GeneratedProtocols
import Testing
import ZMQWire

/// What a body may look like, and what is said about one that may not.
@Suite
struct ArgumentTests {
  /// The error that a body meets; nil when it is accepted or is another message.
  static func error<Message: JSONMessage>(_ body: String, as type: Message.Type) -> WireError? {
    do {
      let bytes = Array(body.utf8)
      _ = try Message.decode(bytes.span)
      return nil
    } catch {
      return error
    }
  }

  static func decode<Message: JSONMessage>(_ body: String, as type: Message.Type) throws -> Message? {
    let bytes = Array(body.utf8)
    return try Message.decode(bytes.span)
  }

  // MARK: triple

  @Test(
    "an argument comes by position or by keyword, as in Python",
    arguments: [
      #"["ping",[5],{}]"#, #"["ping",[],{"count":5}]"#, #"[ "ping" , [ 5 ] , { } ]"#, #"["ping", [], {"count": 5}]"#,
      #"["\u0070ing",[],{"c\u006funt":5}]"#,
    ])
  func byPositionOrKeyword(body: String) throws {
    #expect(try Self.decode(body, as: PingPongTriple.Ping.self) == PingPongTriple.Ping(count: 5))
  }

  @Test(
    "wrong arguments are named",
    arguments: [
      (#"["ping",[],{}]"#, WireError.Reason.wrongArguments, "", "the argument `count`"),
      (#"["ping",[5,6],{}]"#, .wrongArguments, "args[1]", "no further argument"),
      (#"["ping",[5],{"count":5}]"#, .wrongArguments, "kwargs", "each argument once"),
      (#"["ping",[],{"count":5,"count":6}]"#, .wrongArguments, "kwargs", "each argument once"),
      (#"["ping",[5],{"unit":"m"}]"#, .unknownMember, "kwargs", "a declared member"),
      (#"["ping",["five"],{}]"#, .wrongType, "args[0]", "an integer"),
      (#"["ping",[5.0],{}]"#, .wrongType, "args[0]", "an integer"),
      (#"["ping",[null],{}]"#, .wrongType, "args[0]", "an integer"),
      (#"["ping",[],{"count":[5]}]"#, .wrongType, "kwargs.count", "an integer"),
      (#"["ping",5,{}]"#, .wrongType, "args", "an array"),
      (#"["ping",[5],[]]"#, .wrongType, "kwargs", "an object"),
      (#"["ping",[5]]"#, .wrongArguments, "", "another argument"),
      (#"["ping",[5],{},1]"#, .wrongArguments, "[3]", "no further argument"),
      (#"["ping",[5],{}"#, .notJSON, "kwargs", "',' or ']'"),
      (#"["ping",[5],{}]]"#, .notJSON, "", "the end of the text"),
      (#"5"#, .notAMessage, "", "an array"),
      (#"[]"#, .notAMessage, "", "a message"),
    ])
  func wrongArguments(body: String, reason: WireError.Reason, path: String, expected: String) throws {
    let error = try #require(Self.error(body, as: PingPongTriple.Ping.self))
    #expect(error.reason == reason)
    #expect(error.path == path)
    #expect(error.expected == expected)
  }

  @Test(
    "a message of another type is none of mine",
    arguments: [
      #"["pong",[5],{}]"#, #"{"type":"ping","count":5}"#, #"["pin",[5],{}]"#, #"["pings",[5],{}]"#,
    ])
  func otherType(body: String) throws {
    #expect(try Self.decode(body, as: PingPongTriple.Ping.self) == nil)
  }

  @Test(
    "what may be absent is optional or has a default",
    arguments: [
      (#"["triple-some",[1],{}]"#, KitchenSink.TripleSome(a: 1)),
      (#"["triple-some",[1,"y"],{}]"#, KitchenSink.TripleSome(a: 1, b: "y")),
      (#"["triple-some",[1,"x",null],{"scale":1.0}]"#, KitchenSink.TripleSome(a: 1)),
      (
        #"["triple-some",[],{"class":true,"c":2.5,"a":1,"unit":null}]"#,
        KitchenSink.TripleSome(a: 1, c: 2.5, class: true)
      ),
      (#"["triple-some",[1],{"scale":2,"unit":"m"}]"#, KitchenSink.TripleSome(a: 1, unit: "m", scale: 2)),
    ])
  func absent(body: String, message: KitchenSink.TripleSome) throws {
    #expect(try Self.decode(body, as: KitchenSink.TripleSome.self) == message)
  }

  @Test(
    "arguments are written as the language says",
    arguments: [
      (KitchenSink.TripleSome(a: 1), #"["triple-some",[1,"x",null],{"scale":1.0}]"#),
      (
        KitchenSink.TripleSome(a: 1, unit: "m", class: false),
        #"["triple-some",[1,"x",null],{"unit":"m","scale":1.0,"class":false}]"#
      ),
    ])
  func written(message: KitchenSink.TripleSome, body: String) throws {
    #expect(try message.bodyFrames() == [Array(body.utf8)])
  }

  @Test("null is no value of a default")
  func nullDefault() throws {
    let error = try #require(Self.error(#"["triple-some",[1,null],{}]"#, as: KitchenSink.TripleSome.self))
    #expect(error.reason == .wrongType)
    #expect(error.path == "args[1]")
  }

  // MARK: pair

  @Test("a pair has its only value, null, or an object")
  func pair() throws {
    #expect(try Self.decode(#"["pair-none",null]"#, as: KitchenSink.PairNone.self) != nil)
    #expect(
      try Self.decode(#"["pair-one",[1,2]]"#, as: KitchenSink.PairOne.self) == KitchenSink.PairOne(value: [1, 2]))
    let many = KitchenSink.PairMany(first: 1, key: true)
    #expect(try Self.decode(#"["pair-many",{"key":true,"first":1}]"#, as: KitchenSink.PairMany.self) == many)
  }

  @Test(
    "wrong data is named",
    arguments: [
      (#"["pair-many",{"first":1,"first":2}]"#, WireError.Reason.duplicateKey, "data"),
      (#"["pair-many",{}]"#, .missingMember, ""),
      (#"["pair-many",{"first":1,"x":2}]"#, .unknownMember, "data"),
      (#"["pair-many",{"first":"1"}]"#, .wrongType, "data.first"),
      (#"["pair-many",[1]]"#, .wrongType, "data"),
      (#"["pair-many"]"#, .wrongArguments, ""),
      (#"["pair-many",{"first":1},2]"#, .wrongArguments, "[2]"),
    ])
  func wrongData(body: String, reason: WireError.Reason, path: String) throws {
    let error = try #require(Self.error(body, as: KitchenSink.PairMany.self))
    #expect(error.reason == reason)
    #expect(error.path == path)
  }

  // MARK: list

  @Test(
    "a list may end before what may be absent",
    arguments: [
      (#"["list-open",1]"#, KitchenSink.ListOpen(a: 1)),
      (#"["list-open",1,2]"#, KitchenSink.ListOpen(a: 1, b: 2)),
      (#"["list-open",1,2,null]"#, KitchenSink.ListOpen(a: 1, b: 2)),
      (#"["list-open",1,2,"c"]"#, KitchenSink.ListOpen(a: 1, b: 2, c: "c")),
    ])
  func list(body: String, message: KitchenSink.ListOpen) throws {
    #expect(try Self.decode(body, as: KitchenSink.ListOpen.self) == message)
  }

  @Test(
    "a list that is too short or too long is refused",
    arguments: [
      (#"["list-open"]"#, "the argument `a`"), (#"["list-open",1,2,"c",4]"#, "no further argument"),
    ])
  func listLength(body: String, expected: String) throws {
    let error = try #require(Self.error(body, as: KitchenSink.ListOpen.self))
    #expect(error.reason == .wrongArguments)
    #expect(error.expected == expected)
  }

  // MARK: object

  @Test(
    "an object has its members and its type in any order",
    arguments: [
      #"{"type":"object-some","a":1,"bytes":2}"#, #"{"bytes":2,"a":1,"type":"object-some"}"#,
      #"{ "a" : 1 , "type" : "object-some" , "bytes" : 2 , "reader" : null }"#,
    ])
  func object(body: String) throws {
    #expect(try Self.decode(body, as: KitchenSink.ObjectSome.self) == KitchenSink.ObjectSome(a: 1, bytes: 2))
  }

  @Test(
    "wrong members are named",
    arguments: [
      (#"{"type":"object-some","type":"object-some","a":1}"#, WireError.Reason.duplicateKey, ""),
      (#"{"type":"object-some","a":1,"a":1}"#, .duplicateKey, ""),
      (#"{"type":"object-some"}"#, .missingMember, ""),
      (#"{"type":"object-some","a":1,"z":1}"#, .unknownMember, ""),
      (#"{"type":"object-some","a":1,"message":{"x":"1"}}"#, .wrongType, "message.x"),
      (#"{"a":1}"#, .notAMessage, ""),
      (#"{"type":5,"a":1}"#, .wrongType, "type"),
    ])
  func wrongMembers(body: String, reason: WireError.Reason, path: String) throws {
    let error = try #require(Self.error(body, as: KitchenSink.ObjectSome.self))
    #expect(error.reason == reason)
    #expect(error.path == path)
  }

  // MARK: Types

  @Test(
    "a type's faults are found where they are",
    arguments: [
      (
        #"{"tree":{"name":"a","children":[{"name":"b"},{"name":5}]}}"#, WireError.Reason.wrongType,
        "kwargs.tree.children[1].name"
      ),
      (#"{"colours":["red","pink"]}"#, .unknownCase, "kwargs.colours[1]"),
      (#"{"colours":[1]}"#, .wrongType, "kwargs.colours[0]"),
      (#"{"table":{"a":[1.5],"a":[]}}"#, .duplicateKey, "kwargs.table"),
      (#"{"blobs":{"one":"AAE"}}"#, .wrongType, "kwargs.blobs.one"),
      (#"{"blobs":{"one":"","numbers":[256]}}"#, .outOfRange, "kwargs.blobs.numbers[0]"),
      (#"{"nothing":{"x":1}}"#, .unknownMember, "kwargs.nothing"),
      (#"{"empties":[0]}"#, .wrongType, "kwargs.empties[0]"),
      (#"{"moments":{"x":"yesterday"}}"#, .wrongType, "kwargs.moments.x"),
    ])
  func types(kwargs: String, reason: WireError.Reason, path: String) throws {
    let error = try #require(Self.error("[\"containers\",[],\(kwargs)]", as: KitchenSink.Containers.self))
    #expect(error.reason == reason)
    #expect(error.path == path)
  }

  @Test("defaults of every type are what the file says")
  func defaults() throws {
    let defaults = KitchenSink.Defaults(name: "n")
    let body =
      #"["defaults",["n",true,-3,18446744073709551615,1.0,0.25,"a \"b\" \\ c\n","AAEC","#
      + #""123e4567-e89b-12d3-a456-426614174000","2026-01-31T12:30:00.250000Z",0.25,5,"dark-blue",[],7],"#
      + #"{"point":{"x":1.0,"y":2.5},"points":[{"x":1.0,"y":0.5},{"x":2.0,"y":0.5,"label":"b"}],"#
      + #""map":{"a":1.0,"b":2.5},"tree":{"a":[1,2.5,null,true],"b":{}},"peer":"AGuLRWc="}]"#
    let written = try #require(try defaults.bodyFrames().first)
    #expect(String(decoding: written, as: UTF8.self) == body)
    #expect(try Self.decode(#"["defaults",["n"],{}]"#, as: KitchenSink.Defaults.self) == defaults)
  }

  @Test("a number that JSON does not have is not sent")
  func notANumber() {
    #expect(throws: UnencodableValue.self) { try KitchenSink.TripleSome(a: 1, c: .nan).bodyFrames() }
    #expect(throws: UnencodableValue.self) {
      try Weather.Report(
        city: "", sky: .fog, temperature: .infinity, at: .now
      ).bodyFrames()
    }
  }
}
