import ZMQRuntime
import ZMQSockets

/// One of the protocols in Tests/Interop/Protocols, as the driver sees it: all have the same messages and
/// differ in sockets and layout.
protocol Variant: SendableMetatype {
  /// Runs a PongProc that is bound to an endpoint for as long as `body` takes.
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws

  /// Runs a PingProc that is connected to an endpoint for as long as `body` takes.
  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws
}

/// A running PingProc.
struct Asking {
  let process: RunningProcess
  /// Sends a ping and returns the count that came back.
  let ping: (Int) async throws -> Int
  /// Asks the PongProc to stop.
  let plzdiekthxbye: () async throws -> Void
}

/// All variants by the names of their protocol files.
let variants: [String: any Variant.Type] = [
  "req-rep-pair": ReqRepPair.self,
  "req-rep-triple": ReqRepTriple.self,
  "req-rep-pair-refused": ReqRepPairRefused.self,
  "req-router-pair": ReqRouterPair.self,
  "req-router-triple": ReqRouterTriple.self,
  "req-router-triple-refused": ReqRouterTripleRefused.self,
  "dealer-rep-pair": DealerRepPair.self,
  "dealer-rep-triple": DealerRepTriple.self,
  "dealer-router-pair": DealerRouterPair.self,
  "dealer-router-triple": DealerRouterTriple.self,
  "dealer-router-pair-refused": DealerRouterPairRefused.self,
]
