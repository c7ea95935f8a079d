import ZMQRuntime
import ZMQSockets
import ZMQWire

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program to which the tests in Tests/FaultTests do what happens to programs:
///
/// ```
/// fault-peer serve ENDPOINT           answers every request with itself; prints its endpoint first
/// fault-peer work ENDPOINT            the same, connected to a broker
/// fault-peer broker FRONT BACK        passes requests and answers on; prints both endpoints
/// fault-peer limit FILES              answers with few file descriptors, which it runs out of
/// fault-peer exhaust                  opens sockets until it has no file descriptors, then gives them back
/// fault-peer mute ENDPOINT            takes one request, prints "got", and does not answer
/// fault-peer ask ENDPOINT NAME        sends one request under a routing id; prints what comes back
/// fault-peer vanish ENDPOINT COUNT    so many clients send a request each and are gone
/// fault-peer tear PORT                sends half a multipart message, prints "torn", and waits
/// fault-peer hoard ENDPOINT           subscribes to everything and reads nothing
/// ```
///
/// A server prints its ledger in one line at its end, on SIGTERM.
@main enum Main {
  static func main() async {
    // Whatever becomes of the test that has started it, it does not stay for ever.
    alarm(120)
    signal(SIGUSR1) { _ in }
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch (arguments.first, arguments.count) {
      case ("serve", 2): try await Servers.serve(SocketConfiguration(.rep, bind: [arguments[1]]))
      case ("work", 2): try await Servers.serve(SocketConfiguration(.rep, connect: [arguments[1]]))
      case ("broker", 3): try await Servers.broker(front: arguments[1], back: arguments[2])
      case ("limit", 2):
        limitFiles(to: Int(arguments[1]) ?? 64)
        try await Servers.serve(SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]))
      case ("exhaust", 1): try await Servers.exhaust()
      case ("mute", 2): try Peers.mute(arguments[1])
      case ("ask", 3): try Peers.ask(arguments[1], as: arguments[2])
      case ("vanish", 3): try Peers.vanish(arguments[1], count: Int(arguments[2]) ?? 1)
      case ("tear", 2): TornMessage.send(toPort: UInt16(arguments[1]) ?? 0)
      case ("hoard", 2): try Peers.hoard(arguments[1])
      default:
        say("unknown: \(arguments.joined(separator: " "))")
        exit(64)
      }
    } catch {
      say("failed: \(error)")
      exit(1)
    }
  }

  /// Prints a line at once, even into a pipe.
  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Lets this program have so few files, sockets included.
  static func limitFiles(to count: Int) {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    getrlimit(resource, &limit)
    limit.rlim_cur = rlim_t(count)
    setrlimit(resource, &limit)
  }
}
