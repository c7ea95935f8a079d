@testable import SpecCompiler
import Testing

/// What texts without quotes mean, by YAML 1.1 (yaml.org/type) and YAML 1.2.2, section 10.3.2.
@Suite struct PlainScalarTests {
  @Test(
    arguments: [
      ("", .null), ("~", .null), ("null", .null), ("NULL", .null), ("true", .bool(true)), ("False", .bool(false)),
      ("0", .int(0)), ("-0", .int(0)), ("+12", .int(12)), ("-9223372036854775808", .int(.min)),
      ("9223372036854775807", .int(.max)), ("9223372036854775808", .uint(9_223_372_036_854_775_808)),
      ("18446744073709551615", .uint(.max)), ("0x1F", .int(31)), ("0xffffffffffffffff", .uint(.max)),
      ("1.5", .float(1.5)), ("-1.", .float(-1)), (".5", .float(0.5)), ("+1.5e+3", .float(1500)),
      ("1.0E-2", .float(0.01)),
      (".inf", .float(.infinity)), ("-.INF", .float(-.infinity)),
    ] as [(String, PlainScalar)])
  func `values that both versions read alike`(text: String, value: PlainScalar) {
    #expect(PlainScalar(text) == value)
  }

  @Test(arguments: [
    "red", "2s", "250ms", "nullx", "tRUE", "yEs", "-", "+", ".", "--", "a:b", "0x", "0b", "0o", "0o8", "0xG", "1.2.3",
    "10:80", "127.0.0.1:80", "1:2x", "12a", "-a", "2001-1", "tcp://x", "_1", "0x1_F", "٣", "1e", "e5",
  ])
  func `texts in both versions`(text: String) {
    #expect(PlainScalar(text) == .string)
  }

  @Test(arguments: [
    ("yes", "a truth value in YAML 1.1 and a text in YAML 1.2"),
    ("Off", "a truth value in YAML 1.1 and a text in YAML 1.2"),
    ("y", "a truth value in YAML 1.1 and a text in YAML 1.2"),
    ("017", "an octal number in YAML 1.1 and a decimal number in YAML 1.2"),
    ("089", "a text in YAML 1.1 and a decimal number in YAML 1.2"),
    ("0o17", "a text in YAML 1.1 and an octal number in YAML 1.2"),
    ("0b101", "a binary number in YAML 1.1 and a text in YAML 1.2"),
    ("-0x1F", "a number in YAML 1.1 and a text in YAML 1.2"),
    ("1_000", "a number in YAML 1.1 and a text in YAML 1.2"),
    ("1e5", "a text in YAML 1.1 and a number in YAML 1.2"),
    ("1.5e3", "a text in YAML 1.1 and a number in YAML 1.2"),
    ("1:30", "a number to the base 60 in YAML 1.1 and a text in YAML 1.2"),
    ("-190:20:30.15", "a number to the base 60 in YAML 1.1 and a text in YAML 1.2"),
    ("2001-12-14", "a date in YAML 1.1 and a text in YAML 1.2"),
    ("2001-12-14T21:59:43Z", "a date in YAML 1.1 and a text in YAML 1.2"),
    ("=", "a special key in YAML 1.1 and a text in YAML 1.2"),
  ])
  func `texts on which the versions differ`(text: String, difference: String) {
    #expect(PlainScalar(text) == .ambiguous(difference))
  }

  @Test(arguments: ["18446744073709551616", "-9223372036854775809", "0x10000000000000000", "1.0e+999"])
  func `numbers that do not fit`(text: String) {
    #expect(PlainScalar(text) == .tooLarge)
  }
}
