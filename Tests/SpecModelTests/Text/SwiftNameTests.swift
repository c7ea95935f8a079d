import SpecModel
import Testing

@Suite struct SwiftNameTests {
  @Test(
    "names of types and of members",
    arguments: [
      ("sending-pings", "SendingPings", "sendingPings"),
      ("ping_uuid", "PingUuid", "pingUuid"),
      ("PingProc", "PingProc", "pingProc"),
      ("URL-map", "URLMap", "urlMap"),
      ("URLMap", "URLMap", "urlMap"),
      ("ID", "ID", "id"),
      ("x2", "X2", "x2"),
      ("2d-point", "_2dPoint", "_2dPoint"),
      ("a--b", "AB", "aB"),
      ("straße", "Straße", "straße"),
      ("-", "_", "_"),
      ("self", "Self", "self_"),
      ("Self", "Self", "self_"),
      ("hash-value", "HashValue", "hashValue_"),
    ])
  func spellings(name: String, type: String, member: String) {
    #expect(SwiftName.type(name) == type)
    #expect(SwiftName.member(name) == member)
  }
}
