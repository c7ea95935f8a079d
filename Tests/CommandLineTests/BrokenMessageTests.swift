import Testing

/// Messages with one thing wrong each: the message that was meant comes first, and the line says where, what was expected
/// there, and what was found.
@Suite("zmqspec decode of broken messages")
struct BrokenMessageTests {
  private static let file = """
    zmqspec: 1
    protocol: print-queue
    about: Documents wait for a printer.

    processes:
      Desk:
        count: many
        sockets: { queue: { type: DEALER, connect: Spooler.desks } }
      Spooler:
        sockets:
          desks: { type: ROUTER, bind: "tcp://*:6310" }
          meters: { type: PULL, bind: "tcp://*:6311" }
          printers: { type: PUSH, bind: "tcp://*:6312" }
      Meter:
        count: many
        sockets: { readings: { type: PUSH, connect: Spooler.meters } }
      Printer:
        count: many
        sockets: { jobs: { type: PULL, connect: Spooler.printers } }

    layouts:
      call:
        fields: { id: uint32 = fresh }
        frames: [ json: { id: $id, call: $type, $kwargs... } ]
      answer:
        fields: { id: uint32 = cause.id }
        frames: [ json: { id: $id, answer: $type, $kwargs... } ]
      reading: [ msgpack: [ $type, $args... ] ]
      job:
        frames:
          - text: JOB
          - packed: [ uint16: 0x5051, uint8: $type, uint32: $number, string8: $title, strings: $tags, dictionary: $options, bytes32: $document ]

    types:
      Paper: { enum: [ A4, A3, letter ] }
      Margins: { record: { top: { type: float, minimum: 0 }, left: { type: float, minimum: 0, maximum: 100 } } }
      Text: { record: { text: { type: string, length: 1..200 }, size: uint8 = 11 } }
      Image: { record: { data: bytes, dpi: { type: int, minimum: 72, maximum: 2400 }, margins: optional<Margins> } }
      Blank: { record: {} }
      Page: { union: { text: Text, image: Image, blank: Blank }, tag: is }

    messages:
      submit:
        layout: call
        kwargs:
          title: { type: string, length: 1..40, pattern: "[A-Za-z ]+" }
          paper: Paper = A4
          pages: { type: list<Page>, length: 1..100 }
          hold: optional<duration>
          owner: uuid
          due: optional<timestamp>
      accepted: { layout: answer, kwargs: { number: uint32, ahead: int } }
      ink:
        layout: reading
        args: { printer: uuid, levels: map<float32>, at: timestamp, blob: bytes, jammed: optional<bool> }
      print: { wire: 7, layout: job, args: { number: uint32, title: string, tags: list<string>, options: map<string>, document: bytes } }

    chains:
      submitting: { steps: [ Desk -> Spooler: submit, Desk <- Spooler: accepted ] }
      metering: { steps: [ Meter -> Spooler: ink ] }
      printing: { steps: [ Spooler -> Printer: print ] }

    """

