package io.heyue.sim.demo;

import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Engine;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.app.engine.Redial;
import io.heyue.app.phone.Audible;
import io.heyue.app.phone.Bridge;
import io.heyue.app.phone.Dialler;
import io.heyue.app.phone.Pacer;
import io.heyue.app.phone.PhoneSettings;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Undoing;
import io.heyue.sim.phone.Deaf;
import io.heyue.sim.phone.Extension;
import io.heyue.sim.phone.PhoneRig;
import io.heyue.sim.phone.Street;
import io.heyue.voice.equip.Equipment;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.progress.ProgressTable;
import io.heyue.voice.record.Label;
import io.heyue.voice.record.LocalKeys;
import io.heyue.voice.record.Recorders;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.talk.LiveCalls;
import io.heyue.voice.talk.Tapes;
import io.heyue.voice.talk.Taping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The telephones of the sample lender and of the town, with real SIP and real sound between them.
 * Calls are dialled by the system as any lender's are; whoever lives at a number answers, or nobody
 * does. Thread-safe as a carrier; all else on the thread of the demo.
 */
final class Phones implements Carrier, Audible, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Phones.class);

  /** By this name whoever wants to listen calls. */
  private static final String LISTEN = "listen";

  private static final Duration FORCED = Duration.ofSeconds(5);

  /** Nobody is there to be joined, so that nothing but lines is waited for. */
  private static final PhoneSettings.Pacing LINES =
      new PhoneSettings.Pacing(PhoneSettings.Pacing.Mode.LINES, 0.01, null);

  /** So long is waited for the last word of a call that is over. */
  private static final Duration SETTLES = Duration.ofSeconds(3);

  private final LiveCalls live = new LiveCalls();
  private final int most;
  private final Undoing opened = new Undoing();
  private final PhoneRig rig;
  private final Dialler dialler;
  private final Map<PhoneNumber, Visit> ringing = new ConcurrentHashMap<>();
  private final List<Visit> visits = new ArrayList<>();
  private Function<Letter, Visit> visiting =
      _ -> {
        throw new IllegalStateException("Nobody lives here yet.");
      };
  private long quietSince = System.nanoTime();

  /**
   * @param folder where recordings are kept
   * @param most calls at once
   */
  private Phones(Path folder, int most, long seed) throws IOException {
    this.most = most;
    try {
      Equipment equipment = opened.add(Equipment.open(wanted(folder), LOG::warn));
      Deaf deaf = opened.add(Deaf.open());
      Extension extension = new Extension(live);
      Street street =
          opened.add(new Street(deaf.parts(), this::home, Map.of(LISTEN, extension::listener)));
      this.rig =
          opened.add(
              PhoneRig.open(equipment.parts().overheardBy(live), street, most, seed, LOG::warn));
      this.dialler =
          new Dialler(
              rig.calls(),
              ProgressTable.standard(),
              Bridge.NOBODY,
              Pacer.of(LINES, Bridge.NOBODY, InstantSource.system()));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  static Phones open(Path folder, int most, long seed) {
    try {
      return new Phones(folder, most, seed);
    } catch (IOException e) {
      throw new UncheckedIOException("The telephones can't be opened: " + e.getMessage(), e);
    }
  }

  private Equipment.Wanted wanted(Path folder) throws IOException {
    Equipment.Wanted usual =
        Equipment.Wanted.usual(
            ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home"))));
    return new Equipment.Wanted(
        usual.speaks(),
        usual.hears(),
        usual.models(),
        usual.recognitions(),
        usual.prosody(),
        Optional.of(taping(folder)));
  }

  /** The first words of each call say that it is recorded. */
  private Taping taping(Path folder) throws IOException {
    SecureRandom random = new SecureRandom();
    Shelf shelf = Shelf.openOrMake(folder.resolve("recordings"));
    LocalKeys keys = LocalKeys.openOrMake(folder.resolve("recording.keys"), random);
    Recorders recorders = opened.add(new Recorders(shelf, keys, FORCED, random));
    return Tapes.by(recorders, Label.of("Heyue"), InstantSource.system());
  }

  /**
   * From now on calls are led by {@code engine}.
   *
   * @param people who is called by a letter
   */
  void serve(Engine engine, Function<Letter, Visit> people) {
    visiting = people;
    dialler.serve(engine);
  }

  /** Where a softphone hears a call that goes on. */
  SipAddress listening() {
    return rig.named(LISTEN);
  }

  @Override
  public Channel channel() {
    return Channel.CALL;
  }

  @Override
  public LiveCalls live() {
    return live;
  }

  @Override
  public int room() {
    return dialler.room();
  }

  @Override
  public Handed hand(Letter letter) {
    if (!(letter.to() instanceof PhoneNumber number)) {
      return dialler.hand(letter);
    }
    Visit visit = visiting.apply(letter);
    ringing.put(number, visit);
    Handed handed = dialler.hand(letter);
    if (handed instanceof Handed.Accepted) {
      visits.add(visit);
    } else {
      visit.close();
    }
    return handed;
  }

  @Override
  public Optional<Redial> after(String reason) {
    return dialler.after(reason);
  }

  private Optional<Street.Household> home(PhoneNumber number) {
    return Optional.ofNullable(ringing.get(number)).map(Visit::household);
  }

  /** Whether a call stands, or was over but now. */
  boolean busy() {
    boolean standing = rig.calls().room().slots() < most;
    if (standing) {
      quietSince = System.nanoTime();
    }
    return standing || (!visits.isEmpty() && since().compareTo(SETTLES) < 0);
  }

  private Duration since() {
    return Duration.ofNanos(System.nanoTime() - quietSince);
  }

  /** Puts down what was said, and gives back the calls that are over. */
  List<Visit> finished() {
    boolean settled = !busy();
    List<Visit> over = new ArrayList<>();
    for (Iterator<Visit> each = visits.iterator(); each.hasNext(); ) {
      Visit visit = each.next();
      visit.listen();
      if (settled || visit.over()) {
        each.remove();
        over.add(visit);
      }
    }
    return over;
  }

  @Override
  public void close() {
    opened.close(e -> LOG.warn("A part of the telephones can't be closed: {}", e.getMessage()));
  }
}
