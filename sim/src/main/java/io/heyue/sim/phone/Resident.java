package io.heyue.sim.phone;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.sim.people.Person;
import io.heyue.sim.people.Reaction;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulated person at the telephone. When it is their turn they hear from the sound alone; what
 * was said they read in the transcript, since nobody here recognises our voice. They answer in
 * speech, or by keys where we offered them.
 */
public final class Resident implements Street.Household {
  /** After so long a silence somebody answers who was asked, and asks himself who wasn't. */
  private static final Duration PATIENCE = Duration.ofMillis(3_500);

  /** So many such silences, one after the other, and nobody stays. */
  private static final int SILENCES = 6;

  private final Person person;
  private final Lang lang;
  private final Duration rings;
  private final Supplier<String> words;
  private final Consumer<Heard> notes;
  private @Nullable Talk talk;
  private int quiet;
  private long said;

  /**
   * What they did in a turn, for the checkers.
   *
   * @param words what they meant to say; keys where they pressed some
   */
  public record Heard(String words, List<String> situations) {}

  /**
   * @param words what was said to them since this was last asked; empty where nothing was
   * @param notes is told what they say before it is heard
   */
  public Resident(
      Person person, Lang lang, Supplier<String> words, Consumer<Heard> notes, Rng rng) {
    this.person = person;
    this.lang = lang;
    this.words = words;
    this.notes = notes;
    this.rings = Duration.ofMillis(300 + rng.nextInt(1_200));
  }

  @Override
  public Lang lang() {
    return lang;
  }

  @Override
  public Optional<Duration> takes() {
    return Optional.of(rings);
  }

  @Override
  public void rings(Talk ringing) {
    talk = ringing;
  }

  private Talk talk() {
    if (talk == null) {
      throw new IllegalStateException("It has not rung yet.");
    }
    return talk;
  }

  @Override
  public void up() {
    String hello = lang == Lang.ZH ? "喂？" : "Hello?";
    notes.accept(new Heard(hello, List.of()));
    say(hello);
  }

  @Override
  public void said(TheirTurn turn) {
    quiet = 0;
    respond();
  }

  @Override
  public void quiet(Duration since) {
    quiet++;
    if (quiet > SILENCES) {
      talk().hangUp();
    } else {
      respond();
    }
  }

  private void respond() {
    String read = words.get();
    if (read.isBlank()) {
      return;
    }
    switch (person.answer(read)) {
      case Reaction.Says says -> {
        notes.accept(new Heard(says.words(), person.situations()));
        say(says.words());
      }
      case Reaction.Presses presses -> {
        notes.accept(new Heard(presses.keys(), person.situations()));
        talk().press(presses.keys());
      }
      case Reaction.Leaves _ -> talk().hangUp();
      case Reaction.Silent _ -> notes.accept(new Heard("", List.of()));
    }
  }

  private void say(String what) {
    talk()
        .say(
            new Saying(
                ++said,
                List.of(new Saying.Sentence(what, false)),
                MayHear.GREETING,
                new Expected(Expecting.OPEN, List.of()),
                0,
                PATIENCE,
                Saying.Delivery.USUAL));
  }

  @Override
  public void keyed(String keys) {
    // We press none.
  }

  @Override
  public void ended(TalkEnd end) {
    // Whoever called knows how it went.
  }
}
