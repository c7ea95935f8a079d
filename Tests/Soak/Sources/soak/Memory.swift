import Foundation

/// The memory of a process that is not on disk, in bytes (Linux).
enum Memory {
  static func resident(of process: Int32 = getpid()) -> Int {
    let statm = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)) ?? ""
    let pages = statm.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