  @Test(
    "what is wrong",
    arguments: [
      (
        ##"["{\"id\": 1, \"call\": \"submit\", \"title\": \"Ten pages\", \"pages\": [{\"is\": \"vector\", \"text\": \"hi\"}], \"owner\": \"123e4567-e89b-12d3-a456-426614174000\"}"]"##,
        ##"no submit: frame 0, pages[0].is: expected a case of Page ("text", "image", "blank"), found "vector""##
      ),
      (
        ##"["{\"id\": 1, \"call\": \"submit\", \"title\": \"Ten pages\", \"pages\": [{\"is\": \"image\", \"data\": \"AA==\", \"dpi\": 300, \"margins\": {\"top\": -1, \"left\": 0}}], \"owner\": \"123e4567-e89b-12d3-a456-426614174000\"}"]"##,
        ##"no submit: frame 0, pages[0].margins.top: expected at least 0, found -1"##
      ),
      (
        ##"["{\"id\": 1, \"call\": \"submit\", \"title\": \"Ten pages\", \"pages\": [{\"is\": \"text\", \"text\": \"hi\"}], \"owner\": \"123e4567-e89b-12d3-a456-426614174000\", \"paper\": \"A5\"}"]"##,
        ##"no submit: frame 0, paper: expected a case of Paper ("A4", "A3", "letter"), found "A5""##
      ),
      (
        ##"["{\"id\": 1, \"call\": \"submit\", \"title\": \"Ten pages\", \"pages\": [{\"is\": \"text\", \"text\": \"hi\"}], \"owner\": \"123e4567-e89b-12d3-a456-426614174000\", \"due\": \"2026-06-30T23:59:60Z\"}"]"##,
        ##"no submit: frame 0, due: expected a timestamp of the years 0001 to 9999 in microseconds, found "2026-06-30T23:59:60Z""##
      ),
      (
        ##"["{\"id\": 1, \"call\": \"submit\", \"title\": \"Ten pages\", \"pages\": [{\"is\": \"text\", \"text\": \"hi\"}], \"owner\": \"123e4567-e89b-12d3-a456-426614174000\", \"colour\": \"red\"}"]"##,
        ##"no submit: frame 0: expected a declared member ("id", "call", "title", "paper", "pages", "hold", "owner", "due"), found "colour""##
      ),
      (
        ##"["{'id':1}"]"##,
        ##"no submit: frame 0, byte 1: expected a key, found 'id'"##
      ),
      (
        ##"["{\"id\": 1, \"call\": \"submit\", \"title\": \"Ten pages\", \"pages\": [{\"is\": \"text\", \"text\": \"hi\"}], \"owner\": \"123e4567-e89b-12d3-a456-426614174000\"}", "extra"]"##,
        ##"no submit: frame 1: expected 1 frame, found 2"##
      ),
      (
        ##"["{\"id\": 1, \"call\": \"submit\", \"title\": \"Ten pages\", \"pages\": [{\"is\": \"blank\", \"text\": \"x\"}], \"owner\": \"123e4567-e89b-12d3-a456-426614174000\"}"]"##,
        ##"no submit: frame 0, pages[0]: expected no member, found "text""##
      ),
      (
        ##"[{"hex": "96a3696e6bc402000080d6ff00000000c40100c0"}]"##,
        ##"no ink: frame 0, [1]: expected a UUID, found bytes 0x0000"##
      ),
      (
        ##"[{"hex": "96a3696e6bd92431323365343536372d653839622d313264332d613435362d3432363631343137343030308105ca3f000000d6ff00000000c40100c0"}]"##,
        ##"no ink: frame 0, byte 44, [2]: expected a string as key, found 5"##
      ),
      (
        ##"[{"hex": "96a3696e6bd9243132336534353637"}]"##,
        ##"no ink: frame 0, byte 7, [1]: expected 36 more bytes, found 8"##
      ),
      (
        ##"[{"hex": "96a3696e6bd92431323365343536372d653839622d313264332d613435362d343236363134313734303030c1d6ff00000000c40100c0"}]"##,
        ##"no ink: frame 0, byte 43, [2]: expected a format of MessagePack, found 0xC1"##
      ),
      (
        ##"["JOB", {"hex": "51510700000005015400000001000000016100000001016b000000017600000003504446"}]"##,
        ##"no print: frame 1: expected `20561` as uint16, found 20817"##
      ),
      (
        ##"["JOB", {"hex": "50510800000005015400000001000000016100000001016b000000017600000003504446"}]"##,
        ##"no print: frame 1: expected `7` as uint8, found 8"##
      ),
      (
        ##"["JOB", {"hex": "50510700000005015400000001000000016100000001016b00000001760000000a504446"}]"##,
        ##"no print: frame 1, byte 33, document: expected 10 more bytes, found 3"##
      ),
      (
        ##"["JOB", {"hex": "5051070000000501ff00000001000000016100000001016b000000017600000003504446"}]"##,
        ##"no print: frame 1, title: expected UTF-8, found 0xff"##
      ),
      (
        ##"["JOBS", {"hex": "50510700000005015400000001000000016100000001016b000000017600000003504446"}]"##,
        ##"no print: frame 0: expected `JOB` as text, found "JOBS""##
      ),
      (
        ##"["{\"id\": 1, \"call\": \"submit\", \"title\": \"a‮b2J\", \"pages\": [{\"is\": \"text\", \"text\": \"hi\"}], \"owner\": \"123e4567-e89b-12d3-a456-426614174000\"}"]"##,
        ##"no submit: frame 0, title: expected a string that matches /[A-Za-z ]+/, found "a\u202eb\u009b2J""##
      ),
      (
        ##"["JOB‮2J", {"hex": "50510700000005015400000001000000016100000001016b000000017600000003504446"}]"##,
        ##"no print: frame 0: expected `JOB` as text, found "JOB\u202e\u009b2J""##
      ),
    ])
  func faults(message: String, fault: String) async throws {
    let workspace = try Workspace()
    try workspace.write(Self.file, to: "print-queue.yaml")
    let result = try await workspace.run("decode", "print-queue.yaml", input: message + "\n")
    #expect(result.code == 1)
    #expect(result.output.split(separator: "\n").dropFirst().first.map(String.init) == "  " + fault)
  }

  @Test("A character that steers a terminal is escaped, also in a message that is right")
  func escaped() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.file, to: "print-queue.yaml")
    let message = ##"["JOB",{"hex":"5051070000000508 41e280aec29b324a0000000000000000 00000000"}]"##
    let result = try await workspace.run(
      "decode", "print-queue.yaml", input: message.filter { $0 != " " } + "\n")
    #expect(result.code == 0)
    #expect(result.output.contains(##"  title = "A\u202e\u009b2J""##))
  }
}
