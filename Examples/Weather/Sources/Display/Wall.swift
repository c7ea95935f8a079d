import Foundation
import WeatherProtocol
import ZMQRuntime
import ZMQWire

/// The wall that the display hangs on.
final class Wall: Weather.Display.ReportsHandler {
  func report(
    city: String, sky: Weather.Sky, temperature: Double, at: Timestamp, wind: Weather.Wind?, origin: Origin
  ) {
    let air = wind.map { "wind \($0.speed) m/s from \($0.degrees)" } ?? "no wind"
    print("\(city): \(sky), \(temperature) degrees, \(air)")
    fflush(nil)  // now, even into a pipe
  }
}
