import WeatherProtocol
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Publishes what the weather is like, twice a second, until Ctrl-C.
///
/// ```
/// Station                          binds where weather.yaml says
/// Station tcp://127.0.0.1:6001     binds there
/// ```
@main
enum Main {
  static func main() async throws {
    var station = Weather.Station()
    if let endpoint = CommandLine.arguments.dropFirst().first { station.sockets.reports.bind = [endpoint] }
    try await station.run(on: ZMQTransport()) { station in
      // Ends with the scope: when the process is stopped.
      async let _: Void = publish(through: station.reports)
      await station.untilStopped()
    }
  }

  private static func publish(through reports: Weather.Station.ReportsClient) async throws {
    var window = Window()
    while true {
      for city in ["Oldenburg", "Cupertino"] {
        let (sky, temperature, wind) = window.look()
        try await reports.report(city: city, sky: sky, temperature: temperature, at: .now, wind: wind)
      }
      try await Task.sleep(for: .milliseconds(500))
    }
  }
}
