package io.heyue.sim.play;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.sim.check.Finding;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Persona;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Many seeded conversations with all kinds of people, counted. */
public final class Thousand {
  /** A Monday morning in Shanghai. */
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  /** One conversation in so many is with somebody whose lender writes English. */
  private static final int ENGLISH = 8;

  private Thousand() {}

  /**
   * What came of them.
   *
   * @param played in the order of their numbers
   */
  public record Counted(List<Rehearsal.Played> played) {
    public Counted {
      played = List.copyOf(played);
    }

    public double completion() {
      return played.stream().filter(Rehearsal.Played::completed).count() / (double) played.size();
    }

    public long unlawful() {
      return played.stream().filter(Rehearsal.Played::unlawful).count();
    }

    /** Conversations in which a right was claimed and not heard. */
    public long unheard() {
      return played.stream().filter(one -> has(one, Finding.Kind.UNHEARD)).count();
    }

    /** The conversations that were not completed. */
    public List<Rehearsal.Played> failed() {
      return played.stream().filter(one -> !one.completed()).toList();
    }

    /** One line a kind of people, for people. */
    public String table() {
      Map<Persona, int[]> counts = new EnumMap<>(Persona.class);
      for (Rehearsal.Played one : played) {
        int[] count = counts.computeIfAbsent(one.persona(), _ -> new int[6]);
        count[0]++;
        count[1] += one.completed() ? 1 : 0;
        count[2] += one.unlawful() ? 1 : 0;
        count[3] += has(one, Finding.Kind.NEEDLESS) ? 1 : 0;
        count[4] += one.steps().size();
        count[5] += has(one, Finding.Kind.UNHEARD) ? 1 : 0;
      }
      StringBuilder out = new StringBuilder();
      out.append(
          String.format(
              Locale.ROOT,
              "%-22s %6s %10s %9s %9s %9s %6s%n",
              "persona",
              "number",
              "completed",
              "unlawful",
              "unheard",
              "needless",
              "turns"));
      counts.forEach((persona, count) ->
          out.append(
              String.format(
                  Locale.ROOT,
                  "%-22s %6d %9.1f%% %9d %9d %9d %6.1f%n",
                  persona.id(),
                  count[0],
                  100.0 * count[1] / count[0],
                  count[2],
                  count[5],
                  count[3],
                  count[4] / (double) count[0])));
      out.append(
          String.format(
              Locale.ROOT,
              "%-22s %6d %9.1f%% %9d %9d%n",
              "all",
              played.size(),
              100 * completion(),
              unlawful(),
              unheard()));
      return out.toString();
    }

    private static boolean has(Rehearsal.Played one, Finding.Kind kind) {
      return one.findings().stream().anyMatch(finding -> finding.kind() == kind);
    }
  }

  /** Plays {@code number} conversations; the same seed gives the same ones. */
  public static Counted play(Stage stage, int number, long seed) {
    return play(stage, number, seed, Hearing.perfect());
  }

  /** The same, with words that were heard by {@code hearing}. */
  public static Counted play(Stage stage, int number, long seed, Hearing hearing) {
    return play(stage, number, seed, Channel.CHAT, hearing);
  }

  /** The same on the page or on the telephone. */
  public static Counted play(Stage stage, int number, long seed, Channel channel, Hearing hearing) {
    Rng rng = Rng.seeded(seed);
    Sampler sampler =
        new Sampler(seed, LocalDate.ofInstant(START, ZoneOffset.UTC), stage.mandates());
    List<Rehearsal.Played> played = new ArrayList<>(number);
    IntStream.range(0, number)
        .parallel()
        .mapToObj(i -> one(stage, sampler, channel, hearing, rng, i))
        .forEachOrdered(played::add);
    return new Counted(played);
  }

  private static Rehearsal.Played one(
      Stage stage, Sampler sampler, Channel channel, Hearing hearing, Rng seed, int i) {
    Rng rng = seed.fork("conversation " + i);
    Persona persona = Cast.draw(rng.fork("persona"));
    Lang lang = i % ENGLISH == 0 && persona != Persona.ENGLISH_SPEAKER ? Lang.EN : Lang.ZH;
    Sample sample = sampler.draw(i, lang);
    Instant start = START.plus(Duration.ofMinutes(7L * (i % 60)));
    return Rehearsal.play(stage, persona, sample, channel, start, hearing, rng);
  }
}
