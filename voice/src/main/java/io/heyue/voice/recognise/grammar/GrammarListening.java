package io.heyue.voice.recognise.grammar;

import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import java.util.Arrays;

/**
 * Collects an utterance and decodes all of it whenever that is asked for: loudness and colour of a
 * line are evened out over the whole, and no decoder is held while somebody speaks.
 */
final class GrammarListening implements Listening {
  /** Samples of the longest utterance; what comes after them isn't heard. */
  static final int MOST = 30 * Recogniser.RATE;

  /** Samples that must have come before it is worth while to look again: 0.3 s. */
  static final int STEP = Recogniser.RATE * 3 / 10;

  /** Shorter than any word. */
  private static final int LEAST = Recogniser.RATE / 10;

  private final Decoders decoders;
  private final Grammar grammar;
  private short[] samples = new short[2 * Recogniser.RATE];
  private int length;
  private int decoded;
  private Heard heard = Heard.NOTHING;
  private boolean over;

  GrammarListening(Decoders decoders, Grammar grammar) {
    this.decoders = decoders;
    this.grammar = grammar;
  }

  @Override
  public void hear(short[] more) {
    if (over) {
      throw new IllegalStateException("The utterance is over.");
    }
    int taken = Math.min(more.length, MOST - length);
    if (length + taken > samples.length) {
      samples = Arrays.copyOf(samples, Math.min(MOST, Math.max(2 * length, length + taken)));
    }
    System.arraycopy(more, 0, samples, length, taken);
    length += taken;
  }

  @Override
  public Heard sofar() {
    if (!over && length - decoded >= STEP) {
      decode(false);
    }
    return heard;
  }

  @Override
  public Heard finish() {
    if (!over) {
      decode(true);
      close();
    }
    return heard;
  }

  private void decode(boolean whole) {
    if (length < LEAST) {
      return;
    }
    short[] all = Arrays.copyOf(samples, length);
    Decoded found = decoders.with(decoder -> decoder.decode(grammar, all, whole));
    heard = Heard.of(found.said(), Confidence.of(found));
    decoded = length;
  }

  /** What was heard may still be asked for. */
  @Override
  public void close() {
    over = true;
    samples = new short[0];
  }
}
