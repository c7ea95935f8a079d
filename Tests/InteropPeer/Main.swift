import ZMQRuntime

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The Swift side of the conversations in Tests/InteropTests:
///
/// ```
/// interop-peer pong VARIANT ENDPOINT           answers pings; prints its bound endpoint first
/// interop-peer again VARIANT ENDPOINT          the same, for the fourth time in one program
/// interop-peer hang VARIANT ENDPOINT COUNT     the same, but after that many its handler never returns
/// interop-peer ping VARIANT ENDPOINT COUNT     sends pings and checks what comes back
/// ```
///
/// The last line it prints is a `Report`. It ends when it is asked to stop, or by SIGINT or SIGTERM.
@main enum Main {
  static func main() async {
    // Whatever becomes of the test that has started it, it does not stay for ever.
    alarm(300)
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 3, let variant = variants[arguments[2]] else {
      complain("usage: interop-peer ping|pong|again|hang VARIANT ENDPOINT [COUNT]")
      exit(64)
    }
    do {
      switch (arguments[1], arguments.last.flatMap { Int($0) }) {
      case ("pong", nil): try await pong(variant, at: arguments[3], PongLogic(hangsAfter: .max))
      case ("again", nil):
        for _ in 0..<3 { try await shortly(variant, at: arguments[3]) }
        try await pong(variant, at: arguments[3], PongLogic(hangsAfter: .max))
      case ("hang", let count?): try await pong(variant, at: arguments[3], PongLogic(hangsAfter: count))
      case ("ping", let count?): try await ping(variant, at: arguments[3], count: count)
      default:
        complain("unknown role, or a count too much or too few: \(arguments.joined(separator: " "))")
        exit(64)
      }
    } catch {
      complain("\(error)")
      exit(1)
    }
  }

  private static func pong(
    _ variant: any Variant.Type, at endpoint: String, _ logic: sending PongLogic
  ) async throws {
    try await variant.pong(logic, at: endpoint) { process in
      say(process.endpoints(of: "pings").first ?? "")
      await process.untilStopped()
      await process.stop()
      say(Report(await process.counters(of: "pings")).json)
    }
  }

  private static func shortly(_ variant: any Variant.Type, at endpoint: String) async throws {
    try await variant.pong(PongLogic(hangsAfter: .max), at: endpoint) { process in _ = process.endpoints(of: "pings") }
  }

  private static func ping(_ variant: any Variant.Type, at endpoint: String, count: Int) async throws {
    try await variant.ping(at: endpoint) { pong in
      var expired = 0
      do {
        var answered = 0
        while answered < count {
          do {
            let reply = try await pong.ping(answered)
            guard reply == answered else { throw WrongAnswer(asked: answered, answered: reply) }
            answered += 1
          } catch let error as RequestError where error.reason != .stopped && expired < 10 {
            // The server may be on its way back: the same ping again.
            expired += 1
            complain("\(error)")
          }
        }
        try await pong.plzdiekthxbye()
      } catch let error as RequestError where error.reason == .stopped {
        complain("\(error)")
      }
      say(Report(await pong.process.counters(of: "pongs"), expired: expired).json)
    }
  }
}

/// An answer to another ping than the one that was sent.
struct WrongAnswer: Error, CustomStringConvertible {
  var asked: Int
  var answered: Int

  var description: String { "ping \(asked) was answered by pong \(answered)" }
}

/// Prints a line at once, also into a pipe.
func say(_ line: String) {
  print(line)
  fflush(nil)
}

/// Prints a line to standard error.
func complain(_ line: String) {
  let line = Array((line + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
}
