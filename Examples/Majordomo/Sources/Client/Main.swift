import MajordomoProtocol
import ZMQRuntime
import ZMQSockets

/// Asks for a service, once for each word, and prints the replies.
///
/// ```
/// Client shout hello world                              at the broker where majordomo.yaml says
/// Client shout hello world tcp://127.0.0.1:6001         at the broker there
/// ```
@main
enum Main {
  static func main() async throws {
    var words = Array(CommandLine.arguments.dropFirst())
    guard words.count > 1 else { return print("Client SERVICE WORD... [ENDPOINT]") }
    let service = words.removeFirst()
    var client = Majordomo.Client()
    if let last = words.last, last.contains("://") { client.sockets.broker.connect = [words.removeLast()] }
    try await client.run(on: ZMQTransport()) { client in
      for word in words { print(try await ask(client, service, word)) }
    }
  }

  /// Three times altogether: a request that was lost, or whose reply nobody understands, is asked again; the runtime sees
  /// to it that this is on a new socket.
  private static func ask(
    _ client: Majordomo.Client.Running, _ service: String, _ word: String
  ) async throws -> String {
    var attempts = 0
    while true {
      do {
        let reply = try await client.broker.request(service: service, body: [[UInt8]](texts: [word]))
        return reply.body.texts.joined(separator: " ")
      } catch {
        attempts += 1
        if attempts == 3 || (error as? RequestError)?.reason == .stopped { throw error }
      }
    }
  }
}
