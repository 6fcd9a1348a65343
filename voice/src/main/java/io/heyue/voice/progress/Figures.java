package io.heyue.voice.progress;

import io.heyue.core.base.Check;
import java.time.Duration;

/**
 * How long people and machines speak when they take a call. Those of {@link #standard()} are from
 * the answering machine detection of Asterisk ({@code amd.conf}), and from LiveKit where it says
 * so.
 *
 * @param initialSilence who says nothing for so long is no usual greeter
 * @param greeting a person's is no longer
 * @param afterGreeting a person then waits at least so long
 * @param total after so long from their first sound a pause alone makes nobody a person
 * @param longest a person's greeting in words that people greet with, and all that they say before
 *     they answered us (LiveKit: 2.5 s)
 * @param pause a person waits at least so long, where the verdict is due (LiveKit: 0.5 s)
 * @param due the verdict, from their first sound
 * @param lag by which a detector of speech tells that they stopped
 * @param stretches of speech in a person's greeting at most; Asterisk's two are parted by 50 ms of
 *     silence, these by the 200 ms of a detector of speech
 * @param words in a person's greeting at most: Chinese characters, or words of Latin letters
 */
public record Figures(
    Duration initialSilence,
    Duration greeting,
    Duration afterGreeting,
    Duration total,
    Duration longest,
    Duration pause,
    Duration due,
    Duration lag,
    int stretches,
    int words) {
  public Figures {
    Check.that(greeting.compareTo(longest) <= 0, "greeting", greeting, "no longer than longest");
    Check.that(pause.compareTo(afterGreeting) <= 0, "pause", pause, "no longer than afterGreeting");
    Check.that(!pause.isNegative() && !pause.isZero(), "pause", pause, "above zero");
    Check.that(due.compareTo(total) <= 0, "due", due, "no longer than total");
    Check.that(!lag.isNegative(), "lag", lag, "no less than zero");
    Check.that(stretches > 0, "stretches", stretches, "above zero");
    Check.that(words > 0, "words", words, "above zero");
  }

  public static Figures standard() {
    return new Figures(
        Duration.ofMillis(2_500),
        Duration.ofMillis(1_500),
        Duration.ofMillis(800),
        Duration.ofMillis(5_000),
        Duration.ofMillis(2_500),
        Duration.ofMillis(500),
        Duration.ofMillis(2_000),
        Duration.ofMillis(200),
        3,
        14);
  }
}
