// The handlers of render-farm.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Client does with what its SUB `progress` receives.
final class ClientProgress: RenderFarm.Client.ProgressHandler {
  /// The message `percent`.
  func percent(scene: String, value: UInt8, origin: Origin) throws {
    throw Unwritten("percent")
  }
}

/// What Renderer does with what its REP `jobs` receives.
final class RendererJobs: RenderFarm.Renderer.JobsHandler {
  /// Draw this scene.
  func render(scene: String, origin: Origin) throws -> RenderFarm.RenderReply {
    throw Unwritten("render")
  }
}
