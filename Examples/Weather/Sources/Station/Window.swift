import WeatherProtocol

/// What the station sees when it looks out: invented, but never twice the same.
struct Window {
  private var looks = 0

  /// The sky, the temperature in degrees Celsius, and the wind if there is any.
  mutating func look() -> (sky: Weather.Sky, temperature: Double, wind: Weather.Wind?) {
    looks += 1
    let sky = Weather.Sky.allCases[looks % Weather.Sky.allCases.count]
    let wind = looks.isMultiple(of: 3) ? nil : Weather.Wind(degrees: UInt16(looks * 45 % 360), speed: 4.5)
    return (sky, Double(looks % 40) / 2, wind)
  }
}
