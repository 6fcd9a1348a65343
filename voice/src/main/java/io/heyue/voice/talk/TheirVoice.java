package io.heyue.voice.talk;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.hear.Prosody;
import io.heyue.voice.hear.ProsodyBaseline;
import io.heyue.voice.hear.ProsodyFeatures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How somebody sounds against their own beginning. Nothing is kept of it but figures, and the first
 * seconds until there are enough of them. Not thread-safe.
 */
final class TheirVoice {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Longer pieces take longer to measure and tell no more. */
  private static final int LONGEST = 10;

  private final List<Sound> first = new ArrayList<>();
  private Optional<ProsodyBaseline> baseline = Optional.empty();

  /** Measures what was said in a turn; takes a while. */
  Optional<ProsodyFeatures> of(Sound said) {
    if (said.length().compareTo(SHORTEST) < 0) {
      return Optional.empty();
    }
    Sound piece = cut(said);
    if (baseline.isEmpty()) {
      first.add(piece);
      baseline = ProsodyBaseline.find(first);
      if (baseline.isPresent()) {
        first.clear();
      }
      return Optional.empty();
    }
    return Prosody.measure(piece).map(baseline.get()::of);
  }

  private static Sound cut(Sound said) {
    int most = LONGEST * said.rate();
    short[] samples = said.samples();
    return samples.length <= most
        ? said
        : new Sound(said.rate(), java.util.Arrays.copyOf(samples, most));
  }
}
