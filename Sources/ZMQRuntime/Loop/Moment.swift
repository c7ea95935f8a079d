/// A point in time whose size is known when the program is compiled.
///
/// That of `ContinuousClock.Instant` is the standard library's to choose: a class or an array that holds one finds its
/// other members only at run time, which every message would pay for.
struct Moment: Comparable {
  private let sinceReference: Duration

  private static let reference = ContinuousClock.now

  init(_ instant: ContinuousClock.Instant) { self.init(sinceReference: Self.reference.duration(to: instant)) }

  private init(sinceReference: Duration) { self.sinceReference = sinceReference }

  var instant: ContinuousClock.Instant { Self.reference + sinceReference }

  static func < (one: Moment, other: Moment) -> Bool { one.sinceReference < other.sinceReference }

  static func + (moment: Moment, time: Duration) -> Moment { Moment(sinceReference: moment.sinceReference + time) }

  static func - (moment: Moment, time: Duration) -> Moment { Moment(sinceReference: moment.sinceReference - time) }
}
