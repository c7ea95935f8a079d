import Foundation
import Testing

/// Which module may import which: the drawing in Docs/Architecture.md as data.
///
/// SwiftPM does not stop a file from importing what only a dependency of its target depends on, so the
/// arrows are proved here.
@Suite
struct ImportTests {
  /// What a module may import, beside the standard library and the platform's C library.
  static let allowed: [String: Set<String>] = [
    "ZMQWire": [],
    "SpecModel": ["ZMQWire"],
    "SpecCompiler": ["SpecModel", "ZMQWire", "CLibYAML"],
    "SpecDrawing": ["SpecModel", "ZMQWire"],
    "SpecSwift": ["SpecModel", "SpecDrawing", "ZMQWire"],
    "SpecDocs": ["SpecModel", "SpecDrawing", "ZMQWire"],
    "SpecSchema": ["SpecModel", "ZMQWire"],
    "ZMQRuntime": ["ZMQWire", "Logging", "Dispatch"],
    "ZMQSigning": ["ZMQWire", "Crypto"],
    "ZMQSockets": ["ZMQRuntime", "ZMQWire", "CLibZMQ", "Dispatch"],
    "ZMQTesting": ["ZMQRuntime", "ZMQWire"],
    "ZMQService": ["ZMQRuntime", "ServiceLifecycle"],
    "ZMQVerify": ["SpecModel", "ZMQSockets", "ZMQRuntime", "ZMQWire"],
    "zmqspec-generate": ["SpecCompiler", "SpecModel", "SpecSwift"],
    "zmqspec": [
      "SpecCompiler", "SpecModel", "SpecDrawing", "SpecSwift", "SpecDocs", "SpecSchema", "ArgumentParser",
      "ZMQVerify", "ZMQSockets", "ZMQRuntime", "ZMQWire",
      // A JSON encoder for `dump`, of Foundation its essentials where they are to be had; a lock.
      "FoundationEssentials", "Foundation", "Synchronization",
    ],
  ]

  /// The platforms' C libraries; every module may use them.
  static let platform: Set<String> = ["Darwin", "Glibc", "Musl"]

  @Test("each module imports only what the architecture allows", arguments: allowed.keys.sorted())
  func imports(module: String) throws {
    let files = try Repository.swiftFiles(under: "Sources/\(module)")
    #expect(!files.isEmpty, "Sources/\(module) has no Swift files")
    let allowed = try #require(Self.allowed[module]).union(Self.platform)
    for file in files {
      for imported in try Repository.imports(of: file) {
        #expect(allowed.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test("every module has its arrows here")
  func completeness() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/Sources")
    let modules = folders.filter { !$0.hasPrefix("CLib") && !$0.hasPrefix(".") }
    #expect(Set(modules) == Set(Self.allowed.keys))
  }

  @Test(
    "each C library is imported in one module", arguments: [("CLibYAML", "SpecCompiler"), ("CLibZMQ", "ZMQSockets")])
  func systemLibraries(library: String, owner: String) throws {
    let importing = try Repository.swiftFiles(under: "Sources").filter {
      try Repository.imports(of: $0).contains(library)
    }
    #expect(!importing.isEmpty)
    for file in importing { #expect(file.hasPrefix("Sources/\(owner)/"), "\(file)") }
  }
}
