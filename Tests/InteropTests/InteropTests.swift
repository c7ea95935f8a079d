import Testing

/// Processes of ours talk to programs that are not: pyzmq's own.
///
/// One at a time: each test is two or three processes already.
@Suite(.serialized, .timeLimit(.minutes(2)))
enum InteropTests {}
