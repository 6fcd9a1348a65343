package io.heyue.voice.hear;

import io.heyue.core.base.Check;
import java.time.Duration;

/**
 * How long and how sure is enough. Immutable and thread-safe.
 *
 * @param start probability from which a frame is speech, 0 to 1
 * @param stop probability below which it is silence; what lies between goes on as it was
 * @param speech of so much in a row somebody speaks
 * @param silence of so much in a row they don't any more
 * @param padding what is kept of the sound before, so that a quiet first consonant isn't cut off
 * @param interruption speech over ours from which it may be an interruption
 * @param wordsInterruption the same where words were understood that are no backchannel
 * @param falseInterruption after so much silence without words we go on where we stopped
 * @param notUnderstood speech without a word that was understood, after which we have to say so
 */
public record HearingSettings(
    double start,
    double stop,
    Duration speech,
    Duration silence,
    Duration padding,
    Duration interruption,
    Duration wordsInterruption,
    Duration falseInterruption,
    Duration notUnderstood) {
  private static final Duration MOST = Duration.ofSeconds(30);

  public HearingSettings {
    Check.that(start > 0 && start < 1, "start", start, "above 0 and below 1");
    Check.that(stop > 0 && stop <= start, "stop", stop, "above 0 and at most start");
    positive("speech", speech);
    positive("silence", silence);
    Check.that(
        !padding.isNegative() && padding.compareTo(MOST) <= 0, "padding", padding, "0 to " + MOST);
    positive("interruption", interruption);
    positive("wordsInterruption", wordsInterruption);
    Check.that(
        wordsInterruption.compareTo(interruption) <= 0,
        "wordsInterruption",
        wordsInterruption,
        "at most interruption");
    positive("falseInterruption", falseInterruption);
    positive("notUnderstood", notUnderstood);
  }

  private static void positive(String name, Duration value) {
    Check.that(
        value.isPositive() && value.compareTo(MOST) <= 0, name, value, "above zero, up to " + MOST);
  }

  /**
   * What others found good: the thresholds are Silero's own (0.5, and 0.15 below it to stop), the
   * 200 ms of silence are Pipecat's. Ours are the 90 ms (three frames: a click fills two at most),
   * the 200 ms of padding, and the 5 s that nobody is left without an answer.
   *
   * <p>We fall silent 100 ms after their first sound, and so within a quarter of a second on the
   * wire, before anybody can know whether it is an interruption; LiveKit waits for 0.5 s and talks
   * on meanwhile. Where it was none we go on where we were: at once after "mhm", after a second (2
   * s with LiveKit) where no word was understood.
   */
  public static HearingSettings usual() {
    return new HearingSettings(
        0.5,
        0.35,
        Duration.ofMillis(90),
        Duration.ofMillis(200),
        Duration.ofMillis(200),
        Duration.ofMillis(100),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5));
  }

  static long samples(Duration length) {
    return length.toMillis() * SpeechDetector.RATE / 1_000;
  }
}
