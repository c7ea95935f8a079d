/// Ends the program where something does not hold, so that libFuzzer keeps the input that shows it.
func check(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
