import GeneratedProtocols
import ZMQRuntime
import ZMQWire

/// One handler of everything that the kitchen sink's server receives, with state that all its sockets share.
final class KitchenSinkServer: KitchenSink.Server.QuestionsHandler, KitchenSink.Server.ClientsHandler,
  KitchenSink.Server.LegacyHandler, KitchenSink.Server.ResultsHandler, KitchenSink.Server.PartnerHandler
{
  let running: KitchenSink.Server.Running?
  let seen: Probe<String>
  private var welcomed = 0

  init(running: KitchenSink.Server.Running? = nil, seen: Probe<String> = Probe()) {
    self.running = running
    self.seen = seen
  }

  struct Surprise: Error {}

  func ask(question: String, origin: Origin) async throws -> KitchenSink.Answer {
    switch question {
    case "surprise": throw Surprise()
    case "refuse": throw KitchenSink.Wtf(reason: "I'd rather not", code: 418)
    default: return KitchenSink.Answer(text: "\(question)? Yes.")
    }
  }

  func askUrgently(origin: Origin) -> KitchenSink.Busy { KitchenSink.Busy(seconds: 1.5) }

  func scalars(
    bool: Bool, int: Int, int8: Int8, int16: Int16, int32: Int32, int64: Int64, uint8: UInt8, uint16: UInt16,
    uint32: UInt32, uint64: UInt64, float: Double, float32: Float, string: String, bytes: [UInt8], uuid: UUIDValue,
    timestamp: Timestamp, duration: Duration, json: JSONValue, peer: RoutingID, empty: Empty,
    colour: KitchenSink.Colour, point: KitchenSink.Point, origin: Origin
  ) -> KitchenSink.Containers {
    KitchenSink.Containers(
      points: [point], table: [string: [float, nil]], colours: [colour], tree: KitchenSink.Tree(name: string),
      blobs: KitchenSink.Blobs(one: bytes, many: [bytes], named: [:], numbers: [uint8]),
      maybe: KitchenSink.Maybe(a: int),
      nothing: KitchenSink.Nothing(), anything: ["json": json], moments: ["at": timestamp], empties: [empty],
      spans: [duration], peers: [peer])
  }

  func defaults(
    name: String, flag: Bool, times: Int, big: UInt64, ratio: Double, small: Float, text: String, raw: [UInt8],
    id: UUIDValue, at: Timestamp, wait: Duration, tag: JSONValue, colour: KitchenSink.Colour, list: [Int],
    perhaps: Int?, point: KitchenSink.Point, points: [KitchenSink.Point], map: [String: Double], tree: JSONValue,
    none: String?, peer: RoutingID, origin: Origin
  ) -> KitchenSink.Defaults {
    KitchenSink.Defaults(name: name, flag: flag, times: times + 1)
  }

  func stop(origin: Origin) {}

  func keywords(
    in: Int, default: String, class: Bool, repeat: Int?, message: String, handler: Int, type: String, incoming: Int,
    reply: Int, origin: Origin
  ) -> KitchenSink.Keywords {
    KitchenSink.Keywords(in: `in` + 1, default: `default`, class: !`class`)
  }

  func hello(name: String, origin: Origin) async throws -> KitchenSink.Welcome {
    welcomed += 1
    if let id = origin.routingID { try await running?.clients.news(to: id, text: "\(name) is here") }
    return KitchenSink.Welcome(number: welcomed)
  }

  func tripleNone(origin: Origin) { seen.note("tripleNone") }
  func tripleSome(a: Int, b: String, c: Double?, unit: String?, scale: Double, class: Bool?, origin: Origin) {
    seen.note("tripleSome \(a) \(b) \(scale)")
  }
  func pairNone(origin: Origin) { seen.note("pairNone") }
  func pairOne(value: [Int], origin: Origin) { seen.note("pairOne \(value)") }
  func pairMany(first: Int, more: String?, key: Bool?, given: Int, origin: Origin) { seen.note("pairMany \(given)") }
  func listNone(origin: Origin) { seen.note("listNone") }
  func listSome(a: Int, b: String, origin: Origin) { seen.note("listSome \(a) \(b)") }
  func listOpen(a: Int, b: Int, c: String?, origin: Origin) { seen.note("listOpen \(b)") }
  func objectNone(origin: Origin) { seen.note("objectNone") }
  func objectSome(a: Int, reader: String?, bytes: Int, message: KitchenSink.Point?, socket: String, origin: Origin) {
    seen.note("objectSome \(a) \(socket)")
  }
  func oddType(count: Int, origin: Origin) { seen.note("oddType \(count)") }
  func running(name: String, origin: Origin) { seen.note("running \(name)") }
  func message(text: String, origin: Origin) { seen.note("message \(text)") }
  func `default`(origin: Origin) { seen.note("default") }
  func handler(origin: String, reader: Int, decode: Bool, origin_: Origin) {
    seen.note("handler \(origin) \(origin_.socket)")
  }
  func lastOne(origin: Origin) { seen.note("lastOne") }
  func containers(
    points: [KitchenSink.Point], table: [String: [Double?]], nested: [[String: Double]]?,
    colours: [KitchenSink.Colour], tree: KitchenSink.Tree, blobs: KitchenSink.Blobs, maybe: KitchenSink.Maybe,
    nothing: KitchenSink.Nothing, anything: [String: JSONValue], moments: [String: Timestamp], empties: [Empty],
    colour: KitchenSink.Colour?, spans: [Duration]?, peers: [RoutingID], origin: Origin
  ) {
    seen.note("containers \(tree.name)")
  }
  func otherwise(frames: [[UInt8]], reason: any Error, origin: Origin) {
    seen.note("otherwise \((reason as? WireError)?.reason.rawValue ?? "\(reason)")")
  }

  func job(id: Int, origin: Origin) async throws -> KitchenSink.Done {
    if let id = origin.routingID { try await running?.legacy.stop(to: id) }
    return KitchenSink.Done(id: id)
  }

  func done(id: Int, origin: Origin) { seen.note("done \(id)") }
}
