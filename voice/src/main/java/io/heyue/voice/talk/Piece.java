package io.heyue.voice.talk;

import io.heyue.voice.audio.Cue;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.speech.WordEnd;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence on its way to the wire. Used by one talk's mailbox alone. */
final class Piece {
  /** So much of what was heard last before an interruption is said again: about a word. */
  private static final int AGAIN = 2_400;

  /** Between the rhythm and the first word. */
  private static final Duration BREATH = Duration.ofMillis(120);

  private final Account account;
  private final Saying.Sentence sentence;
  private final boolean last;
  private @Nullable Sound sound;
  private List<WordEnd> ends = List.of();
  private @Nullable PlaybackId id;
  private boolean failed;

  /** Whether it was stopped, and how much was heard of it is known. */
  private boolean stopped;

  /** Samples before the first word: the rhythm that says that a machine speaks. */
  private int lead;

  /** Samples that were heard, and those from which it goes on. */
  private int heard;

  private int from;

  Piece(Account account, Saying.Sentence sentence, boolean last) {
    this.account = account;
    this.sentence = sentence;
    this.last = last;
  }

  Account account() {
    return account;
  }

  Saying saying() {
    return account.saying();
  }

  Saying.Sentence sentence() {
    return sentence;
  }

  boolean mandatory() {
    return sentence.mandatory();
  }

  /** Whether it asks something that one key answers. */
  boolean asksForKey() {
    return sentence.asks() && saying().keys() == 1;
  }

  /** Whether nothing of its saying comes after it. */
  boolean last() {
    return last;
  }

  /**
   * @param words where they end, in order
   */
  void made(Sound made, List<WordEnd> words) {
    sound = made;
    ends = List.copyOf(words);
  }

  /** No voice could say it. */
  void failed() {
    failed = true;
  }

  boolean ready() {
    return sound != null || failed;
  }

  boolean mute() {
    return failed || (sound != null && sound.samples().length == 0);
  }

  Playback playback() {
    if (account.takeCue()) {
      lead(made());
    }
    Sound whole = made();
    short[] samples = whole.samples();
    return Playback.of(
        from == 0
            ? whole
            : new Sound(whole.rate(), Arrays.copyOfRange(samples, from, samples.length)));
  }

  private void lead(Sound words) {
    int rate = words.rate();
    Sound with = Sound.of(rate, List.of(Cue.rhythm(rate), Sound.silence(rate, BREATH), words));
    lead = with.samples().length - words.samples().length;
    sound = with;
  }

  private Sound made() {
    Sound whole = sound;
    if (whole == null) {
      throw new IllegalStateException("The sentence isn't made yet.");
    }
    return whole;
  }

  void sent(PlaybackId as) {
    id = as;
  }

  boolean is(PlaybackId other) {
    return other.equals(id);
  }

  /** It was stopped after so many samples. */
  void stopped(long samples) {
    heard(samples);
    stopped = true;
  }

  /** Whether nothing more is told of what was heard of it. */
  boolean stopped() {
    return stopped;
  }

  /** So much more of it was heard. */
  void heard(long samples) {
    heard = Math.max(heard, from + Math.toIntExact(samples));
  }

  /** What is to be said of it when it goes on: from the start what must be heard whole. */
  void goOn() {
    id = null;
    stopped = false;
    from = mandatory() || heard <= lead ? 0 : Math.max(lead, heard - AGAIN);
  }

  /** Characters that were heard, to the end of a word. */
  int characters() {
    int samples = sound == null ? 0 : sound.samples().length;
    if (samples == 0) {
      return 0;
    }
    return heard >= samples
        ? sentence.words().length()
        : ends.stream()
            .filter(end -> lead + end.at() <= heard)
            .mapToInt(WordEnd::chars)
            .max()
            .orElse(0);
  }
}
