package io.heyue.voice.hear;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The model that tells speech from other sound: Silero VAD 5 at 8 kHz, by ONNX Runtime on the
 * caller's thread. One is enough for all calls; thread-safe. It is closed after the last of them.
 */
public final class SpeechModel implements AutoCloseable {
  static final String FILE = "silero_vad_v5.onnx";

  /** What the file must be; another one might hear otherwise, or take other input. */
  static final String SHA_256 = "2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f";

  /** Layers, calls at once, width. */
  private static final long[] STATE = {2, 1, 128};

  static final int STATE_SIZE = 256;

  static final int INPUT_SIZE = SpeechDetector.CONTEXT + SpeechDetector.FRAME;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final OnnxTensor rate;

  private SpeechModel(OrtEnvironment environment, OrtSession session) throws OrtException {
    this.environment = environment;
    this.session = session;
    this.rate =
        OnnxTensor.createTensor(
            environment, LongBuffer.wrap(new long[] {SpeechDetector.RATE}), new long[0]);
  }

  /**
   * Loads the model that comes with this program.
   *
   * @throws HearingFailure where it is missing, another one, or can't be run here
   */
  public static SpeechModel load() {
    try (InputStream in = SpeechModel.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new HearingFailure(
            "Speech model " + FILE + " is missing. Maybe the build left its resources out.");
      }
      return load(in.readAllBytes());
    } catch (IOException fault) {
      throw new HearingFailure("Speech model " + FILE + " can't be read.", fault);
    }
  }

  static SpeechModel load(byte[] model) {
    String hash = hash(model);
    if (!hash.equals(SHA_256)) {
      throw new HearingFailure(
          "Speech model %s has SHA-256 %s; it must be %s. Maybe it was changed or cut off."
              .formatted(FILE, hash, SHA_256));
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new SpeechModel(environment, environment.createSession(model, options));
    } catch (OrtException | LinkageError fault) {
      throw new HearingFailure(
          "Speech model "
              + FILE
              + " can't be loaded: "
              + fault.getMessage()
              + ". Maybe ONNX Runtime has no library for this machine.",
          fault);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Every Java has SHA-256.", fault);
    }
  }

  /** Ears for one call. */
  public SpeechDetector detector() {
    return new SpeechDetector(this);
  }

  /** Ears for many calls at once, up to {@code most}. */
  SpeechBatch batch(int most) {
    return new SpeechBatch(environment, session, rate, most);
  }

  /**
   * Scores a frame.
   *
   * @param input direct, context and frame, -1 to 1
   * @param state direct, what was heard before; it is moved on
   * @return probability of speech, 0 to 1
   */
  float score(FloatBuffer input, FloatBuffer state) {
    try (OnnxTensor sound =
            OnnxTensor.createTensor(environment, input, new long[] {1, input.capacity()});
        OnnxTensor before = OnnxTensor.createTensor(environment, state, STATE);
        OrtSession.Result result =
            session.run(Map.of("input", sound, "state", before, "sr", rate))) {
      state.put(0, floats(result, "stateN"), 0, STATE_SIZE);
      return floats(result, "output").get(0);
    } catch (OrtException fault) {
      throw new HearingFailure("Speech model " + FILE + " failed on a frame.", fault);
    }
  }

  private static FloatBuffer floats(OrtSession.Result result, String name) {
    return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
  }

  @Override
  public void close() {
    rate.close();
    try {
      session.close();
    } catch (OrtException fault) {
      throw new HearingFailure("Speech model " + FILE + " can't be closed.", fault);
    }
  }
}
