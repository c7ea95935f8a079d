// The handlers of zap.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Handler does with what its REP `requests` receives.
final class HandlerRequests: Zap.Handler.RequestsHandler {
  /// May a peer connect that says nothing about itself? Its address is all there is.
  func anonymous(
    requestId: [UInt8], domain: String, address: String, identity: [UInt8], origin: Origin
  ) throws -> Zap.AnonymousReply {
    throw Unwritten("anonymous")
  }

  /// May this user connect? Nothing is encrypted.
  func plain(
    username: String, password: String, requestId: [UInt8], domain: String, address: String, identity: [UInt8],
    origin: Origin
  ) throws -> Zap.PlainReply {
    throw Unwritten("plain")
  }

  /// May the owner of this key connect? libzmq has already proved that it is the peer's.
  func curve(
    publicKey: [UInt8], requestId: [UInt8], domain: String, address: String, identity: [UInt8], origin: Origin
  ) throws -> Zap.CurveReply {
    throw Unwritten("curve")
  }
}
