import SpecDrawing
import SpecModel

/// The rows of a chain's drawing, so many for each step, with names in the arrows and without frames around groups.
struct ChainRows {
  /// Names and boxes.
  let header: [String]
  /// The rows of each step.
  let rows: [[String]]

  /// Draws the chain with one step more each time: what is new belongs to that step.
  init(_ chain: ChainSpec, in spec: ProtocolSpec) {
    var options = DrawingOptions()
    options.style = .ladder
    func lines(_ count: Int) -> [String] {
      var part = chain
      part.items = (0..<count).map { .step($0) }
      part.steps = Array(chain.steps.prefix(count))
      return Drawing.diagram(of: part, in: spec, options: options).text.split(separator: "\n").map(String.init)
    }
    let all = lines(chain.steps.count)
    header = Array(all.prefix(2))
    var start = header.count
    var rows: [[String]] = []
    for count in chain.steps.indices.map({ $0 + 1 }) {
      let end = min(max(start, lines(count).count), all.count)
      rows.append(Array(all[min(start, end)..<end]))
      start = end
    }
    self.rows = rows
  }
}
