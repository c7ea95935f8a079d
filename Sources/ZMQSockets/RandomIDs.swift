#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The beginning of the routing ids that libzmq makes up for a ROUTER's peers.
///
/// It takes it from `rand` (router.cpp, random.cpp), which nobody has seeded: so every program begins with the same one, and
/// a broker that is started again knows its clients by the ids of before, in another order. What a worker has still to say
/// to a client of before would reach another one.
enum RandomIDs {
  /// Seeds `rand`, once in the life of the program.
  static let seed: Void = srand(UInt32.random(in: .min ... .max))
}
