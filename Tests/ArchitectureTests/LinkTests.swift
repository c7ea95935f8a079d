import Foundation
import Programs
import Testing

/// What the programs are linked with. A build that generates Swift must not need libzmq; the command line does, for
/// `verify`.
@Suite
struct LinkTests {
  @Test(
    "the program of builds links no libzmq; those that open sockets do",
    arguments: [
      ("zmqspec-generate", false), ("zmqspec", true), ("interop-peer", true),
    ])
  func libzmq(program: String, links: Bool) throws {
    let binary = Installation.products.appending(path: program)
    // The name under which the dynamic linker would look for it, in ELF and Mach-O alike.
    let names = ["libzmq.so", "libzmq.dylib", "libzmq.5"].map { Data($0.utf8) }
    let content = try Data(contentsOf: binary, options: .mappedIfSafe)
    #expect(names.contains { content.range(of: $0) != nil } == links)
  }
}
