package io.heyue.bench;

import io.heyue.app.phone.Bridge;
import io.heyue.app.phone.Dialler;
import io.heyue.app.phone.Pacer;
import io.heyue.app.phone.PhoneSettings;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.equip.Equipment;
import io.heyue.voice.equip.Hears;
import io.heyue.voice.line.Exchange;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.Trunk;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.progress.ProgressTable;
import io.heyue.voice.record.Label;
import io.heyue.voice.record.LocalKeys;
import io.heyue.voice.record.Recorders;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.talk.PhoneCalls;
import io.heyue.voice.talk.Slots;
import io.heyue.voice.talk.Tapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The telephone of an installation with one trunk: signalling, voices, ears for keys, recordings;
 * and the dialler on it. What differs from a true one is for how long a phone rings.
 */
final class DayPhone implements AutoCloseable {
  private static final PhoneNumber OURS = new PhoneNumber("+861000000000");
  private static final int FIRST_PORT = 20_000;

  private static final int RATE = 1_000;

  /** What was done on the threads of calls: turns, receipts. */
  final AtomicLong nanos = new AtomicLong();

  final AtomicInteger running = new AtomicInteger();
  final Dialler dialler;
  private final Recorders recorders;
  private final Equipment equipment;
  private final Telephone telephone;
  private final Exchange exchange;

  /**
   * @param folder where recordings are kept
   * @param rings for how long a phone rings until we give up
   * @param lines calls at once
   */
  DayPhone(Path folder, SipAddress network, Duration rings, int lines, long seed) {
    SecureRandom random = new SecureRandom();
    try {
      this.recorders =
          new Recorders(
              Shelf.openOrMake(folder.resolve("recordings")),
              LocalKeys.openOrMake(folder.resolve("recording.keys"), random),
              Duration.ofSeconds(5),
              random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.equipment =
        Equipment.open(
            new Equipment.Wanted(
                List.of(),
                List.of(hears(Lang.ZH), hears(Lang.EN)),
                ModelFolders.of(Map.of(), folder),
                1,
                false,
                Optional.of(Tapes.by(recorders, Label.of("Heyue"), InstantSource.system()))),
            System.err::println);
    this.telephone = new PhoneSide().open(FIRST_PORT, FIRST_PORT + 4 * lines - 1, seed);
    this.exchange =
        Exchange.open(
            List.of(
                new Trunk(
                    "network",
                    network,
                    Optional.empty(),
                    Set.of(OURS),
                    Trunk.Writing.PLUS,
                    lines,
                    RATE,
                    Secrecy.WHERE_OFFERED,
                    false)),
            telephone,
            new Exchange.Settings(
                new Patience(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    rings,
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(30)),
                Duration.ofSeconds(30),
                Duration.ofSeconds(32)),
            InstantSource.system(),
            System.err::println);
    this.dialler =
        new Dialler(
            new PhoneCalls(exchange, equipment.parts(), List.of(OURS), new Slots(lines)),
            ProgressTable.standard(),
            Bridge.NOBODY,
            Pacer.of(
                new PhoneSettings.Pacing(PhoneSettings.Pacing.Mode.LINES, 0.01, null),
                Bridge.NOBODY,
                InstantSource.system()),
            task -> {
              running.incrementAndGet();
              Thread.ofVirtual().name("call").start(() -> timed(task));
            });
  }

  private void timed(Runnable task) {
    long start = System.nanoTime();
    try {
      task.run();
    } finally {
      nanos.addAndGet(System.nanoTime() - start);
      running.decrementAndGet();
    }
  }

  /** Nobody says anything, so nobody needs to be understood. */
  private static Hears hears(Lang lang) {
    return new Hears(lang, "none", Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Calls that stand. */
  int standing() {
    return exchange.standing();
  }

  /** Whether no call stands and nothing is left to be done about any. */
  boolean quiet() {
    return standing() == 0 && running.get() == 0;
  }

  @Override
  public void close() {
    exchange.close();
    telephone.close();
    equipment.close();
    recorders.close();
  }
}
