/// When the turn of a loop began that is under way: near enough where a message must not cost a look at the clock.
///
/// Not `Sendable`: what lives on the loop reads it there.
final class TurnClock {
  @exclusivity(unchecked) private(set) var moment: Moment
  /// When the reactor had looked at everything that may be ready for the last time: what is reported later has happened
  /// since, or while it looked.
  var looked: Moment
  /// The same as `moment`, for timers.
  var time: ContinuousClock.Instant { didSet { moment = Moment(time) } }

  init(_ time: ContinuousClock.Instant) {
    self.time = time
    moment = Moment(time)
    looked = moment
  }
}
