package io.heyue.voice.line;

import io.heyue.core.base.Check;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.sip.SipAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls telephone numbers through trunks: takes a channel, dials, and passes over to the next trunk
 * where one fails before anybody's phone rang. It asks each trunk now and then whether it is there,
 * and tells those that want it where we are reached. Thread-safe.
 */
public final class Exchange implements AutoCloseable {
  private final Settings settings;
  private final ExchangeWorks works;
  private final LongSupplier nanos;
  private final Map<String, TrunkWatch> watches = new LinkedHashMap<>();
  private final List<TrunkRegistration> registrations;
  private volatile boolean draining;

  /**
   * How calls are placed and trunks watched.
   *
   * @param patience of each try; {@code first} is for how long a trunk may give no sign
   * @param interval after which a trunk is asked again whether it is there
   * @param silence for how long its answer is waited for; signalling itself gives up after 32 s
   */
  public record Settings(Patience patience, Duration interval, Duration silence) {
    public static final Settings USUAL =
        new Settings(Patience.USUAL, Duration.ofSeconds(30), Patience.SIGNALLING);

    public Settings {
      Check.that(interval.isPositive(), "interval", interval, "above zero");
      Check.that(silence.isPositive(), "silence", silence, "above zero");
    }
  }

  /**
   * @param nanos of a clock that only goes forward
   */
  Exchange(ExchangeWorks works, Settings settings, LongSupplier nanos) {
    this.works = works;
    this.settings = settings;
    this.nanos = nanos;
    List<Trunk> trunks = works.trunks().list();
    Check.that(!trunks.isEmpty(), "trunks", trunks, "one trunk or more");
    for (Trunk trunk : trunks) {
      watches.put(
          trunk.name(), new TrunkWatch(trunk, works, settings.interval(), settings.silence()));
    }
    this.registrations =
        trunks.stream()
            .filter(trunk -> trunk.registers().isPresent())
            .map(trunk -> registration(trunk, trunk.registers().get()))
            .toList();
    watches.values().forEach(TrunkWatch::begin);
    registrations.forEach(TrunkRegistration::begin);
  }

  private TrunkRegistration registration(Trunk trunk, SipAddress own) {
    return new TrunkRegistration(
        works,
        watch(trunk),
        works.dialling().telling(own.with(""), own, trunk.credentials().orElseThrow()));
  }

  /**
   * Opens one. It is to be closed before its telephone.
   *
   * @param notes what went wrong and belongs to no call, a line each; without anybody's number
   */
  public static Exchange open(
      List<Trunk> trunks,
      Telephone telephone,
      Settings settings,
      InstantSource clock,
      Consumer<String> notes) {
    return new Exchange(
        new ExchangeWorks(
            new Trunks(trunks),
            telephone.dialling(),
            Timers.real(),
            clock,
            telephone.threads(),
            notes),
        settings,
        System::nanoTime);
  }

  /**
   * Calls somebody.
   *
   * @param from the number that they see; only trunks that allow it are taken
   * @param listener hears of one call, by whichever trunks it is tried: its end comes once. It may
   *     hear before this returns. {@code elsewhere} at the end says that every trunk that was tried
   *     was at fault, and nobody's phone rang
   * @return the call, or why certainly nothing was sent
   */
  public Placing call(PhoneNumber to, PhoneNumber from, PhoneListener listener) {
    if (draining) {
      return new Placing.NotDialled(Placing.Reason.DRAINING);
    }
    return switch (search(from, Set.of())) {
      case Trunks.Search.None none -> new Placing.NotDialled(Placing.Reason.of(none.lack()));
      case Trunks.Search.Found found -> {
        ExchangeCall call = new ExchangeCall(this, to, from, listener);
        yield call.begin(found.trunk())
            ? new Placing.Dialled(call)
            : new Placing.NotDialled(Placing.Reason.NO_PORTS);
      }
    };
  }

  Trunks.Search search(PhoneNumber from, Set<String> tried) {
    return works.trunks().search(from, tried, nanos.getAsLong());
  }

  /**
   * Dials by a trunk of which a channel was taken; it is given back where that fails.
   *
   * @return null where no port for audio is free
   */
  @Nullable PhoneCall dial(Trunk trunk, PhoneNumber to, PhoneNumber from, PhoneListener listener) {
    boolean dialled = false;
    try {
      PhoneCall call =
          works
              .dialling()
              .dial(
                  trunk.written(to),
                  new Telephone.Manner(
                      trunk.written(from),
                      trunk.credentials(),
                      trunk.secrecy(),
                      settings.patience(),
                      trunk.codecs()),
                  listener);
      dialled = true;
      return call;
    } catch (IOException e) {
      works.notes().accept("Nobody can be called: " + e.getMessage());
      return null;
    } finally {
      if (!dialled) {
        works.trunks().neverBegan(trunk);
      }
    }
  }

  /**
   * Somebody calls us through a trunk of ours: takes a channel of it, to be given back by {@link
   * #free}.
   *
   * @return whether one was free
   */
  public boolean comes(Trunk trunk) {
    return !draining && works.trunks().comes(trunk);
  }

  /** A try, or a call that came in, is over: its channel is free again. */
  public void free(Trunk trunk) {
    works.trunks().free(trunk);
  }

  TrunkWatch watch(Trunk trunk) {
    TrunkWatch watch = watches.get(trunk.name());
    if (watch == null) {
      throw new IllegalArgumentException("There is no trunk " + trunk.name() + ".");
    }
    return watch;
  }

  CompletableFuture<Boolean> hears() {
    return works.dialling().hears();
  }

  boolean drains() {
    return draining;
  }

  /** How each trunk is now, for a console. */
  public List<TrunkFigures> figures() {
    return watches.values().stream().map(TrunkWatch::figures).toList();
  }

  /** What is free of all trunks together, whatever numbers they let us call from. */
  public TrunkRoom room() {
    return draining ? new TrunkRoom(0, 0) : works.trunks().room(nanos.getAsLong());
  }

  /** Calls that stand, on all trunks. */
  public int standing() {
    return works.trunks().standing();
  }

  /** From now on nobody is called, also not by another trunk; calls that stand go on. */
  public void drain() {
    draining = true;
  }

  /** Ends it and takes registrations back, for which it waits a few seconds at most. */
  @Override
  public void close() {
    drain();
    watches.values().forEach(TrunkWatch::close);
    List<CompletableFuture<@Nullable Void>> goodbyes =
        registrations.stream().map(TrunkRegistration::close).toList();
    goodbyes.forEach(CompletableFuture::join);
    works.timers().close();
  }
}
