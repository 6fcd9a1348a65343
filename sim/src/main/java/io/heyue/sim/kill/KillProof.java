package io.heyue.sim.kill;

import io.heyue.app.house.House;
import io.heyue.core.base.Check;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The running system is killed (SIGKILL) in the middle of live calls, now and then its database
 * server with it, and started again on the same data, at once and on the same port. Then its books
 * are held against what the people who were called saw: nobody was dialled twice, their calls
 * ended, what was said is recorded up to the kill, and budget and ledger agree.
 */
public final class KillProof {
  /** A Monday, ten in the morning in Shanghai, when the proof begins. */
  private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");

  /** Late enough for letters of the dead to be given up, and for their conversations to end. */
  private static final Duration LATER = Duration.ofMinutes(20);

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long LOOK_NS = 20_000_000;

  private static final int MOST_BEATS = 200;

  private final Path folder;
  private final Plan plan;
  private final Consumer<String> notes;
  private final List<Killing> killings = new ArrayList<>();

  private KillProof(Path folder, Plan plan, Consumer<String> notes) {
    this.folder = folder;
    this.plan = plan;
    this.notes = notes;
  }

  /**
   * How much.
   *
   * @param calls that stand when it is killed, at least
   * @param kills every second takes the database server with it
   * @param talk since when those people have been spoken to by then
   * @param silence after so long without a packet people hang up
   */
  public record Plan(int calls, int kills, Duration talk, Duration silence, long seed) {
    public Plan {
      Check.that(calls > 0 && calls <= 500, "calls", calls, "1 to 500");
      Check.that(kills > 0 && kills <= 100, "kills", kills, "1 to 100");
      Check.that(talk.isPositive(), "talk", talk, "above zero");
      Check.that(silence.isPositive(), "silence", silence, "above zero");
    }

    /** Some ring while others talk. */
    int channels() {
      return calls + Math.max(1, calls / 5);
    }

    /** As many as all lives call, where some calls end before the kill; and some for the last. */
    int people() {
      return (kills + 1) * channels() + kills * calls / 2;
    }
  }

  /**
   * Does it.
   *
   * @param folder an empty one, which other users may pass through
   * @param notes is told how far it is, a line each
   * @throws IllegalStateException if it doesn't come to live calls
   */
  public static Findings prove(Path folder, Plan plan, Consumer<String> notes)
      throws InterruptedException, IOException {
    return new KillProof(folder, plan, notes).prove();
  }

  private Findings prove() throws InterruptedException, IOException {
    try (Peers peers = Peers.open(plan.silence(), plan.seed())) {
      Victim.Orders orders =
          new Victim.Orders(
              folder.resolve("data"),
              peers.address().written(),
              freePort(),
              plan.channels(),
              Duration.ofSeconds(Duration.between(Instant.now(), MORNING).toSeconds()));
      for (int life = 0; life < plan.kills(); life++) {
        killed(peers, orders, life);
      }
      last(peers, orders);
      await("the last calls to be left", () -> peers.live().isEmpty());
      try (House house = Victim.open(orders.later(LATER))) {
        int beats = 0;
        while (!house.engine().pulse().tick().idle() && beats < MOST_BEATS) {
          beats++;
        }
        return Books.of(house, peers.calls(), killings).findings();
      }
    }
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    }
  }

  private void killed(Peers peers, Victim.Orders orders, int life) throws InterruptedException {
    int before = peers.calls().size();
    try (VictimProcess victim = VictimProcess.start(orders, "life-" + life)) {
      if (life == 0) {
        victim.obey("people " + plan.people());
      }
      await(
          plan.calls() + " live calls",
          () ->
              peers.live().stream().filter(call -> call.place() >= before && talks(call)).count()
                  >= plan.calls());
      boolean database = life % 2 == 1;
      List<PeerCall> live = peers.live().stream().filter(call -> call.place() >= before).toList();
      long at = System.nanoTime();
      if (database) {
        victim.killDatabase();
      }
      victim.kill();
      int ringing =
          (int)
              peers.calls().stream()
                  .filter(call -> call.upAt() == 0 && call.endedAt() == 0)
                  .count();
      killings.add(new Killing(database, at, live, ringing));
      notes.accept(
          "Killed%s with %d live calls and %d that rang."
              .formatted(database ? ", the database server too," : "", live.size(), ringing));
    }
  }

  private boolean talks(PeerCall call) {
    return call.spokenToAt() != 0 && System.nanoTime() - call.spokenToAt() >= plan.talk().toNanos();
  }

  /** The last life ends in order, with one call that stands. */
  private void last(Peers peers, Victim.Orders orders) throws InterruptedException {
    int before = peers.calls().size();
    try (VictimProcess victim = VictimProcess.start(orders, "life-" + plan.kills())) {
      await("people to notice", () -> killings.stream().allMatch(Killing::noticed));
      await(
          "a call of the last life",
          () -> peers.live().stream().anyMatch(call -> call.place() >= before && talks(call)));
      victim.obey("stop");
      List<PeerCall> live = peers.live();
      live.stream().skip(1).forEach(PeerCall::hangUp);
      await("them to hang up", () -> live.stream().skip(1).allMatch(call -> call.endedAt() != 0));
      notes.accept("The last life called %d.".formatted(peers.calls().size() - before));
    }
  }

  private static void await(String what, BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited " + PATIENCE + " for " + what + " in vain.");
      }
      LockSupport.parkNanos(LOOK_NS);
    }
  }
}
