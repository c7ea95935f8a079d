// The handlers of kitchen-sink.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Client does with what its DEALER `server` receives.
final class ClientServer: KitchenSink.Client.ServerHandler {
  /// The message `news`.
  func news(text: String, origin: Origin) throws {
    throw Unwritten("news")
  }

  /// The message `to`.
  func to(to: String, within: Duration, peer: Int, origin: Origin) throws -> KitchenSink.Welcome {
    throw Unwritten("to")
  }
}

/// What Client does with what its SUB `notes` receives.
final class ClientNotes: KitchenSink.Client.NotesHandler {
  /// Something happened.
  func note(city: String, number: Int, colour: KitchenSink.Colour, id: UUIDValue, sunny: Bool, origin: Origin) throws {
    throw Unwritten("note")
  }
}

/// What Client does with what its SUB `all-notes` receives.
final class ClientAllNotes: KitchenSink.Client.AllNotesHandler {
  /// Something happened.
  func note(city: String, number: Int, colour: KitchenSink.Colour, id: UUIDValue, sunny: Bool, origin: Origin) throws {
    throw Unwritten("note")
  }

  /// The message `stop`.
  func stop(origin: Origin) throws {
    throw Unwritten("stop")
  }
}

/// What Server does with what its REP `questions` receives.
final class ServerQuestions: KitchenSink.Server.QuestionsHandler {
  /// The message `ask`.
  func ask(question: String, origin: Origin) throws -> KitchenSink.Answer {
    throw Unwritten("ask")
  }

  /// The message `ask-urgently`.
  func askUrgently(origin: Origin) throws -> KitchenSink.Busy {
    throw Unwritten("ask-urgently")
  }

  /// One of each scalar type.
  func scalars(
    bool: Bool, int: Int, int8: Int8, int16: Int16, int32: Int32, int64: Int64, uint8: UInt8, uint16: UInt16,
    uint32: UInt32, uint64: UInt64, float: Double, float32: Float, string: String, bytes: [UInt8], uuid: UUIDValue,
    timestamp: Timestamp, duration: Duration, json: JSONValue, peer: RoutingID, empty: Empty,
    colour: KitchenSink.Colour, point: KitchenSink.Point, origin: Origin
  ) throws -> KitchenSink.Containers {
    throw Unwritten("scalars")
  }

  /// Every kind of default.
  func defaults(
    name: String, flag: Bool, times: Int, big: UInt64, ratio: Double, small: Float, text: String, raw: [UInt8],
    id: UUIDValue, at: Timestamp, wait: Duration, tag: JSONValue, colour: KitchenSink.Colour, list: [Int],
    perhaps: Int?, point: KitchenSink.Point, points: [KitchenSink.Point], map: [String: Double], tree: JSONValue,
    none: String?, peer: RoutingID, origin: Origin
  ) throws -> KitchenSink.Defaults {
    throw Unwritten("defaults")
  }

  /// The message `stop`.
  func stop(origin: Origin) throws {
    throw Unwritten("stop")
  }

  /// Fields with names of Swift's.
  func keywords(
    `in`: Int, `default`: String, `class`: Bool, `repeat`: Int?, message: String, handler: Int, type: String,
    incoming: Int, reply: Int, origin: Origin
  ) throws -> KitchenSink.Keywords {
    throw Unwritten("keywords")
  }
}

/// What Server does with what its ROUTER `clients` receives.
final class ServerClients: KitchenSink.Server.ClientsHandler {
  /// The message `hello`.
  func hello(name: String, origin: Origin) throws -> KitchenSink.Welcome {
    throw Unwritten("hello")
  }

  /// The message `triple-none`.
  func tripleNone(origin: Origin) throws {
    throw Unwritten("triple-none")
  }

  /// The message `triple-some`.
  func tripleSome(a: Int, b: String, c: Double?, unit: String?, scale: Double, `class`: Bool?, origin: Origin) throws {
    throw Unwritten("triple-some")
  }

  /// The message `pair-none`.
  func pairNone(origin: Origin) throws {
    throw Unwritten("pair-none")
  }

  /// The message `pair-one`.
  func pairOne(value: [Int], origin: Origin) throws {
    throw Unwritten("pair-one")
  }

