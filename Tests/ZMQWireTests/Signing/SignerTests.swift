import Testing
import ZMQWire

@Suite("A signer without a comparison of its own")
struct SignerTests {
  private let signer = Checksum(key: 7)
  private let frames: [[UInt8]] = [Array("header".utf8), [], Array("content".utf8)]

  @Test("accepts its own signature, and no other, shorter, longer or empty one")
  func comparison() throws {
    let signature = try signer.signature(of: frames)
    #expect(signer.isValid(signature, of: frames))
    #expect(!signer.isValid([], of: frames))
    #expect(!signer.isValid(Array(signature.dropLast()), of: frames))
    #expect(!signer.isValid(signature + [0], of: frames))
    for index in signature.indices {
      var forged = signature
      forged[index] ^= 1
      #expect(!signer.isValid(forged, of: frames), "byte \(index)")
    }
  }

  @Test("accepts no signature of other frames, of other keys, or of the same bytes cut elsewhere")
  func otherFrames() throws {
    let signature = try signer.signature(of: frames)
    #expect(!signer.isValid(signature, of: Array(frames.reversed())))
    #expect(!signer.isValid(signature, of: [Array("headercontent".utf8)]))
    #expect(!signer.isValid(signature, of: []))
    #expect(!Checksum(key: 8).isValid(signature, of: frames))
  }

  @Test("that cannot sign accepts nothing")
  func failure() {
    #expect(throws: Broken.Failure.self) { try Broken().signature(of: frames) }
    #expect(!Broken().isValid([], of: frames))
  }
}

/// A sum that depends on a key, the bytes, their places, and where frames end; for tests, where nobody forges.
struct Checksum: Signer {
  let key: UInt64

  func signature(of frames: borrowing SignedFrames) -> [UInt8] {
    var sum = key &* 0x9e37_79b9_7f4a_7c15
    frames.forEach { frame in
      for index in frame.indices { sum = (sum ^ UInt64(frame[index])) &* 0x100_0000_01b3 }
      sum = (sum ^ 0x100) &* 0x100_0000_01b3
    }
    return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt64($0))) }
  }
}

private struct Broken: Signer {
  struct Failure: Error {}

  func signature(of frames: borrowing SignedFrames) throws -> [UInt8] { throw Failure() }
}
