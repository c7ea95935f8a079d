extension JSONFault {
  /// Why a value was refused, as one byte.
  ///
  /// The first groups are raised by ``JSONReader`` and ``MessagePackReader``, the last by generated code, which knows
  /// what a protocol declares. ``expectation`` is the text of each.
  @frozen public enum Reason: UInt8, Sendable, CaseIterable {
    // Raised by the reader: the text is not JSON, or holds another kind of value.
    case expectedValue, expectedArray, expectedObject, expectedString, expectedKey, expectedColon
    case expectedCommaOrEndOfArray, expectedCommaOrEndOfObject, expectedEnd
    case expectedBool, expectedNull, expectedInteger, expectedNumber
    case expectedBase64, expectedUUID, expectedTimestamp, expectedDuration
    case malformedNumber, malformedEscape, loneSurrogate, controlCharacter, unterminatedString, notUTF8
    case tooDeep, duplicateKey, equivalentKey
    case outsideInt8, outsideInt16, outsideInt32, outsideInt64
    case outsideUInt8, outsideUInt16, outsideUInt32, outsideUInt64
    case outsideFloat, outsideDouble, outsideTimestamp, outsideDuration

    // Raised by the reader of MessagePack alone.
    case unknownFormat, truncated, expectedBytes, expectedPackedTimestamp, expectedStringAsKey, noPlaceInJSON
    case expectedEndOfFrame

    // Raised by generated code: the value is sound, and not what the protocol declares.
    case notAMessage, unknownMessageType, unknownMember, missingMember, missingArgument, tooManyArguments
    case argumentGivenTwice, unknownEnumCase, unknownUnionCase, wrongConstant, valueOutOfRange, wrongLength
    case patternMismatch
  }
}

extension JSONFault.Reason {
  /// What would have been right, with what generated code has said of it: the address of a literal, 0 for none.
  func expectation(_ literal: UInt) -> String {
    guard let text = UnsafePointer<UInt8>(bitPattern: literal).map({ String(cString: $0) }) else { return expectation }
    let name = text.prefix { $0 != " " && $0 != "\n" }
    switch self {
    case .missingArgument: return "the argument `\(name)`"
    case .missingMember: return "the member `\(name)`"
    default: return text
    }
  }

  /// What would have been right, in words that follow "expected".
  public var expectation: String {
    switch self {
    case .expectedValue: "a value"
    case .expectedArray: "an array"
    case .expectedObject: "an object"
    case .expectedString: "a string"
    case .expectedKey: "a key"
    case .expectedColon: "':'"
    case .expectedCommaOrEndOfArray: "',' or ']'"
    case .expectedCommaOrEndOfObject: "',' or '}'"
    case .expectedEnd: "the end of the text"
    case .expectedBool: "true or false"
    case .expectedNull: "null"
    case .expectedInteger: "an integer"
    case .expectedNumber: "a number"
    case .expectedBase64: "a string of base64 with padding"
    case .expectedUUID: "a UUID"
    case .expectedTimestamp: "a timestamp such as \"2026-01-31T09:30:00.25Z\""
    case .expectedDuration: "a number of seconds"
    case .malformedNumber: "a number as JSON writes it"
    case .malformedEscape: "an escape as JSON writes it"
    case .loneSurrogate: "both halves of a surrogate pair"
    case .controlCharacter: "control characters to be escaped"
    case .unterminatedString: "a closing quotation mark"
    case .notUTF8: "UTF-8"
    case .tooDeep: "fewer levels of nesting"
    case .duplicateKey: "each key once"
    case .equivalentKey: "no key that Unicode holds for the same as another one"
    case .outsideInt8: JSONFault.Reason.range(of: Int8.self)
    case .outsideInt16: JSONFault.Reason.range(of: Int16.self)
    case .outsideInt32: JSONFault.Reason.range(of: Int32.self)
    case .outsideInt64: JSONFault.Reason.range(of: Int64.self)
    case .outsideUInt8: JSONFault.Reason.range(of: UInt8.self)
    case .outsideUInt16: JSONFault.Reason.range(of: UInt16.self)
    case .outsideUInt32: JSONFault.Reason.range(of: UInt32.self)
    case .outsideUInt64: JSONFault.Reason.range(of: UInt64.self)
    case .outsideFloat: "a number that a float32 can hold"
    case .outsideDouble: "a number that a float can hold"
    case .outsideTimestamp: "a timestamp of the years 0001 to 9999 in microseconds"
    case .outsideDuration: "a duration whose whole seconds fit in 64 bits"
    case .unknownFormat: "a format of MessagePack"
    case .truncated: "no more than the frame holds"
    case .expectedBytes: "bytes"
    case .expectedPackedTimestamp: "a timestamp, the extension of type -1"
    case .expectedStringAsKey: "a string as key"
    case .noPlaceInJSON: "a value that JSON has too"
    case .expectedEndOfFrame: "the end of the frame"
    case .notAMessage: "a message"
    case .unknownMessageType: "a message type of this socket"
    case .unknownMember: "a declared member"
    case .missingMember: "all members that are required"
    case .missingArgument: "another argument"
    case .tooManyArguments: "no further argument"
    case .argumentGivenTwice: "each argument once"
    case .unknownEnumCase: "a case of the enum"
    case .unknownUnionCase: "a case of the union"
    case .wrongConstant: "the constant that the layout declares"
    case .valueOutOfRange: "a value in the declared range"
    case .wrongLength: "a value of the declared length"
    case .patternMismatch: "a string of the declared pattern"
    }
  }

  /// "an integer from -128 to 127"
  private static func range<T: FixedWidthInteger>(of type: T.Type) -> String {
    "an integer from \(T.min) to \(T.max)"
  }

  /// The reason for an integer token that is too large or too small for `type`.
  @inlinable public static func outside<T: FixedWidthInteger>(_ type: T.Type) -> JSONFault.Reason {
    switch (T.isSigned, T.bitWidth) {
    case (true, 8): .outsideInt8
    case (true, 16): .outsideInt16
    case (true, 32): .outsideInt32
    case (true, _): .outsideInt64
    case (false, 8): .outsideUInt8
    case (false, 16): .outsideUInt16
    case (false, 32): .outsideUInt32
    case (false, _): .outsideUInt64
    }
  }
}
