import Foundation

#if canImport(Darwin)
  import Darwin
#endif

/// The memory of this process.
enum PeakMemory {
  /// The most megabytes that this process has had in memory at a time.
  static var megabytes: Int {
    #if canImport(Darwin)
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss) / 1_000_000
    #else
      // Not getrusage, which begins with what the process had that started this one.
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
      let kibibytes = line.split(separator: " ").compactMap { Int($0) }.first ?? 0
      return kibibytes * 1024 / 1_000_000
    #endif
  }

  /// Whether nothing but the program itself takes memory: a sanitizer has a shadow of it all, and keeps what is freed.
  static let isPlain: Bool = {
    #if canImport(Darwin)
      let programs = UnsafeMutableRawPointer(bitPattern: -2)
    #else
      let programs: UnsafeMutableRawPointer? = nil
    #endif
    let marks: [String] = ["__asan_init", "__tsan_init"]
    return marks.allSatisfy { dlsym(programs, $0) == nil }
  }()
}
