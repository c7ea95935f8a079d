/// What a peer's bytes did wrong: where, what was expected there, and what was found.
///
/// It is thrown to nobody in particular: the runtime counts it under its reason, logs its one line and
/// hands it to the process's policy, and the loop goes on.
///
/// ```
/// frame 1, byte 9, args[0]: expected an integer, found "five"
/// ```
public struct WireError: Error, Equatable, Sendable {
  /// The rule that was broken, which names the counter.
  public var reason: Reason
  /// The frame within the multipart message, counted from 0; nil where the fault is in none of them.
  public var frame: Int?
  /// The byte within the frame, counted from 0.
  public var offset: Int?
  /// The value within the frame: `args[0].points[3].x`; empty for the frame itself. A long one lacks its middle.
  public var path: String
  /// What would have been right, in words that follow "expected".
  public var expected: String
  /// What was there instead, short and printable; empty where that says nothing.
  public var found: String

  /// How many characters a path has at most: a peer may name five hundred keys inside one another.
  static var pathLimit: Int { 200 }

  /// An error with these facts.
  public init(
    _ reason: Reason, frame: Int? = nil, offset: Int? = nil, path: String = "", expected: String, found: String = ""
  ) {
    self.reason = reason
    self.frame = frame
    self.offset = offset
    self.path = Excerpt.cutInTheMiddle(path, to: WireError.pathLimit)
    self.expected = expected
    self.found = found
  }

  /// A stable name for the kind of error; the raw value is what a counter is called.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    // The multipart message.
    case emptyBody, tooFewFrames, tooManyFrames, missingDelimiter, tooLarge
    // The encoding.
    case notUTF8, notJSON, notMessagePack, tooDeep, duplicateKey
    // The message.
    case notAMessage, unknownType, outOfTurn, lateAnswer, wrongArguments, unknownMember, missingMember
    case wrongType, unknownCase, outOfRange, wrongLength, wrongConstant, badSignature
  }
}

extension WireError: CustomStringConvertible {
  /// The whole error in one line that prints.
  public var description: String {
    var place: [String] = []
    if let frame { place.append("frame \(frame)") }
    if let offset { place.append("byte \(offset)") }
    if !path.isEmpty { place.append(path) }
    let what = found.isEmpty ? "expected \(expected)" : "expected \(expected), found \(found)"
    return place.isEmpty ? what : "\(place.joined(separator: ", ")): \(what)"
  }
}

extension WireError {
  /// The error for a fault that a JSON reader or generated code has met in a frame.
  ///
  /// `naming` replaces the beginning of a path by what a protocol calls it; the longest one that fits
  /// counts. `expecting` is the text for a rule that only generated code knows. `limits` are those of the reader.
  ///
  /// ```swift
  /// WireError(fault, frame: 1, in: bytes, naming: [([1], "args"), ([2], "kwargs")])
  /// ```
  @inline(never)
  public init(
    _ fault: JSONFault, frame: Int, in bytes: Span<UInt8>, naming names: [(path: JSONPath, name: String)] = [],
    expecting: String? = nil, limits: CodecLimits = .default
  ) {
    let (path, isOutsideNames) = WireError.name(JSONPath.locate(offset: fault.offset, in: bytes), by: names)
    self.init(
      Reason(
        fault.reason, unexpected: Reason(unexpectedValueAt: fault.offset, in: bytes, limits),
        isOutsideNames: isOutsideNames),
      frame: frame, offset: fault.offset, path: path, expected: expecting ?? fault.expectation,
      found: Excerpt.token(at: fault.offset, in: bytes))
  }

  /// A path in the words of a protocol, and whether none of its names fits although there are some.
  static func name(
    _ path: JSONPath, by names: [(path: JSONPath, name: String)]
  ) -> (text: String, isOutsideNames: Bool) {
    let fitting = names.filter { path.begins(with: $0.path) }
    let longest = fitting.max { $0.path.components.count < $1.path.components.count }
    let rest = JSONPath(Array(path.components.dropFirst(longest?.path.components.count ?? 0))).description
    return (longest.map { $0.name + rest } ?? String(rest.trimmingPrefix(".")), !names.isEmpty && longest == nil)
  }
}

extension WireError.Reason {
  /// The kind of error that a fault is.
  ///
  /// - Parameter broken: What is wrong with a value of another type than was expected, beside that.
  init(_ reason: JSONFault.Reason, unexpected broken: @autoclosure () -> Self?, isOutsideNames: Bool) {
    switch reason {
    case .expectedArray, .expectedObject, .expectedString, .expectedBool, .expectedNull, .expectedInteger,
      .expectedNumber, .expectedBase64, .expectedUUID, .expectedTimestamp, .expectedDuration, .expectedBytes,
      .expectedPackedTimestamp, .expectedStringAsKey, .noPlaceInJSON:
      self = broken() ?? (isOutsideNames ? .notAMessage : .wrongType)
    case .expectedValue: self = broken() ?? .wrongType
    case .unknownFormat, .truncated, .expectedEndOfFrame: self = .notMessagePack
    case .expectedKey, .expectedColon, .expectedCommaOrEndOfArray, .expectedCommaOrEndOfObject,
      .expectedEnd, .malformedNumber, .malformedEscape, .loneSurrogate, .controlCharacter, .unterminatedString:
      self = .notJSON
    case .notUTF8: self = .notUTF8
    case .tooDeep: self = .tooDeep
    case .duplicateKey, .equivalentKey: self = .duplicateKey
    case .outsideInt8, .outsideInt16, .outsideInt32, .outsideInt64, .outsideUInt8, .outsideUInt16, .outsideUInt32,
      .outsideUInt64, .outsideFloat, .outsideDouble, .outsideTimestamp, .outsideDuration, .valueOutOfRange,
      .patternMismatch:
      self = .outOfRange
    case .notAMessage: self = .notAMessage
    case .unknownMessageType: self = .unknownType
    case .unknownMember: self = .unknownMember
    case .missingMember: self = .missingMember
    case .missingArgument, .tooManyArguments, .argumentGivenTwice: self = .wrongArguments
    case .unknownEnumCase, .unknownUnionCase: self = .unknownCase
    case .wrongConstant: self = .wrongConstant
    case .wrongLength: self = .wrongLength
    }
  }

  /// What is wrong with a value that is not of the type expected there, beside that; nil where it is sound.
  fileprivate init?(unexpectedValueAt offset: Int, in bytes: Span<UInt8>, _ limits: CodecLimits) {
    var probe = JSONReader(limits: limits)
    probe.offset = offset
    do throws(JSONFault) {
      try probe.skipValue(in: bytes)
      return nil
    } catch {
      switch error.reason {
      case .tooDeep: self = .tooDeep
      case .notUTF8: self = .notUTF8
      case .duplicateKey: self = .duplicateKey
      default: self = .notJSON
      }
    }
  }
}
