/// Texts of numbers as JSON allows them, which no writer makes: many digits, any exponent.
enum RandomNumberText {
  static func make(using generator: inout SplitMix) -> String {
    var text = Bool.random(using: &generator) ? "-" : ""
    let count = Int.random(in: 1...25, using: &generator)
    let point = Int.random(in: 1...25, using: &generator)
    for index in 0..<count {
      if index == point { text += "." }
      let lowest = index == 0 && count > 1 && point > 1 ? 1 : 0
      text += "\(Int.random(in: lowest...9, using: &generator))"
    }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return text
    case 1: return text + "e\(Int.random(in: -30...30, using: &generator))"
    case 2: return text + "E+\(Int.random(in: 0...310, using: &generator))"
    default: return text + "e-\(Int.random(in: 0...345, using: &generator))"
    }
  }
}
