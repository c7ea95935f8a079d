/// When the turn of a loop began that is under way: near enough where a message must not cost a look at the clock.
///
/// Not `Sendable`: what lives on the loop reads it there.
final class TurnClock {
  @exclusivity(unchecked) var time: ContinuousClock.Instant
  /// When the reactor had looked at everything that may be ready for the last time: what is reported later has happened
  /// since, or while it looked.
  var looked: ContinuousClock.Instant

  init(_ time: ContinuousClock.Instant) {
    self.time = time
    looked = time
  }
}
