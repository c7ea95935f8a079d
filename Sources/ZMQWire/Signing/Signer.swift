/// What signs a process's messages and tells a peer's signatures from forged ones: supplied by the program for layouts
/// with `sign(…)`.
///
/// ```swift
/// let kernel = Jupyter.Kernel(signer: HMACSigner(key: key), shell: shell)
/// ```
///
/// A signature covers whole frames as they stand on the wire, one behind the other in the order in which `sign(…)` names
/// what is in them. It is made when they have been written, and checked before anything in them is read. The program
/// gives the signer because only the program has the keys.
///
/// One that makes a signature and compares it needs `signature(of:)` alone; one with a public key for each peer has its
/// own `isValid(_:of:)`. Both are called on the process's loop, and keep every socket of it waiting.
public protocol Signer: Sendable {
  /// The signature of frames that are about to be sent.
  ///
  /// - Returns: The bytes themselves: a field of type `bytes` holds them as they are, one of type `string` as lowercase
  ///   hexadecimal digits.
  /// - Throws: What kept it from signing; the message is not sent, and whoever sends it gets an `UnencodableValue`.
  func signature(of frames: borrowing SignedFrames) throws -> [UInt8]

  /// Whether a signature that a peer has sent is that of these frames.
  ///
  /// How long it takes must not depend on how much of a forged signature is right.
  ///
  /// - Parameter signature: Bytes from outside, of any number.
  func isValid(_ signature: [UInt8], of frames: borrowing SignedFrames) -> Bool
}

extension Signer {
  /// Makes the signature again and compares all of its bytes, whichever differ.
  public func isValid(_ signature: [UInt8], of frames: borrowing SignedFrames) -> Bool {
    guard let own = try? self.signature(of: frames), own.count == signature.count else { return false }
    var difference: UInt8 = 0
    for index in own.indices { difference |= own[index] ^ signature[index] }
    return difference == 0
  }

  /// The signature of frames that are at hand as arrays: for tests, and for programs without a socket.
  public func signature(of frames: [[UInt8]]) throws -> [UInt8] {
    let stored = StoredFrames(frames)
    defer { withExtendedLifetime(stored) {} }
    return try signature(of: SignedFrames(stored, at: frames.indices))
  }

  /// Whether a signature is that of frames that are at hand as arrays.
  public func isValid(_ signature: [UInt8], of frames: [[UInt8]]) -> Bool {
    let stored = StoredFrames(frames)
    defer { withExtendedLifetime(stored) {} }
    return isValid(signature, of: SignedFrames(stored, at: frames.indices))
  }
}
