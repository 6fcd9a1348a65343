package io.heyue.brain.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.heyue.brain.file.Sha256;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An encoder with its head, as the build made it. Thread-safe; each call runs on the caller's
 * thread and blocks for about a millisecond a sentence.
 */
public final class Encoder implements AutoCloseable {
  /** Tokens that are read at once; what is longer is read in windows. */
  private static final int WINDOW = 64;

  /** The same for what is said after a question. */
  private static final int WIDE = 112;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Tokens tokens;
  private final String hash;
  private final Map<String, String> notes;

  private Encoder(OrtSession session, Tokens tokens, String hash) throws OrtException {
    this.session = session;
    this.tokens = tokens;
    this.hash = hash;
    this.notes = Map.copyOf(session.getMetadata().getCustomMetadata());
  }

  /**
   * @param folder that the build wrote models to
   * @throws IllegalStateException where the model is missing or none
   */
  public static Encoder open(Skill skill, Lang lang, Path folder) {
    Path file = skill.model(folder, lang);
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          "Model " + file + " is missing. Maybe build anew: mvn -pl brain -am process-classes");
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      byte[] model = Files.readAllBytes(file);
      return new Encoder(
          OrtEnvironment.getEnvironment().createSession(model, options),
          Tokens.of(lang),
          new Sha256().add(model).hex());
    } catch (OrtException fault) {
      throw new IllegalStateException("Model " + file + " can't be loaded.", fault);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** SHA-256 of the model, in hexadecimal. */
  public String hash() {
    return hash;
  }

  /** What the model says of itself: what it was trained on and how, and what its answers are. */
  public Map<String, String> notes() {
    return notes;
  }

  /**
   * The scores of what was said after something was asked, a long text in windows.
   *
   * @param asked empty where nothing was
   * @return for each window one score for each answer of the head
   */
  public List<float[]> scores(String asked, String said) {
    return tokens.windows(asked, said, WIDE).stream().map(this::scores).toList();
  }

  /**
   * The scores of a sentence; of a long one those of the window whose last score is highest.
   *
   * @return one for each answer of the head; above 0 is likelier than not
   */
  public float[] scores(String sentence) {
    float[] best = new float[0];
    for (long[] window : tokens.windows(sentence, WINDOW)) {
      float[] scores = scores(window);
      if (best.length == 0 || scores[scores.length - 1] > best[best.length - 1]) {
        best = scores;
      }
    }
    return best;
  }

  private float[] scores(long[] ids) {
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new long[][] {ids});
        OrtSession.Result result = session.run(Map.of("ids", tensor))) {
      return ((float[][]) result.get(0).getValue())[0];
    } catch (OrtException fault) {
      throw new IllegalStateException("The encoder failed on " + ids.length + " tokens.", fault);
    }
  }

  @Override
  public void close() {
    tokens.close();
    try {
      session.close();
    } catch (OrtException fault) {
      throw new IllegalStateException("The encoder can't be closed.", fault);
    }
  }
}
