package io.heyue.voice.recognise.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sentence being written, a token after the other. What the network remembers of those before is
 * handed back to it each time, so that each token costs the same. Not thread-safe.
 */
final class Writing implements AutoCloseable {
  private static final String PAST = "past_key_values.";
  private static final String PRESENT = "present.";
  private static final String SCORES = "logits";

  private final MoonshineModel model;
  private final OnnxTensor sounds;

  /** What it remembers of the audio and of the first tokens. */
  private OrtSession.@Nullable Result first;

  /** What it remembers of all tokens; none before the second step. */
  private OrtSession.@Nullable Result last;

  Writing(MoonshineModel model, OnnxTensor sounds) {
    this.model = model;
    this.sounds = sounds;
  }

  /**
   * Begins with these tokens, all at once.
   *
   * @return the choice after the last of them
   */
  Choice begin(List<Integer> tokens) {
    OrtSession.Result result;
    try (OnnxTensor nothing = nothing()) {
      Map<String, OnnxTensorLike> inputs = new HashMap<>();
      past().forEach(name -> inputs.put(name, nothing));
      result = run(tokens, inputs, false, model.decoder.getOutputNames());
    } catch (OrtException e) {
      throw MoonshineModel.failed(e);
    }
    first = result;
    FloatBuffer scores = scores(result);
    return Choice.of(scores, scores.limit() - scores.limit() / tokens.size());
  }

  /** Goes on with a token; the choice after it. */
  Choice next(int token) {
    OrtSession.Result audio = begun(first);
    OrtSession.Result tokens = last == null ? audio : last;
    Map<String, OnnxTensorLike> inputs = new HashMap<>();
    Set<String> outputs = new TreeSet<>(Set.of(SCORES));
    for (String name : past()) {
      String present = PRESENT + name.substring(PAST.length());
      boolean heard = name.contains(".encoder.");
      inputs.put(name, (OnnxTensor) (heard ? audio : tokens).get(present).orElseThrow());
      if (!heard) {
        outputs.add(present);
      }
    }
    OrtSession.Result result;
    try {
      result = run(List.of(token), inputs, true, outputs);
    } catch (OrtException e) {
      throw MoonshineModel.failed(e);
    }
    if (last != null) {
      last.close();
    }
    last = result;
    return Choice.of(scores(result), 0);
  }

  private static OrtSession.Result begun(OrtSession.@Nullable Result result) {
    if (result == null) {
      throw new IllegalStateException("Nothing was begun.");
    }
    return result;
  }

  private List<String> past() {
    return model.decoder.getInputNames().stream().filter(name -> name.startsWith(PAST)).toList();
  }

  /** The network wants a memory of the same shape where it has none; it doesn't look at it. */
  private OnnxTensor nothing() throws OrtException {
    return OnnxTensor.createTensor(
        model.environment, FloatBuffer.allocate(8 * 36), new long[] {1, 8, 1, 36});
  }

  private OrtSession.Result run(
      List<Integer> tokens,
      Map<String, OnnxTensorLike> inputs,
      boolean remembers,
      Set<String> outputs)
      throws OrtException {
    long[] numbers = tokens.stream().mapToLong(Integer::longValue).toArray();
    try (OnnxTensor written =
            OnnxTensor.createTensor(
                model.environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
        OnnxTensor branch = OnnxTensor.createTensor(model.environment, new boolean[] {remembers})) {
      inputs.put("input_ids", written);
      inputs.put("encoder_hidden_states", sounds);
      inputs.put("use_cache_branch", branch);
      return model.decoder.run(inputs, outputs);
    }
  }

  private static FloatBuffer scores(OrtSession.Result result) {
    return ((OnnxTensor) result.get(SCORES).orElseThrow()).getFloatBuffer();
  }

  @Override
  public void close() {
    if (last != null) {
      last.close();
    }
    if (first != null) {
      first.close();
    }
    first = null;
    last = null;
  }
}
