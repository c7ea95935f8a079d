// The handlers of weather.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Display does with what its SUB `reports` receives.
final class DisplayReports: Weather.Display.ReportsHandler {
  /// What the weather is like in one city at one moment.
  func report(
    city: String, sky: Weather.Sky, temperature: Double, at: Timestamp, wind: Weather.Wind?, origin: Origin
  ) throws {
    throw Unwritten("report")
  }
}

/// What Logger does with what its SUB `reports` receives.
final class LoggerReports: Weather.Logger.ReportsHandler {
  /// What the weather is like in one city at one moment.
  func report(
    city: String, sky: Weather.Sky, temperature: Double, at: Timestamp, wind: Weather.Wind?, origin: Origin
  ) throws {
    throw Unwritten("report")
  }
}
