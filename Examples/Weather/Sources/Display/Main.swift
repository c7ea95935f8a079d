import WeatherProtocol
import ZMQSockets

/// Shows the weather of one city, or of all, until Ctrl-C.
///
/// ```
/// Display                                     all cities, from where weather.yaml says
/// Display Oldenburg                           one city
/// Display Oldenburg tcp://127.0.0.1:6001      from there
/// ```
@main
enum Main {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    var display = Weather.Display(reports: Wall())
    // The topic is `weather.{city}`: libzmq sends only what begins with one of these.
    if let city = arguments.first { display.sockets.reports.subscriptions = [Array("weather.\(city)".utf8)] }
    if let endpoint = arguments.dropFirst().first { display.sockets.reports.connect = [endpoint] }
    try await display.run(on: ZMQTransport())
  }
}
