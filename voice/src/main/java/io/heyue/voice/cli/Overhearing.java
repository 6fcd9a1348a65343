package io.heyue.voice.cli;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.hear.Prosody;
import io.heyue.voice.hear.ProsodyBaseline;
import io.heyue.voice.hear.ProsodyFeatures;
import io.heyue.voice.hear.ProsodyMeasure;
import io.heyue.voice.hear.SpeechDetector;
import io.heyue.voice.hear.SpeechEvent;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.hear.SpeechSegments;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hears one speaker: what they say and how, an utterance at a time. Not thread-safe. */
final class Overhearing {
  /** Who pauses for less goes on with the same sentence. */
  private static final Duration PAUSE = Duration.ofMillis(600);

  /** Of the silence after an utterance, what a recogniser hears of it: 0.2 s. */
  private static final int AFTER = SpeechDetector.RATE / 5;

  /** Utterances that may make a baseline; who said so few words in them has none. */
  private static final int FIRST = 10;

  private final SpeechDetector detector;
  private final SpeechSegments segments = new SpeechSegments(settings());
  private final Optional<Recogniser> recogniser;
  private final Expected expected;
  private final Consumer<Utterance> told;
  private final List<Sound> first = new ArrayList<>();
  private Optional<ProsodyBaseline> baseline = Optional.empty();
  private short[] samples = new short[60 * SpeechDetector.RATE];
  private int count;
  private int keptFrom;

  /**
   * What was said between two pauses.
   *
   * @param from samples since the beginning
   * @param to the same
   * @param heard empty where there is no recogniser
   * @param measure empty where there is too little voice
   * @param features against the speaker's own beginning; empty until enough was said
   */
  record Utterance(
      int from,
      int to,
      Optional<Heard> heard,
      Optional<ProsodyMeasure> measure,
      Optional<ProsodyFeatures> features) {}

  Overhearing(
      SpeechModel model,
      Optional<Recogniser> recogniser,
      Expected expected,
      Consumer<Utterance> told) {
    this.detector = model.detector();
    this.recogniser = recogniser;
    this.expected = expected;
    this.told = told;
  }

  private static HearingSettings settings() {
    HearingSettings usual = HearingSettings.usual();
    return new HearingSettings(
        usual.start(),
        usual.stop(),
        usual.speech(),
        PAUSE,
        usual.padding(),
        usual.interruption(),
        usual.wordsInterruption(),
        usual.falseInterruption(),
        usual.notUnderstood());
  }

  /** Hears what came next, any number of samples at {@link SpeechDetector#RATE}. */
  void came(short[] added) {
    for (int from = 0; from < added.length; from += SpeechDetector.FRAME) {
      short[] frame =
          Arrays.copyOfRange(added, from, Math.min(added.length, from + SpeechDetector.FRAME));
      if (count + frame.length > samples.length) {
        samples = Arrays.copyOf(samples, 2 * samples.length);
      }
      System.arraycopy(frame, 0, samples, count, frame.length);
      count += frame.length;
      detector.came(frame).stream().forEach(each -> segments.came(each).ifPresent(this::happened));
    }
  }

  /** Nothing comes any more. */
  void over() {
    segments.close().ifPresent(this::happened);
  }

  /** Samples heard. */
  int heard() {
    return count;
  }

  private void happened(SpeechEvent event) {
    switch (event) {
      case SpeechEvent.Began(long at, long kept) -> keptFrom = Math.toIntExact(kept);
      case SpeechEvent.Ended(long from, long to) ->
          told.accept(utterance(Math.toIntExact(from), Math.toIntExact(to)));
    }
  }

  private Utterance utterance(int from, int to) {
    Sound speech = new Sound(SpeechDetector.RATE, Arrays.copyOfRange(samples, from, to));
    Optional<ProsodyMeasure> measure = Prosody.measure(speech);
    if (baseline.isEmpty() && first.size() < FIRST) {
      first.add(speech);
      baseline = ProsodyBaseline.find(first);
    }
    return new Utterance(
        from,
        to,
        recogniser.map(each -> recognised(each, Math.min(count, to + AFTER))),
        measure,
        measure.flatMap(each -> baseline.map(own -> own.of(each))));
  }

  private Heard recognised(Recogniser by, int to) {
    try (Listening listening = by.listen(expected)) {
      listening.hear(Arrays.copyOfRange(samples, keptFrom, to));
      return listening.finish();
    }
  }
}
