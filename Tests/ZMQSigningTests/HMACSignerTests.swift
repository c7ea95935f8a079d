import Testing
import ZMQSigning
import ZMQWire

@Suite struct HMACSignerTests {
  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  /// RFC 4231, section 4, test cases 1 to 4, 6 and 7, and 5, whose code is cut to 128 bits there.
  @Test(
    "The codes of RFC 4231 come out",
    arguments: [
      (
        Array(repeating: 0x0B, count: 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        Array(repeating: 0xAA, count: 20), Array(repeating: 0xDD, count: 50),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
      ),
      (
        Array(1...25), Array(repeating: 0xCD, count: 50),
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
      ),
      (
        Array(repeating: 0x0C, count: 20), Array("Test With Truncation".utf8), "a3b6167473100ee06e0c796c2955552b"
      ),
      (
        Array(repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
      (
        Array(repeating: 0xAA, count: 131),
        Array(
          "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm."
            .utf8),
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
      ),
    ] as [([UInt8], [UInt8], String)])
  func rfc4231(key: [UInt8], data: [UInt8], code: String) throws {
    let signer = HMACSigner(key: key)
    let signature = try signer.signature(of: [data])
    #expect(signature.count == 32)
    #expect(Array(signature.prefix(code.utf8.count / 2)) == bytes(code))
    #expect(signer.isValid(signature, of: [data]))
    // However the bytes are dealt to frames, the signature is that of all of them.
    #expect(try signer.signature(of: [[], Array(data.prefix(3)), Array(data.dropFirst(3))]) == signature)
  }

  @Test("No other signature is valid: one bit, one byte more or less, another frame, another key")
  func forged() throws {
    let signer = HMACSigner(key: "key")
    let frames = [Array("{}".utf8), Array("{\"a\":1}".utf8)]
    let signature = try signer.signature(of: frames)
    #expect(signer.isValid(signature, of: frames))
    for bit in 0..<256 {
      var forged = signature
      forged[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!signer.isValid(forged, of: frames))
    }
    for forged in [[], Array(signature.dropLast()), signature + [0], Array(signature.reversed())] {
      #expect(!signer.isValid(forged, of: frames))
    }
    #expect(!signer.isValid(signature, of: [frames[1], frames[0]]))
    #expect(!signer.isValid(signature, of: [frames[0]]))
    #expect(!HMACSigner(key: "kez").isValid(signature, of: frames))
  }

  @Test("With an empty key nothing is signed and nothing is valid")
  func emptyKey() throws {
    for signer in [HMACSigner(key: ""), HMACSigner(key: [])] {
      #expect(throws: EmptyKey()) { try signer.signature(of: [[1]]) }
      // What Python's hmac makes with an empty key.
      let known = bytes("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
      #expect(!signer.isValid(known, of: [[]]))
    }
  }

  @Test("Jupyter's signature, as Python's hmac makes it of four frames, is ours in hexadecimal digits")
  func jupyter() async throws {
    let answers = try await Python.signatures(count: 200)
    #expect(answers.count == 200)
    for answer in answers {
      let signer = HMACSigner(key: answer.key)
      let frames = answer.frames.map { Array($0.utf8) }
      let digits = try signer.signature(of: frames).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      #expect(digits == answer.signature)
      #expect(signer.isValid(bytes(answer.signature), of: frames))
    }
  }
}
