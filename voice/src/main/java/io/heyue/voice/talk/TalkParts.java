package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.hear.SpeechHub;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.speech.Mouth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all talks share.
 *
 * @param ears find speech; {@code hub::line} of one {@link SpeechHub} for all calls
 * @param hearing how long and how sure is enough
 * @param mouths say what is written; each language needs one to be spoken
 * @param recognisers where a language has none, keys alone are understood
 * @param knowledge by which calls are judged
 * @param works what runs what takes long
 */
public record TalkParts(
    Ears ears,
    HearingSettings hearing,
    Map<Lang, Mouth> mouths,
    Map<Lang, Recogniser> recognisers,
    Knowledge knowledge,
    Works works) {
  public TalkParts {
    mouths = Map.copyOf(mouths);
    recognisers = Map.copyOf(recognisers);
  }

  /** Gives each call a line of its own. */
  @FunctionalInterface
  public interface Ears {
    SpeechHub.Line line(SpeechHub.Listener listener);
  }

  /**
   * What runs what takes long.
   *
   * @param threads light ones, as many as wanted: for what waits
   * @param heavy as many as there is to be recognised at once: for what computes; never those of
   *     {@code threads}, since a model at work would hold up what happens on all calls
   * @param faults hears of what was thrown; without words that were said
   * @param prosody whether it is measured how people sound
   * @param taping where calls are recorded
   * @param overhearing who listens to them
   */
  public record Works(
      Executor threads,
      Executor heavy,
      Consumer<Throwable> faults,
      boolean prosody,
      Optional<Taping> taping,
      Optional<Overhearing> overhearing) {
    /** Of calls that nobody listens to. */
    public Works(
        Executor threads,
        Executor heavy,
        Consumer<Throwable> faults,
        boolean prosody,
        Optional<Taping> taping) {
      this(threads, heavy, faults, prosody, taping, Optional.empty());
    }

    /** Of calls that nobody records. */
    public Works(Executor threads, Executor heavy, Consumer<Throwable> faults, boolean prosody) {
      this(threads, heavy, faults, prosody, Optional.empty());
    }
  }

  /**
   * Where what is said in a call that begins in {@code lang} is recognised: whoever only waits for
   * another machine takes no thread from those who compute.
   */
  Executor hears(Lang lang) {
    return recogniser(lang).filter(Recogniser::remote).isPresent()
        ? works.threads()
        : works.heavy();
  }

  /** The same, of calls that {@code overhearing} listens to. */
  public TalkParts overheardBy(Overhearing overhearing) {
    Works same = works;
    return new TalkParts(
        ears,
        hearing,
        mouths,
        recognisers,
        knowledge,
        new Works(
            same.threads(),
            same.heavy(),
            same.faults(),
            same.prosody(),
            same.taping(),
            Optional.of(overhearing)));
  }

  Mouth mouth(Lang lang) {
    Mouth mouth = mouths.get(lang);
    if (mouth == null) {
      throw new IllegalStateException(
          "Nothing speaks " + lang.code() + " here. Maybe configure a voice for it.");
    }
    return mouth;
  }

  Optional<Recogniser> recogniser(Lang lang) {
    return Optional.ofNullable(recognisers.get(lang));
  }
}
