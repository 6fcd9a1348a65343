package io.heyue.voice.recognise.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.heyue.voice.recognise.RecogniserFailure;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Both halves of the network by ONNX Runtime on the caller's thread: one hears, one writes
 * (Jeffries and others, Moonshine, https://arxiv.org/abs/2410.15608). Thread-safe.
 */
final class MoonshineModel implements AutoCloseable {
  static final String ENCODER = "encoder_model.onnx";
  static final String DECODER = "decoder_model_merged.onnx";

  /** Samples a second that it wants. */
  static final int RATE = 16_000;

  final OrtEnvironment environment;
  final OrtSession decoder;
  private final OrtSession encoder;

  private MoonshineModel(OrtEnvironment environment, OrtSession encoder, OrtSession decoder) {
    this.environment = environment;
    this.encoder = encoder;
    this.decoder = decoder;
  }

  /**
   * @throws RecogniserFailure where a file is missing or can't be run here
   */
  static MoonshineModel load(Path folder) {
    OrtEnvironment environment;
    try {
      environment = OrtEnvironment.getEnvironment();
    } catch (LinkageError e) {
      throw new RecogniserFailure("ONNX Runtime has no library for this machine.", e);
    }
    OrtSession encoder = session(environment, folder.resolve(ENCODER));
    try {
      return new MoonshineModel(
          environment, encoder, session(environment, folder.resolve(DECODER)));
    } catch (RecogniserFailure e) {
      close(encoder);
      throw e;
    }
  }

  private static OrtSession session(OrtEnvironment environment, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new RecogniserFailure(
          "Model file " + file + " is missing. Maybe: ./heyue models add moonshine-tiny-en.");
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Every utterance has a length of its own: plans of memory for each would only pile up.
      options.setMemoryPatternOptimization(false);
      return environment.createSession(file.toString(), options);
    } catch (OrtException e) {
      throw new RecogniserFailure(
          "Model file %s can't be loaded: %s. Maybe it is damaged; ./heyue models verify says."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Hears.
   *
   * @param samples {@value #RATE} a second, -1 to 1
   */
  Sounds hear(float[] samples) {
    try (OnnxTensor sound =
        OnnxTensor.createTensor(
            environment, FloatBuffer.wrap(samples), new long[] {1, samples.length})) {
      return new Sounds(this, encoder.run(Map.of("input_values", sound)));
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  static RecogniserFailure failed(OrtException cause) {
    return new RecogniserFailure("Moonshine failed: " + cause.getMessage() + ".", cause);
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    close(encoder);
    close(decoder);
  }
}
