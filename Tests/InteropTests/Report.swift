import Foundation
import Programs

/// The last line that a Swift peer prints: what has become of its socket's messages.
struct Report: Decodable, Equatable {
  var received: Int
  var handled: Int
  var sent: Int
  var failed = 0
  /// Requests that had no answer in time.
  var expired = 0
  /// By the names of `WireError.Reason`.
  var refused: [String: Int] = [:]
}

extension Program {
  /// Waits for a Swift peer's last line.
  func report() async throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(try await line().utf8))
  }
}
