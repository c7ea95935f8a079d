import ZMQRuntime
import ZMQWire

/// Answers libzmq's question who may connect, for every socket of a context that asks it: the ZAP handler.
///
/// ```
/// request  [<id>, '', "1.0", request id, domain, address, routing id, mechanism, credentials…]
/// reply    [<id>, '', "1.0", request id, "200", "OK", user, '']
/// ```
///
/// Each socket has a domain of its own, so its policy is found by it. What is not understood is refused. Source: RFC 27.
final class Authenticator {
  private let socket: any TransportSocket
  private let message: any ReceivedMessage
  private var policies: [String: AdmissionPolicy] = [:]
  private var domains = 0

  /// - Parameter open: Opens a socket on the context whose sockets ask.
  init(open: (SocketConfiguration) throws(TransportError) -> any TransportSocket) throws(TransportError) {
    socket = try open(SocketConfiguration(.router, bind: ["inproc://zeromq.zap.01"], options: ["linger": 0]))
    message = socket.makeMessage()
    socket.onReadable = { [unowned self] in answerAll() }
  }

  /// A domain under which libzmq asks for this policy.
  func domain(for policy: AdmissionPolicy) -> String {
    domains += 1
    let domain = "zmqspec-\(domains)"
    policies[domain] = policy
    return domain
  }

  func close() { socket.close() }

  private func answerAll() {
    while (try? message.receive()) == true { answer() }
  }

  private func answer() {
    guard message.frameCount >= 8 else { return }
    let isAdmitted = text(2) == "1.0" && isAdmitted()
    var reply = FrameWriter()
    reply.frame("1.0".utf8)
    reply.frame(message.frame(3))
    reply.frame((isAdmitted ? "200" : "400").utf8)
    reply.frame((isAdmitted ? "OK" : "not admitted").utf8)
    reply.frame((isAdmitted ? user : "").utf8)
    reply.endFrame()
    // If the context is being ended, nobody waits for the answer.
    _ = try? message.reply(envelope: 2, body: reply, keepingEnvelope: false)
  }

  private func isAdmitted() -> Bool {
    guard let policy = policies[text(4)], let credentials else { return false }
    return policy.admits(credentials, from: text(5))
  }

  private var credentials: AdmissionPolicy.Credentials? {
    switch (text(7), message.frameCount) {
    case ("PLAIN", 10): .plain(user: text(8), password: text(9))
    case ("CURVE", 9): CurveKey(bytes: Array(message.frame(8))).map { .curve($0) }
    default: nil
    }
  }

  /// Under which name the peer's messages are marked (`User-Id`).
  private var user: String {
    switch credentials {
    case .plain(let user, _): user
    case .curve(let key): key.text
    case nil: ""
    }
  }

  private func text(_ index: Int) -> String { String(decoding: message.frame(index), as: UTF8.self) }
}
