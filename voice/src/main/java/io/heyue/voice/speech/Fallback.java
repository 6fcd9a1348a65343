package io.heyue.voice.speech;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Several voices, the best first: the words are said by the first that can. Each has a time to do
 * it in; one that failed several times in a row rests, and is tried again after that by one
 * sentence. Where all of them rest they are tried all the same, and whoever is the last hope has
 * ten times as long, so that nobody hears a gap as long as one can speak. The last should be one
 * that needs no network. Thread-safe.
 */
public final class Fallback implements Voice, AutoCloseable {
  /**
   * When a voice isn't waited for any longer.
   *
   * @param time that it has for a sentence
   * @param failures in a row after which it rests
   * @param rest how long
   */
  public record Patience(Duration time, int failures, Duration rest) {
    public Patience {
      Check.that(time.isPositive(), "time", time, "above zero");
      Check.that(failures > 0, "failures", failures, "1 or more");
      Check.that(!rest.isNegative(), "rest", rest, "zero or more");
    }
  }

  /** What was said, and by the voice of which name. */
  record Made(Sound sound, String by) {}

  /** Late words are better than none. */
  private static final int LAST_HOPE = 10;

  private final List<Breaker> voices;
  private final Patience patience;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param voices the best first
   * @param clock by which they rest
   */
  public Fallback(List<Voice> voices, Patience patience, InstantSource clock) {
    Check.that(!voices.isEmpty(), "voices", voices, "one voice or more");
    this.voices =
        voices.stream()
            .map(voice -> new Breaker(voice, patience.failures(), patience.rest(), clock))
            .toList();
    this.patience = patience;
  }

  /** That of the voice that is to speak next. */
  @Override
  public String name() {
    return voices.stream()
        .filter(Breaker::well)
        .findFirst()
        .orElse(voices.getFirst())
        .voice()
        .name();
  }

  @Override
  public Sound say(String words, Lang lang) {
    return say(words, lang, 1);
  }

  @Override
  public Sound say(String words, Lang lang, double pace) {
    return made(words, lang, pace).sound();
  }

  Made made(String words, Lang lang, double pace) {
    List<Breaker> resting = new ArrayList<>();
    List<VoiceFailure> failures = new ArrayList<>();
    for (Breaker each : voices) {
      if (!each.mayTry()) {
        resting.add(each);
        continue;
      }
      boolean last = each == voices.getLast() && resting.isEmpty();
      try {
        return made(each, time(last), words, lang, pace);
      } catch (VoiceFailure failure) {
        failures.add(failure);
      }
    }
    for (Breaker each : resting) {
      try {
        return made(each, time(each == resting.getLast()), words, lang, pace);
      } catch (VoiceFailure failure) {
        failures.add(failure);
      }
    }
    VoiceFailure all =
        new VoiceFailure(
            "None of "
                + voices.size()
                + " voices can speak: "
                + failures.stream().map(VoiceFailure::getMessage).toList()
                + ". Maybe add one that needs no network.");
    failures.forEach(all::addSuppressed);
    throw all;
  }

  private Duration time(boolean last) {
    return last ? patience.time().multipliedBy(LAST_HOPE) : patience.time();
  }

  private Made made(Breaker breaker, Duration time, String words, Lang lang, double pace) {
    Voice voice = breaker.voice();
    Future<Sound> speaking = threads.submit(() -> voice.say(words, lang, pace));
    boolean spoke = false;
    try {
      Sound sound = speaking.get(time.toNanos(), TimeUnit.NANOSECONDS);
      if (sound.samples().length == 0) {
        throw new VoiceFailure("Voice " + voice.name() + " gave no sound.");
      }
      spoke = true;
      return new Made(sound, voice.name());
    } catch (TimeoutException e) {
      throw new VoiceFailure("Voice " + voice.name() + " said nothing within " + time + ".", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof VoiceFailure failure
          ? failure
          : new VoiceFailure("Voice " + voice.name() + " failed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VoiceFailure("Voice " + voice.name() + " was interrupted.", e);
    } finally {
      speaking.cancel(true);
      breaker.tried(spoke);
    }
  }

  /** Ends what is still being said; voices stay with whoever made them. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
