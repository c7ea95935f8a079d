extension Scene {
  /// The same scene with each process under its initials, and the key to them.
  ///
  /// ```
  /// PP1 = PingProc
  /// PP2 = PongProc
  /// ```
  ///
  /// Processes with the same initials are numbered; a name that its initials would not shorten stays.
  func abbreviated() -> (scene: Scene, key: [String]) {
    let initials = participants.map { Scene.initials(of: $0.name) }
    var taken = Set(participants.map(\.name))
    var scene = self
    var key: [String] = []
    for (index, participant) in participants.enumerated() {
      let short = initials[index]
      let isShared = initials.filter { $0 == short }.count > 1
      var candidate = isShared ? short + "1" : short
      var number = 1
      while taken.contains(candidate) {
        number += 1
        candidate = short + "\(number)"
      }
      guard candidate.count < participant.name.count else { continue }
      taken.insert(candidate)
      scene.participants[index].name = candidate
      key.append("\(candidate) = \(participant.name)")
    }
    return (scene, key)
  }

  /// `PingProc` → `PP`, `log_sink` → `ls`, `HTTPServer` → `HTTPS`, `Worker (n)` → `W`.
  private static func initials(of name: String) -> String {
    var initials = ""
    var begins = true
    for character in name.prefix(while: { $0 != " " }) {
      if character == "_" || character == "-" {
        begins = true
        continue
      }
      if begins || character.isUppercase { initials.append(character) }
      begins = false
    }
    return initials
  }
}
