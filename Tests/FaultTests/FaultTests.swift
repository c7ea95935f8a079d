import Foundation
import Programs
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What happens to programs, done to real ones: `Fault` lists it, Docs/Faults.md tells what comes of it.
///
/// Serialized, because each states a time. After each, the process that was left stands in order: nothing hangs, every
/// message is in exactly one counter, and the counters of both sides fit together where both are ours.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct FaultTests {
  static func start(_ arguments: String...) throws -> Program {
    try Program(
      Installation.products.appending(path: "fault-peer"), arguments, in: FileManager.default.temporaryDirectory)
  }

  /// Starts a program that binds, and returns its endpoints.
  static func serve(_ arguments: String...) async throws -> (program: Program, endpoints: [String]) {
    let program = try Program(
      Installation.products.appending(path: "fault-peer"), arguments, in: FileManager.default.temporaryDirectory)
    return (program, try await program.line().split(separator: " ").map(String.init))
  }

  static func plan(_ name: String, _ socket: ProcessPlan.Socket) -> ProcessPlan {
    var settings = ProcessSettings(label: name)
    settings.stopSignals = []
    return ProcessPlan(name: name, settings: settings, sockets: [socket])
  }

  /// Ends a program of ours in order.
  ///
  /// - Returns: Its accounts by socket, each of them exact.
  static func end(_ program: Program) async throws -> [String: Account] {
    program.send(SIGTERM)
    var lines: [String] = []
    while case let line = try await program.line(within: .seconds(10)), line != "---" { lines.append(line) }
    #expect(try await program.end(within: .seconds(10)) == .exit(0), "\(program.transcript)")
    let accounts = Account.all(in: lines)
    #expect(!accounts.isEmpty && accounts.values.allSatisfy(\.isExact), "\(program.transcript)")
    return accounts
  }

  /// Ends a server of ours in order: it has answered all that it has received.
  static func endServer(_ program: Program, _ socket: String = "requests") async throws -> Account {
    let account = try #require(try await end(program)[socket])
    #expect(account.received == ["answered": account.received.total], "\(account)")
    #expect(
      account.offered == ["sent": account.offered["sent"], "unroutable": account.offered["unroutable"]], "\(account)")
    #expect(account.offered.total == account.received.total, "\(account)")
    return account
  }

  /// Kills a program.
  static func kill(_ program: Program) async throws {
    program.send(SIGKILL)
    #expect(try await program.end() == .signal(SIGKILL))
  }

  /// Prints a time for Docs/Faults.md, where it is asked for.
  static func note(_ fault: Fault, _ time: Duration) {
    guard ProcessInfo.processInfo.environment["ZMQSPEC_FAULT_TIMES"] != nil else { return }
    print("FAULT \(fault.rawValue) \(time)")
  }
}
