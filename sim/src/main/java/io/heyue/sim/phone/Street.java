package io.heyue.sim.phone;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.sip.Door;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkListener;
import io.heyue.voice.talk.TalkParts;
import io.heyue.voice.talk.Talks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who answers at which number. Thread-safe. */
public final class Street implements Talks.Host, AutoCloseable {
  private final TalkParts parts;
  private final Function<PhoneNumber, Optional<Household>> at;
  private final Map<String, Supplier<Household>> named;
  private final ScheduledExecutorService rings =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("street-rings").daemon().factory());

  /**
   * @param parts what people here speak and listen with; nobody recognises words
   * @param at who lives at a number; empty where it is nobody's
   */
  public Street(TalkParts parts, Function<PhoneNumber, Optional<Household>> at) {
    this(parts, at, Map.of());
  }

  /**
   * The same with telephones that have a name.
   *
   * @param named by the user of a SIP address; asked once for each call
   */
  public Street(
      TalkParts parts,
      Function<PhoneNumber, Optional<Household>> at,
      Map<String, Supplier<Household>> named) {
    this.parts = parts;
    this.at = at;
    this.named = Map.copyOf(named);
  }

  /** Somebody at a telephone that rings. */
  public interface Household extends TalkListener {
    io.heyue.core.base.Lang lang();

    /** How long it rings; empty where nobody takes it. */
    Optional<Duration> takes();

    /** The call that rings now. */
    void rings(Talk talk);
  }

  TalkParts parts() {
    return parts;
  }

  @Override
  public Talks.Welcome who(Door.Knock knock) {
    Supplier<Household> byName = named.get(knock.to().user());
    Optional<Household> there =
        byName == null
            ? PhoneNumber.find(knock.to().user()).flatMap(at)
            : Optional.of(byName.get());
    return there
        .<Talks.Welcome>map(household ->
            new Talks.Welcome.Taken(
                new Talks.Led(household.lang(), household), Secrecy.WHERE_OFFERED))
        .orElse(new Talks.Welcome.Declined(480));
  }

  @Override
  public void comes(Talks.Led led, Talk talk, Runnable accept) {
    Household household = (Household) led.listener();
    household.rings(talk);
    household
        .takes()
        .ifPresent(after -> {
          var _ = rings.schedule(accept, after.toMillis(), TimeUnit.MILLISECONDS);
        });
  }

  @Override
  public void close() {
    rings.shutdownNow();
  }
}
