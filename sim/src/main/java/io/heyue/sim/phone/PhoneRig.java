package io.heyue.sim.phone;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.equip.Equipment;
import io.heyue.voice.line.Exchange;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.Trunk;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import io.heyue.voice.talk.PhoneCalls;
import io.heyue.voice.talk.Slots;
import io.heyue.voice.talk.TalkParts;
import io.heyue.voice.talk.Talks;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A street with telephones on the loopback: ours, which calls, a carrier, and those of simulated
 * people, at which anybody of {@link Street} answers. Real SIP and real RTP lie between them.
 */
public final class PhoneRig implements AutoCloseable {
  /** From which we call; nobody can have it. */
  public static final PhoneNumber OURS = PhoneNumber.find("+861000000000").orElseThrow();

  /** They let it ring for long, and talk for as long as they like. */
  private static final Patience THEIRS =
      new Patience(
          Duration.ofSeconds(4),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(30));

  private final Telephone theirs;
  private final Telephone ours;
  private final Exchange exchange;
  private final PhoneCalls calls;

  private PhoneRig(Telephone theirs, Telephone ours, Exchange exchange, PhoneCalls calls) {
    this.theirs = theirs;
    this.ours = ours;
    this.exchange = exchange;
    this.calls = calls;
  }

  /**
   * Opens it.
   *
   * @param own what our conversations are held with
   * @param street who answers
   * @param most conversations at once
   */
  public static PhoneRig open(
      Equipment own, Street street, int most, long seed, Consumer<String> notes) {
    return open(own.parts(), street, most, seed, notes);
  }

  /** The same. */
  public static PhoneRig open(
      TalkParts parts, Street street, int most, long seed, Consumer<String> notes) {
    Telephone theirs = telephone(seed + 1, notes);
    Talks.open(theirs, THEIRS, street.parts(), street);
    Telephone ours = telephone(seed, notes);
    Trunk trunk =
        new Trunk(
            "street",
            theirs.address(Transport.UDP),
            Optional.empty(),
            Set.of(OURS),
            Trunk.Writing.PLUS,
            most,
            50,
            Secrecy.WHERE_OFFERED,
            false);
    Exchange exchange =
        Exchange.open(List.of(trunk), ours, Exchange.Settings.USUAL, InstantSource.system(), notes);
    return new PhoneRig(
        theirs, ours, exchange, new PhoneCalls(exchange, parts, List.of(OURS), new Slots(most)));
  }

  private static Telephone telephone(long seed, Consumer<String> notes) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return Telephone.open(
        SipSettings.plain(loopback),
        MediaSettings.anyPorts(loopback, InstantSource.system(), seed),
        notes);
  }

  /** Our telephone, as whoever leads conversations sees it. */
  public PhoneCalls calls() {
    return calls;
  }

  /** Where a telephone of the street is reached by its name. */
  public SipAddress named(String name) {
    return theirs.address(Transport.UDP).with(name);
  }

  @Override
  public void close() {
    exchange.close();
    ours.close();
    theirs.close();
  }
}
