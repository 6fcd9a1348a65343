package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A recogniser that understands what it was told to, one utterance after the other. */
final class Scripted implements Recogniser {
  /** Words that make it fail. */
  static final String BREAKS = "breaks";

  private static final int SOON = RATE / 2;

  final List<Expected> expected = new ArrayList<>();
  private final Deque<String> next = new ArrayDeque<>();
  private final Deque<String> first = new ArrayDeque<>();
  private final Lang lang;

  Scripted(Lang lang) {
    this.lang = lang;
  }

  void understands(String words) {
    understands(words, words);
  }

  /** Understands something else until it is asked for the last time. */
  void understands(String atFirst, String words) {
    next.add(words);
    first.add(atFirst);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Lang lang() {
    return lang;
  }

  @Override
  public boolean closed() {
    return false;
  }

  @Override
  public Listening listen(Expected answer) {
    expected.add(answer);
    String words = next.isEmpty() ? "" : next.remove();
    String atFirst = first.isEmpty() ? "" : first.remove();
    return new Listening() {
      private int heard;

      @Override
      public void hear(short[] samples) {
        heard += samples.length;
      }

      @Override
      public Heard sofar() {
        if (heard < SOON) {
          return Heard.NOTHING;
        }
        return words.equals(BREAKS) ? finish() : Heard.of(atFirst, 0.9);
      }

      @Override
      public Heard finish() {
        if (words.equals(BREAKS)) {
          throw new RecogniserFailure("It broke.");
        }
        return Heard.of(words, 0.9);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
