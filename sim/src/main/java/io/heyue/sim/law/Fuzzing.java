package io.heyue.sim.law;

import io.heyue.sim.law.house.House;
import io.heyue.sim.law.world.World;
import io.heyue.sim.law.world.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws worlds and tells their stories until enough happened or something fails. */
public final class Fuzzing {
  /** Short stories shrink fast, and people in them still meet every cap. */
  private static final int EVENTS = 400;

  private final House.Builder builder;
  private final Worlds worlds = new Worlds(EVENTS);

  public Fuzzing(House.Builder builder) {
    this.builder = builder;
  }

  /**
   * What a run found.
   *
   * @param failure the first, if there was any
   */
  public record Found(Tally tally, Optional<Failure> failure) {}

  /**
   * A failure, and the short story that shows it.
   *
   * @param seed of the world
   * @param events of the short story, as indices into the world's own
   * @param after events that were told over all worlds until it showed
   */
  public record Failure(long seed, List<Integer> events, Fault fault, World world, long after) {}

  /** Tells stories until {@code least} events were told, or one fails. */
  public Found run(long seed, long least) {
    Tally tally = new Tally();
    for (long i = 0; tally.events() < least; i++) {
      World world = worlds.draw(seed + i);
      long before = tally.events();
      Watch watch = tell(world);
      tally.add(watch.tally());
      if (!watch.faults().isEmpty()) {
        Fault fault = watch.faults().getFirst();
        return new Found(tally, Optional.of(shrunk(world, fault, before + fault.event() + 1)));
      }
    }
    return new Found(tally, Optional.empty());
  }

  /** Tells stories until {@code least} events were told, and lists every kind of fault once. */
  public List<Failure> all(long seed, long least) {
    List<Failure> failures = new ArrayList<>();
    long told = 0;
    for (long i = 0; told < least; i++) {
      World world = worlds.draw(seed + i);
      for (Fault fault : tell(world).faults()) {
        if (failures.stream().noneMatch(each -> same(each.fault(), fault))) {
          failures.add(shrunk(world, fault, told + fault.event() + 1));
        }
      }
      told += world.story().size();
    }
    return failures;
  }

  private Watch tell(World world) {
    House house = builder.build(world);
    return new Telling(world, house.budget(), house.judge(), house.places(), house.clock()).tell();
  }

  private static boolean same(Fault one, Fault other) {
    return one.check().equals(other.check()) && one.article().equals(other.article());
  }

  private Failure shrunk(World world, Fault fault, long after) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i <= fault.event(); i++) {
      all.add(i);
    }
    List<Integer> few = Shrinker.shrink(all, part -> found(part(world, part), fault).isPresent());
    World small = part(world, few);
    Fault told = found(small, fault).orElse(fault);
    return new Failure(world.seed(), few, told, small, after);
  }

  private Optional<Fault> found(World world, Fault like) {
    return tell(world).faults().stream().filter(fault -> same(fault, like)).findFirst();
  }

  /** The world of a seed in which only the events of these indices happen. */
  public World part(long seed, List<Integer> events) {
    return part(worlds.draw(seed), events);
  }

  private static World part(World world, List<Integer> events) {
    return world.with(events.stream().map(index -> world.story().get(index)).toList());
  }

  /** What is wrong in a world; empty where nothing is. */
  public List<Fault> faults(World world) {
    return tell(world).faults();
  }
}
