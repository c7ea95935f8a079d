import SpecModel

/// The difference between frames as written and as derived, frame by frame.
enum FrameDifference {
  /// One note for each frame that is wrong, missing or superfluous; none where the lists agree.
  ///
  /// Frames that agree are matched first (longest common subsequence), so that one forgotten frame does
  /// not make all that follow look wrong. Nobody writes hundreds of frames: those are compared in order.
  static func notes(written: FrameListSpec, expected: [ExpectedFrame]) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var (w, e) = (0, 0)
    for match in matches(written.frames, expected) + [(written.frames.count, expected.count)] {
      while w < match.0 || e < match.1 {
        let range = w < written.ranges.count ? written.ranges[w] : written.range
        if w < match.0, e < match.1 {
          notes.append(
            Diagnostic.Note("frame \(e + 1) is \(expected[e].description), and not \(written.frames[w])", at: range))
          (w, e) = (w + 1, e + 1)
        } else if w < match.0 {
          notes.append(Diagnostic.Note("there is no frame \(written.frames[w]) here", at: range))
          w += 1
        } else {
          let behind = w > 0 && w <= written.ranges.count ? written.ranges[w - 1] : written.range
          let place = w > 0 ? "behind this" : "in front"
          notes.append(
            Diagnostic.Note(
              "frame \(e + 1) is missing \(place): \(expected[e].description)", at: w > 0 ? behind : range))
          e += 1
        }
      }
      (w, e) = (match.0 + 1, match.1 + 1)
    }
    return notes
  }

  /// The pairs of indices at which the two lists agree, in order.
  private static func matches(_ written: [String], _ expected: [ExpectedFrame]) -> [(Int, Int)] {
    guard written.count <= 64 else {
      return zip(written.indices, expected.indices).filter { expected[$0.1].matches(written[$0.0]) }
    }
    // length[i][j]: how many agree from i and j on.
    var length = Array(repeating: Array(repeating: 0, count: expected.count + 1), count: written.count + 1)
    for i in written.indices.reversed() {
      for j in expected.indices.reversed() {
        length[i][j] =
          expected[j].matches(written[i]) ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < written.count, j < expected.count {
      if expected[j].matches(written[i]) {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if length[i + 1][j] >= length[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }
}
