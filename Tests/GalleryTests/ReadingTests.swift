import SpecModel
import Testing
import ZMQWire

/// Messages read by interpretation: every sample of the gallery is what it should be, and nothing that a peer may send
/// makes the reader trip.
@Suite("Messages are read by their layouts")
struct ReadingTests {
  @Test("every sample is read, and says its fields")
  func samples() throws {
    var count = 0
    for spec in LanguageInUseTests.specs {
      for message in spec.messages where spec.vectors().contains(where: { spec[$0.message].name == message.name }) {
        let fields = try message.read(message.sampleFrames(in: spec).map(\.bytes), in: spec)
        for field in message.fields where !field.mayBeAbsent {
          #expect(fields.contains { $0.name == field.name.text }, "\(spec.name): \(message.name).\(field.name)")
        }
        count += 1
      }
    }
    #expect(count > 100)
  }

  @Test("vectors are right and wrong, and no two of a message are the same")
  func vectors() {
    for spec in LanguageInUseTests.specs {
      let vectors = spec.vectors()
      #expect(Set(vectors.map { "\($0.message) \($0.frames)" }).count == vectors.count)
      #expect(vectors.contains { if case .refused = $0.verdict { true } else { false } })
    }
  }

  @Test("mutants of messages are refused or read, and nothing else")
  func mutants() {
    var random = Numbers(seed: 7)
    var (refused, read) = (0, 0)
    for spec in LanguageInUseTests.specs {
      for vector in spec.vectors() {
        var frames = vector.frames
        for _ in 0..<1 + random.next(3) {
          guard !frames.isEmpty else { break }
          let index = random.next(frames.count)
          switch random.next(5) {
          case 0: frames.remove(at: index)
          case 1: frames.insert(frames[index], at: index)
          case 2: frames[index] += [UInt8(random.next(256))]
          case 3 where !frames[index].isEmpty: frames[index].removeLast(1 + random.next(frames[index].count))
          default:
            if !frames[index].isEmpty { frames[index][random.next(frames[index].count)] = UInt8(random.next(256)) }
          }
        }
        do throws(WireError) {
          _ = try spec[vector.message].read(frames, in: spec)
          read += 1
        } catch {
          #expect(!error.expected.isEmpty)
          refused += 1
        }
      }
    }
    #expect(refused > 1000 && read > 10)
  }

  /// The same numbers every time.
  private struct Numbers {
    var seed: UInt64

    mutating func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(limit))
    }
  }
}
