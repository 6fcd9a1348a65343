package io.heyue.sim.phone;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Rng;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Persona;
import io.heyue.sim.play.Stage;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.Sampler;
import io.heyue.voice.equip.Equipment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Many conversations by telephone, some of them at once. */
public final class Evening {
  /** A Monday morning in Shanghai. */
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  private static final Duration LONGEST = Duration.ofMinutes(8);

  private Evening() {}

  /**
   * How many, in which languages.
   *
   * @param english of them with people who are called in English; all others are called in Chinese
   * @param atOnce how many at once
   */
  public record Plan(int number, int english, int atOnce, long seed) {}

  /**
   * Holds them.
   *
   * @param done is told of each when it is over, on any thread
   * @return those that were held, in the order of their numbers; who wasn't reached has none
   */
  public static List<SpokenRehearsal.Held> hold(
      Stage stage, Equipment equipment, Plan plan, Consumer<SpokenRehearsal.Held> done)
      throws InterruptedException {
    Map<String, Street.Household> homes = new ConcurrentHashMap<>();
    List<String> notes = new ArrayList<>();
    Rng rng = Rng.seeded(plan.seed());
    Sampler sampler =
        new Sampler(plan.seed(), LocalDate.ofInstant(START, ZoneOffset.UTC), stage.mandates());
    try (Deaf deaf = Deaf.open();
        Street street =
            new Street(
                deaf.parts(), number -> Optional.ofNullable(homes.get(number.reveal())));
        PhoneRig rig =
            PhoneRig.open(equipment, street, plan.atOnce(), plan.seed(), notes::add);
        ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService callers = Executors.newFixedThreadPool(plan.atOnce())) {
      SpokenRehearsal rehearsal = new SpokenRehearsal(stage, rig.calls(), turns);
      List<Callable<SpokenRehearsal.Held>> all = new ArrayList<>();
      for (int at = 0; at < plan.number(); at++) {
        Rng own = rng.fork("conversation " + at);
        Persona drawn = Cast.draw(own.fork("persona"));
        Persona persona = drawn == Persona.ENGLISH_SPEAKER ? Persona.FORGOT : drawn;
        Sample sample = sampler.draw(at, at < plan.english() ? Lang.EN : Lang.ZH);
        SpokenRehearsal.Prepared prepared = rehearsal.prepare(persona, sample, START, own);
        homes.put(number(sample).reveal(), prepared.resident());
        all.add(() -> {
          SpokenRehearsal.Held held = prepared.hold(LONGEST);
          done.accept(held);
          return held;
        });
      }
      return results(callers.invokeAll(all));
    }
  }

  private static PhoneNumber number(Sample sample) {
    return sample.phone();
  }

  private static List<SpokenRehearsal.Held> results(List<Future<SpokenRehearsal.Held>> futures)
      throws InterruptedException {
    List<SpokenRehearsal.Held> held = new ArrayList<>();
    for (Future<SpokenRehearsal.Held> future : futures) {
      try {
        held.add(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("A conversation was not held to its end.", e.getCause());
      }
    }
    return held;
  }
}
