package io.heyue.voice.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.SipProvider;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;

/**
 * Signalling on this machine: calls out, calls in, and questions to others. Thread-safe.
 *
 * <p>Below it the JAIN SIP reference implementation keeps transactions and dialogs (RFC 3261). One
 * thread of it hears everything, for several would put messages out of order; so whoever is called
 * here hands over and returns.
 */
public final class SipEndpoint implements AutoCloseable {
  private final SipSettings settings;
  private final Consumer<String> notes;
  private final SecureRandom random = new SecureRandom();

  /** Of calls that stand, and of some that are over and weren't collected yet. */
  private final Set<Leg> legs =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private volatile Wire wire;
  private volatile Door door = Door.closed();
  private volatile boolean draining;
  private boolean closed;

  private SipEndpoint(SipSettings settings, Consumer<String> notes) {
    this.notes = notes;
    this.wire = Wire.open(settings, new Ear(this));
    this.settings = wire.settled();
  }

  /**
   * Opens it.
   *
   * @param notes what went wrong and belongs to no call, a line each; without anybody's number
   * @throws SipFailure if a port is taken or keys can't be read
   */
  public static SipEndpoint open(SipSettings settings, Consumer<String> notes) {
    return new SipEndpoint(settings, notes);
  }

  /** Who opens to calls that come in; until it is set nobody does. */
  public void open(Door next) {
    door = next;
  }

  Door door() {
    return door;
  }

  /** The address at which we are reached by a transport. */
  public SipAddress address(Transport transport) {
    return new SipAddress(settings.user(), settings.host(), wire.port(transport), transport);
  }

  /**
   * A leg by which somebody can be called; nothing is sent yet.
   *
   * @param from whose call it is to them: a number that the trunk allows
   * @param mailbox runs one thing after another; the leg lives there
   * @param events heard in the mailbox
   */
  public Leg leg(SipAddress peer, SipAddress from, Executor mailbox, Consumer<LegEvent> events) {
    Leg leg = new Leg(this, peer, from, newCall(), mailbox, events);
    legs.add(leg);
    return leg;
  }

  Leg leg(
      SipAddress from,
      SipAddress to,
      ServerTransaction asked,
      Executor mailbox,
      Consumer<LegEvent> events) {
    CallIdHeader call = (CallIdHeader) asked.getRequest().getHeader(CallIdHeader.NAME);
    Leg leg = new Leg(this, from, to, call, mailbox, events);
    legs.add(leg);
    leg.standing().calledBy(asked);
    leg.standing().within(asked.getDialog(), leg);
    return leg;
  }

  /** Whether somebody is there and well (OPTIONS). */
  public CompletableFuture<Reply> ask(SipAddress peer) {
    SipAddress mine = address(peer.transport());
    return new Asking(
            this,
            new Asking.Question(Request.OPTIONS, peer, peer, mine, newCall(), 1, Optional.empty()),
            Optional.empty())
        .send();
  }

  /**
   * Closes the connections that we made to there by TCP or TLS, since whoever was there says
   * nothing any more: one that broke without a sign would be written to until the system notices,
   * for a quarter of an hour. The next message opens another. Where the peer goes by a name, that
   * is looked up, which may wait.
   *
   * @return whether there was any
   */
  public boolean hangUp(SipAddress peer) {
    if (peer.transport() == Transport.UDP) {
      return false;
    }
    try {
      return wire.hangUp(Set.of(InetAddress.getAllByName(peer.host())), peer.reachedAt());
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Whether we still hear what is sent to us by UDP, where we listen there: all of it goes through
   * one thread of the library, which an error may end. Who has so much to hear that the question
   * waits isn't deaf: to begin anew would end calls for nothing.
   *
   * @param within for how long it is waited for
   */
  public boolean hears(Duration within) {
    if (!settings.ports().containsKey(Transport.UDP)) {
      return true;
    }
    Wire now = wire;
    long before = now.heard();
    return new OwnEars(settings.address(), newTag()).byUdp(now.port(Transport.UDP), within)
        || now.heard() != before;
  }

  /**
   * Begins anew on the same ports, where the library's thread is dead. What was said in calls that
   * stand can't be heard any more: each is told {@link LegEvent.Lost}.
   *
   * @throws SipFailure if that fails; then nothing is heard until it is tried again
   */
  public synchronized void beginAnew() {
    if (closed) {
      return;
    }
    List<Leg> standing;
    synchronized (legs) {
      standing = List.copyOf(legs);
    }
    wire.close();
    try {
      wire = Wire.open(settings, new Ear(this));
    } finally {
      standing.forEach(Leg::lose);
    }
  }

  /**
   * Tells a registrar where we are reached (RFC 3261, 10).
   *
   * @param own our address there
   * @param call of this registration, the same each time; by {@link #newCall}
   * @param number above that of the time before by 10 or more
   * @param seconds for how long; 0 takes it back
   */
  CompletableFuture<Reply> register(
      SipAddress registrar,
      SipAddress own,
      Credentials credentials,
      CallIdHeader call,
      long number,
      int seconds) {
    return new Asking(
            this,
            new Asking.Question(
                Request.REGISTER, registrar, own, own, call, number, Optional.of(seconds)),
            Optional.of(credentials))
        .send();
  }

  CallIdHeader newCall() {
    return provider().getNewCallId();
  }

  /** From now on nobody's call is taken, and OPTIONS say so; calls that stand go on. */
  public void drain() {
    draining = true;
  }

  boolean drains() {
    return draining;
  }

  SipProvider provider() {
    return wire.provider();
  }

  Requests requests() {
    return wire.requests();
  }

  String newTag() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  long newSession() {
    return random.nextLong(1, 1L << 52);
  }

  void note(String line) {
    notes.accept(line);
  }

  /** Ends it, whatever stands: calls must have been ended before. */
  @Override
  public synchronized void close() {
    closed = true;
    wire.close();
  }
}
