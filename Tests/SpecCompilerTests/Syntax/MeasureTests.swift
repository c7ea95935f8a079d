@testable import SpecCompiler
import Testing

/// Numbers with units.
@Suite struct MeasureTests {
  @Test(
    arguments: [
      ("2s", 2_000_000), ("250ms", 250_000), ("2.5s", 2_500_000), ("0.000001s", 1), ("1.50ms", 1500), ("7us", 7),
      ("1.5min", 90_000_000), ("1h", 3_600_000_000), ("0s", 0), ("2.0us", 2),
    ] as [(String, Int64)])
  func `times in microseconds`(text: String, value: Int64) {
    #expect(Measure.value(of: text, in: Measure.times) == value)
  }

  @Test(
    arguments: [
      ("64MiB", 67_108_864), ("10kB", 10_000), ("1.5KiB", 1536), ("3B", 3), ("2GB", 2_000_000_000),
    ] as [(String, Int64)])
  func `sizes in bytes`(text: String, value: Int64) {
    #expect(Measure.value(of: text, in: Measure.sizes) == value)
  }

  @Test(arguments: [
    "", "2", "s", "2 s", "-2s", "+2s", ".5s", "2.s", "1.2.3s", "2S", "2sec", "0.5us", "99999999999999999999s",
    "9999999999999h", "1e3s", "٣s",
  ])
  func `what is no time`(text: String) {
    #expect(Measure.value(of: text, in: Measure.times) == nil)
  }
}
