import GeneratedProtocols
import Testing
import ZMQWire

/// The bytes that published protocols show, written and read by the code that is generated from the gallery.
///
/// What stands between `|` is a frame; envelopes are the runtime's. Each text is the source's, not ours.
@Suite("Generated code writes the bytes that the sources show")
struct SourceBytesTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("ZAP: RFC 27, Example Exchanges")
  func zap() throws {
    try FramesTests.roundTrip(
      Zap.Anonymous(
        requestId: Self.bytes("0001"), domain: "test", address: "192.168.55.1", identity: Self.bytes("BOB")),
      "1.0|0001|test|192.168.55.1|BOB|NULL")
    try FramesTests.roundTrip(
      Zap.Plain(
        username: "admin", password: "secret", requestId: Self.bytes("0001"), domain: "test", address: "192.168.55.1",
        identity: Self.bytes("BOB")),
      "1.0|0001|test|192.168.55.1|BOB|PLAIN|admin|secret")
    try FramesTests.roundTrip(
      Zap.Accepted(text: "OK", userId: "joe", metadata: [], requestId: Self.bytes("0001")), "1.0|0001|200|OK|joe|")
    try FramesTests.roundTrip(Zap.Denied(reason: "no", requestId: Self.bytes("0001")), "1.0|0001|400|no||")
  }

  /// The service and the body are those of the Guide's `mdclient.c` and `mdworker.c`.
  @Test("Majordomo: RFC 7, RFC 18, and what bears its name")
  func majordomo() throws {
    let (hello, client) = ([Self.bytes("Hello world")], RoutingID(received: [0, 1, 2, 3, 4]))
    try FramesTests.roundTrip(Majordomo.Request(service: "echo", body: hello), "MDPC01|echo|Hello world")
    try FramesTests.roundTrip(Majordomo.Ready(service: "echo"), #"MDPW01|\x01|echo"#)
    try FramesTests.roundTrip(
      Majordomo.WorkerRequest(body: hello, client: client), #"MDPW01|\x02|\x00\x01\x02\x03\x04||Hello world"#)
    try FramesTests.roundTrip(
      Majordomo.WorkerReply(body: hello, client: client), #"MDPW01|\x03|\x00\x01\x02\x03\x04||Hello world"#)
    try FramesTests.roundTrip(Majordomo.Heartbeat(), #"MDPW01|\x04"#)
    try FramesTests.roundTrip(Majordomo.Disconnect(), #"MDPW01|\x05"#)

    try FramesTests.roundTrip(Majordomo2.Request(service: "echo", body: hello), #"MDPC02|\x01|echo|Hello world"#)
    try FramesTests.roundTrip(Majordomo2.Final(service: "echo", body: hello), #"MDPC02|\x03|echo|Hello world"#)
    try FramesTests.roundTrip(Majordomo2.Disconnect(), #"MDPW02|\x06"#)
    try FramesTests.roundTrip(Majordomo2Libmdp.Request(service: "echo", body: hello), "MDPC02|echo|Hello world")
    try FramesTests.roundTrip(Majordomo2Libmdp.Disconnect(), #"MDPW02|\x05"#)

    try FramesTests.roundTrip(
      Majordomo2Zproto.Request(service: "echo", body: hello), #"\xAA\xA4\x01\x06MDPC02\x01\x04echo|Hello world"#)
    try FramesTests.roundTrip(Majordomo2Zproto.Ready(service: "echo"), #"\xAA\xA4\x04\x06MDPW02\x01\x04echo"#)
    try FramesTests.roundTrip(
      Majordomo2Zproto.WorkerFinal(body: hello, client: client),
      #"\xAA\xA4\x07\x06MDPW02\x04|\x00\x01\x02\x03\x04||Hello world"#)
    try FramesTests.roundTrip(Majordomo2Zproto.Heartbeat(), #"\xAA\xA4\x08\x06MDPW02\x05"#)
  }

  /// The values are those of the test in zyre's `src/zre_msg.c`.
  @Test("ZRE: RFC 36, TCP Protocol Grammar")
  func zre() throws {
    let proverb = "Life is short but Now lasts for ever"
    try FramesTests.roundTrip(
      Zre.Hello(
        endpoint: proverb, groups: ["Name: Brutus", "Age: 43"], status: 123, name: proverb, headers: ["Name": "Brutus"],
        sequence: 123),
      #"\xAA\xA1\x01\x02\x00\x7B\x24"# + proverb
        + #"\x00\x00\x00\x02\x00\x00\x00\x0CName: Brutus\x00\x00\x00\x07Age: 43\x7B\x24"# + proverb
        + #"\x00\x00\x00\x01\x04Name\x00\x00\x00\x06Brutus"#)
    try FramesTests.roundTrip(
      Zre.Whisper(content: [Self.bytes("Captcha Diem")], sequence: 123), #"\xAA\xA1\x02\x02\x00\x7B|Captcha Diem"#)
    try FramesTests.roundTrip(
      Zre.Join(group: "g", status: 123, sequence: 123), #"\xAA\xA1\x04\x02\x00\x7B\x01g\x7B"#)
    try FramesTests.roundTrip(Zre.PingOk(sequence: 123), #"\xAA\xA1\x07\x02\x00\x7B"#)
  }

  @Test("Clustered Hashmap: RFC 12")
  func clusteredHashmap() throws {
    try FramesTests.roundTrip(ClusteredHashmap.Icanhaz(subtree: "/client/"), "ICANHAZ?|/client/")
    try FramesTests.roundTrip(
      ClusteredHashmap.Kvsync(key: "/client/7", sequence: 258, value: Self.bytes("42")),
      #"/client/7|\x00\x00\x00\x00\x00\x00\x01\x02|||42"#)
    try FramesTests.roundTrip(
      ClusteredHashmap.Kthxbai(sequence: 258, subtree: "/client/"),
      #"KTHXBAI|\x00\x00\x00\x00\x00\x00\x01\x02|||/client/"#)
    try FramesTests.roundTrip(
      ClusteredHashmap.Kvset(
        key: "/client/7", sequence: 0, uuid: [], properties: "ttl=30\n", value: Self.bytes("42")),
      #"/client/7|\x00\x00\x00\x00\x00\x00\x00\x00||ttl=30\x0A|42"#)
    try FramesTests.roundTrip(ClusteredHashmap.Hugz(), #"HUGZ|\x00\x00\x00\x00\x00\x00\x00\x00|||"#)
  }

  @Test("Paranoid Pirate and Freelance: RFC 6, RFC 10")
  func pirates() throws {
    try FramesTests.roundTrip(ParanoidPirate.Ready(), #"\x01"#)
    try FramesTests.roundTrip(ParanoidPirate.Heartbeat(), #"\x02"#)
    try FramesTests.roundTrip(
      ParanoidPirate.Task(body: Self.bytes("1"), client: RoutingID(received: [0, 9])), #"\x00\x09||1"#)
    try FramesTests.roundTrip(Freelance.Ping(), "PING")
    try FramesTests.roundTrip(Freelance.Pong(), "PONG")
    try FramesTests.roundTrip(Freelance.Reply(body: Self.bytes("OK"), control: 1), "1|OK")
  }

  @Test("libzmq's own: subscriptions and the socket monitor; a shared queue")
  func libzmq() throws {
    try FramesTests.roundTrip(Subscriptions.Subscribe(prefix: "weather"), #"\x01weather"#)
    try FramesTests.roundTrip(Subscriptions.Unsubscribe(prefix: ""), #"\x00"#)
    try FramesTests.roundTrip(
      SocketMonitor.Connected(value: 7, endpoint: "tcp://127.0.0.1:9998"),
      #"\x01\x00\x07\x00\x00\x00|tcp://127.0.0.1:9998"#)
    try FramesTests.roundTrip(
      SocketMonitor.HandshakeDenied(value: 400, endpoint: "tcp://127.0.0.1:9998"),
      #"\x00\x40\x90\x01\x00\x00|tcp://127.0.0.1:9998"#)
    try FramesTests.roundTrip(SharedQueue.Request(text: "Hello"), "Hello")
  }

  @Test("Bitcoin: doc/zmq.md")
  func bitcoin() throws {
    let hash = (0..<32).map(UInt8.init)
    let shown = hash.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try FramesTests.roundTrip(Bitcoin.Hashtx(hash: hash, number: 7), "hashtx|\(shown)|\\x07\\x00\\x00\\x00")
  }

  /// The examples of each call, with an id and without blanks.
  @Test("mosaik: docs/mosaik-api/low-level.rst")
  func mosaik() throws {
    try FramesTests.roundTrip(
      Mosaik.Init(simId: "PowerGridSim-0", timeResolution: 1, simParams: ["step_size": 60], id: 1),
      #"[0,1,["init",["PowerGridSim-0"],{"time_resolution":1.0,"step_size":60}]]"#)
    try FramesTests.roundTrip(
      Mosaik.Create(num: 1, model: "Grid", modelParams: ["topology_file": "data/grid.json"], id: 2),
      #"[0,2,["create",[1,"Grid"],{"topology_file":"data/grid.json"}]]"#)
    try FramesTests.roundTrip(Mosaik.SetupDone(id: 3), #"[0,3,["setup_done",[],{}]]"#)
    try FramesTests.roundTrip(
      Mosaik.Step(
        time: 60,
        inputs: [
          "node_1": ["P": [20, 3.14], "Q": [3, -2.5]], "node_2": ["P": [42], "Q": [-23.2]],
        ], maxAdvance: 3600, id: 4),
      #"[0,4,["step",[60,{"node_1":{"P":[20,3.14],"Q":[3,-2.5]},"node_2":{"P":[42],"Q":[-23.2]}},3600],{}]]"#)
    try FramesTests.roundTrip(Mosaik.NextStep(time: 120, id: 4), "[1,4,120]")
    try FramesTests.roundTrip(Mosaik.NextStep(id: 4), "[1,4,null]")
    try FramesTests.roundTrip(
      Mosaik.GetData(outputs: ["branch_0": ["I"]], id: 5), #"[0,5,["get_data",[{"branch_0":["I"]}],{}]]"#)
    try FramesTests.roundTrip(Mosaik.Data(data: ["branch_0": ["I": 42.5]], id: 5), #"[1,5,{"branch_0":{"I":42.5}}]"#)
    try FramesTests.roundTrip(Mosaik.Progress(percent: 23.42, id: 6), "[1,6,23.42]")
    try FramesTests.roundTrip(Mosaik.SetEvent(time: 5, id: 7), #"[0,7,["set_event",[5],{}]]"#)
    try FramesTests.roundTrip(Mosaik.Done(id: 7), "[1,7,null]")
    try FramesTests.roundTrip(
      Mosaik.Failed(trace: "Error in your code line 23: ...", id: 1), #"[2,1,"Error in your code line 23: ..."]"#)
    try FramesTests.roundTrip(Mosaik.Stop(id: 8), #"[0,8,["stop",[],{}]]"#)
  }
}
