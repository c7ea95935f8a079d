import SpecModel

/// An endpoint cut where libzmq cuts it: `tcp`, `127.0.0.1`, `5678`.
struct EndpointParts {
  /// In front of `://`; empty where that is missing.
  var transport: String
  /// Behind `://`.
  var address: String
  /// Between `://` and the last colon, brackets of IPv6 included; the whole address where there is none.
  var host: String
  /// Behind the last colon; nil where there is none.
  var port: String?

  init(_ endpoint: EndpointSpec) {
    transport = String(endpoint.transport)
    let text = endpoint.address.text
    address = transport.isEmpty ? text : String(text.dropFirst(transport.count + 3))
    host = address
    port = nil
    // A colon inside brackets belongs to an IPv6 address, one inside braces to nothing.
    guard let colon = address.lastIndex(of: ":"), !address[colon...].contains("]") else { return }
    host = String(address[..<colon])
    port = String(address[address.index(after: colon)...])
  }

  /// Whether the text has a `{parameter}` in it, whose value only the program knows.
  static func isOpen(_ text: String) -> Bool { text.contains("{") }

  /// The port as a number, where it is one.
  var portNumber: Int? { port.flatMap { Int($0) } }

  /// Whether the system chooses the port at each start.
  var portIsChosenBySystem: Bool { port == "*" || port == "0" }

  /// Whether it stands for all interfaces of the machine.
  var hostIsWildcard: Bool { host == "*" || host == "0.0.0.0" || host == "[::]" || host == "::" }
}
