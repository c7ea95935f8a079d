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
/// fault-peer serve ENDPOINT           answers every request with itself
/// fault-peer work ENDPOINT NAME       the same, connected to a broker, slowly and with its name behind
/// fault-peer broker FRONT BACK        passes requests and answers on
/// fault-peer whoami                   answers every request with the routing id of who asks
/// fault-peer limit FILES              answers with few file descriptors, which it runs out of
/// fault-peer exhaust POLLER           has no file descriptors, then too few to run, and at a line of its input enough
/// fault-peer threadless               gets no threads, and at a line of its input as many as it wants
/// fault-peer hoard ENDPOINT           subscribes to everything, and reads on at a line of its input
/// fault-peer mute ENDPOINT            takes one request, prints "got", and does not answer
/// fault-peer ask ENDPOINT NAME        sends each line of its input under a routing id; prints what comes back
/// fault-peer number ENDPOINT NAME     asks once under a routing id, with a new number; prints the answer to it
/// fault-peer crowd ENDPOINT COUNT     so many clients ask; prints how many are answered
/// fault-peer vanish PORT COUNT        so many clients send a request each and are gone
/// fault-peer tear PORT                sends half a multipart message, prints "torn", and waits
/// fault-peer flood ENDPOINT           sends long multipart messages, one after the other
/// fault-peer drop PORT TYPE TIME      takes something of what comes, and so many milliseconds later is gone
/// fault-peer collect ENDPOINT TYPE    tells of each message its first frame, how many it has, and whether "end" is the last
/// ```
///
/// What binds prints its endpoints first. What runs on the runtime ends in order on SIGTERM, and prints its ledger.
@main enum Main {
  static func main() async {
    // Whatever becomes of the test that has started it, it does not stay for ever.
    alarm(120)
    signal(SIGUSR1) { _ in }
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch (arguments.first, arguments.count) {
      case ("serve", 2): try await Servers.serve(SocketConfiguration(.rep, bind: [arguments[1]]))
      case ("work", 3): try await Servers.serve(SocketConfiguration(.rep, connect: [arguments[1]]), as: arguments[2])
      case ("broker", 3): try await Servers.broker(front: arguments[1], back: arguments[2])
      case ("whoami", 1): try await Servers.whoami()
      case ("limit", 2):
        limitFiles(to: Int(arguments[1]) ?? 64)
        var configuration = SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"])
        configuration.events = SocketEvents()
        try await Servers.serve(configuration)
      case ("exhaust", 2): try await Servers.exhaust(arguments[1] == "zmqPoll" ? .zmqPoll : .best)
      #if canImport(Glibc)
        case ("threadless", 1): try await Servers.threadless()
      #endif
      case ("hoard", 2): try await Subscriber.hoard(arguments[1])
      case ("mute", 2): try Peers.mute(arguments[1])
      case ("ask", 3): try Peers.ask(arguments[1], as: arguments[2])
      case ("number", 3): try await Numbered.ask(arguments[1], as: arguments[2])
      case ("crowd", 3): try Peers.crowd(arguments[1], count: Int(arguments[2]) ?? 1)
      case ("vanish", 3): RawPeers.vanish(port: UInt16(arguments[1]) ?? 0, count: Int(arguments[2]) ?? 1)
      case ("tear", 2): RawPeers.tear(port: UInt16(arguments[1]) ?? 0)
      case ("flood", 2): try Multipart.flood(arguments[1])
      case ("drop", 4):
        RawPeers.drop(port: UInt16(arguments[1]) ?? 0, as: arguments[2], after: UInt32(arguments[3]) ?? 1)
      case ("collect", 3): try await Multipart.collect(arguments[1], as: SocketType(rawValue: arguments[2]) ?? .pull)
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

  /// Prints a ledger as people see it, and a line that ends it.
  static func tell(_ process: RunningProcess) async {
    await say("\(process.ledger())\n---")
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

  #if canImport(Glibc)
    /// Lets this program start no further threads, or as many as it wants: no stack of such a size can be had.
    static func allowThreads(_ areAllowed: Bool) {
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      pthread_attr_setstacksize(&attributes, areAllowed ? 8 << 20 : 1 << 47)
      // Glibc's module for Swift leaves it out.
      typealias SetDefault = @convention(c) (UnsafePointer<pthread_attr_t>) -> Int32
      let symbol = dlsym(nil, "pthread_setattr_default_np")
      let status = symbol.map { unsafeBitCast($0, to: SetDefault.self)(&attributes) }
      if status != 0 { say("failed: the stack's size cannot be set") }
      pthread_attr_destroy(&attributes)
    }

    /// Lets Dispatch start the threads that Swift runs on.
    static func warmUp() async {
      await withTaskGroup { group in for _ in 0..<16 { group.addTask { usleep(20_000) } } }
    }
  #endif
}
