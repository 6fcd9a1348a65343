package io.heyue.voice.recognise.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;

/** What the first half of the network made of audio. Not thread-safe. */
final class Sounds implements AutoCloseable {
  private final MoonshineModel model;
  private final OrtSession.Result result;

  Sounds(MoonshineModel model, OrtSession.Result result) {
    this.model = model;
    this.result = result;
  }

  /** Begins to write. */
  Writing write() {
    return new Writing(model, (OnnxTensor) result.get(0));
  }

  @Override
  public void close() {
    result.close();
  }
}