  /// The message `pair-many`.
  func pairMany(first: Int, more: String?, key: Bool?, given: Int, origin: Origin) throws {
    throw Unwritten("pair-many")
  }

  /// The message `list-none`.
  func listNone(origin: Origin) throws {
    throw Unwritten("list-none")
  }

  /// The message `list-some`.
  func listSome(a: Int, b: String, origin: Origin) throws {
    throw Unwritten("list-some")
  }

  /// The message `list-open`.
  func listOpen(a: Int, b: Int, c: String?, origin: Origin) throws {
    throw Unwritten("list-open")
  }

  /// The message `object-none`.
  func objectNone(origin: Origin) throws {
    throw Unwritten("object-none")
  }

  /// The message `object-some`.
  func objectSome(
    a: Int, reader: String?, bytes: Int, message: KitchenSink.Point?, socket: String, origin: Origin
  ) throws {
    throw Unwritten("object-some")
  }

  /// The message `odd-type`.
  func oddType(count: Int, origin: Origin) throws {
    throw Unwritten("odd-type")
  }

  /// The message `running`.
  func running(name: String, origin: Origin) throws {
    throw Unwritten("running")
  }

  /// The message `message`.
  func message(text: String, origin: Origin) throws {
    throw Unwritten("message")
  }

  /// The message `default`.
  func `default`(origin: Origin) throws {
    throw Unwritten("default")
  }

  /// What is made of the scalar types.
  func containers(
    points: [KitchenSink.Point], table: [String: [Double?]], nested: [[String: Double]]?, colours: [KitchenSink.Colour],
    tree: KitchenSink.Tree, blobs: KitchenSink.Blobs, maybe: KitchenSink.Maybe, nothing: KitchenSink.Nothing,
    anything: [String: JSONValue], moments: [String: Timestamp], empties: [Empty], colour: KitchenSink.Colour?,
    spans: [Duration]?, peers: [RoutingID], origin: Origin
  ) throws {
    throw Unwritten("containers")
  }

  /// The message `handler`.
  func handler(origin: String, reader: Int, decode: Bool, origin_: Origin) throws {
    throw Unwritten("handler")
  }

  /// The message `last-one`.
  func lastOne(origin: Origin) throws {
    throw Unwritten("last-one")
  }

  /// Gets what is malformed, unknown or out of turn, and whatever another method has thrown for.
  func otherwise(frames: [[UInt8]], reason: any Error, origin: Origin) throws {
    throw reason
  }
}

/// What Server does with what its ROUTER `legacy` receives.
final class ServerLegacy: KitchenSink.Server.LegacyHandler {
  /// The message `ask`.
  func ask(question: String, origin: Origin) throws -> KitchenSink.Answer {
    throw Unwritten("ask")
  }

  /// The message `job`.
  func job(id: Int, origin: Origin) throws -> KitchenSink.Done {
    throw Unwritten("job")
  }
}

/// What Server does with what its PULL `results` receives.
final class ServerResults: KitchenSink.Server.ResultsHandler {
  /// The message `done`.
  func done(id: Int, origin: Origin) throws {
    throw Unwritten("done")
  }
}

/// What Server does with what its PAIR `partner` receives.
final class ServerPartner: KitchenSink.Server.PartnerHandler {
  /// The message `hello`.
  func hello(name: String, origin: Origin) throws -> KitchenSink.Welcome {
    throw Unwritten("hello")
  }
}

/// What Worker does with what its PULL `jobs` receives.
final class WorkerJobs: KitchenSink.Worker.JobsHandler {
  /// The message `job`.
  func job(id: Int, origin: Origin) throws {
    throw Unwritten("job")
  }
}

/// What Legacy does with what its DEALER `stop` receives.
final class LegacyStop: KitchenSink.Legacy.StopHandler {
  /// The message `stop`.
  func stop(origin: Origin) throws {
    throw Unwritten("stop")
  }
}

/// What Partner does with what its PAIR `partner` receives.
final class PartnerPartner: KitchenSink.Partner.PartnerHandler {
  /// The message `news`.
  func news(text: String, origin: Origin) throws {
    throw Unwritten("news")
  }
}
