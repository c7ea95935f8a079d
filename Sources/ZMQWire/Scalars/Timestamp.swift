#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A moment in UTC, to the microsecond, in the years 0001 to 9999.
///
/// Those are the moments that RFC 3339 can write and Python's `datetime` can hold, so a Timestamp
/// always has a text.
///
/// ```swift
/// Timestamp("2026-01-31T09:30:00.25Z")?.microseconds   // 1_769_851_800_250_000
/// ```
@frozen public struct Timestamp: Sendable, Hashable {
  /// Microseconds since 1970-01-01T00:00:00Z; negative before.
  public let microseconds: Int64

  /// 0001-01-01T00:00:00Z.
  public static let earliest = Timestamp(proved: -62_135_596_800_000_000)
  /// 9999-12-31T23:59:59.999999Z.
  public static let latest = Timestamp(proved: 253_402_300_799_999_999)

  /// The moment so many microseconds after 1970-01-01T00:00:00Z; nil outside the years 0001 to 9999.
  public init?(microseconds: Int64) {
    guard microseconds >= Timestamp.earliest.microseconds, microseconds <= Timestamp.latest.microseconds else {
      return nil
    }
    self.microseconds = microseconds
  }

  /// The moment so many microseconds after 1970-01-01T00:00:00Z, or the nearest of the years 0001 to 9999.
  public init(clampingMicroseconds microseconds: Int64) {
    self.microseconds = min(max(microseconds, Timestamp.earliest.microseconds), Timestamp.latest.microseconds)
  }

  private init(proved microseconds: Int64) { self.microseconds = microseconds }

  /// The present moment by the system's clock.
  public static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let (seconds, overflows) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000)
    // A clock beyond the year 9999 is set wrong; it stands still there.
    return overflows ? latest : Timestamp(microseconds: seconds + Int64(time.tv_nsec) / 1000) ?? latest
  }

  /// The moment `duration` later, what is less than a microsecond cut off; nil outside the years 0001 to 9999.
  public func advanced(by duration: Duration) -> Timestamp? {
    let sum = Int128(microseconds) + duration.attoseconds / 1_000_000_000_000
    return Int64(exactly: sum).flatMap { Timestamp(microseconds: $0) }
  }

  /// How long after this moment `other` is.
  public func duration(to other: Timestamp) -> Duration { .microseconds(other.microseconds - microseconds) }
}

extension Timestamp: Comparable {
  /// Earlier is less.
  public static func < (one: Timestamp, other: Timestamp) -> Bool { one.microseconds < other.microseconds }
}
