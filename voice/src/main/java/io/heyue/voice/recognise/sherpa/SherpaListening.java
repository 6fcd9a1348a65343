package io.heyue.voice.recognise.sherpa;

import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/** One utterance with a stream of the library, which is given back at its end. */
final class SherpaListening implements Listening {
  /** Samples of the longest utterance; what comes after them isn't heard. */
  private static final int MOST = 60 * Recogniser.RATE;

  /** The library tells no confidence that is calibrated: this one says "probably". */
  private static final double CONFIDENCE = 0.75;

  /** Marks that nobody says, and what SenseVoice writes of mood and language. */
  private static final Pattern UNSAID = Pattern.compile("<\\|[^|]*\\|>|\\p{P}+");

  private final Engine engine;
  private final MemorySegment utterance;

  /** A model that hears at the end takes a stream's samples but once. */
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  private int length;
  private Heard heard = Heard.NOTHING;
  private boolean over;

  SherpaListening(Engine engine) {
    this.engine = engine;
    this.utterance = engine.begin();
    if (utterance.equals(MemorySegment.NULL)) {
      throw new RecogniserFailure("sherpa-onnx begins no utterance. Maybe memory has run out.");
    }
  }

  @Override
  public void hear(short[] samples) {
    if (over) {
      throw new IllegalStateException("The utterance is over.");
    }
    if (length + samples.length > MOST || samples.length == 0) {
      return;
    }
    length += samples.length;
    switch (engine) {
      case OnlineEngine online -> online.hear(utterance, samples);
      case OfflineEngine _ -> {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length);
        bytes.asShortBuffer().put(samples);
        kept.writeBytes(bytes.array());
      }
    }
  }

  @Override
  public Heard sofar() {
    if (!over) {
      heard = heard(engine.sofar(utterance));
    }
    return heard;
  }

  @Override
  public Heard finish() {
    if (!over) {
      if (kept.size() > 0) {
        short[] all = new short[kept.size() / 2];
        ByteBuffer.wrap(kept.toByteArray()).asShortBuffer().get(all);
        engine.hear(utterance, all);
      }
      heard = length == 0 ? Heard.NOTHING : heard(engine.finish(utterance));
      close();
    }
    return heard;
  }

  private static Heard heard(String written) {
    return Heard.of(UNSAID.matcher(written).replaceAll("").strip(), CONFIDENCE);
  }

  @Override
  public void close() {
    if (!over) {
      over = true;
      engine.end(utterance);
    }
  }
}
