import SpecModel

extension ProtocolSpec {
  /// `Client REQ`
  func named(_ id: SocketID) -> String { Page.visible("\(self[id.process].name.text) \(self[id].type.rawValue)") }

  /// The first socket whose routing id frame lists show under this name.
  func owner(ofRoutingID name: String) -> SocketID? { socketIDs.first { self[$0].shownAs == name } }

  /// Whether a socket sets its routing id, and does not leave it to libzmq.
  func setsRoutingID(_ id: SocketID) -> Bool { self[id].routingID != nil || self[id.process].routingID != nil }

  /// The bytes of the routing id that a socket sets; nil where it sets none, or one that depends on the program.
  func routingIDSize(of id: SocketID) -> Int? {
    guard let template = self[id].routingID ?? self[id.process].routingID, template.placeholders.isEmpty else {
      return nil
    }
    return template.text.utf8.count
  }
}
