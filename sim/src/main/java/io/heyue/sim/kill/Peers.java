package io.heyue.sim.kill;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.media.Comfort;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.sip.Door;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The people who are called, behind the address of a carrier: each takes the call after a while, is
 * silent, and hangs up where nothing comes any more. Thread-safe.
 */
final class Peers implements AutoCloseable {
  private static final Duration REPORTS = Duration.ofSeconds(5);

  /** Every so many-th lets it ring for long, so that some calls are rung at any moment. */
  private static final int SLOW = 6;

  private static final long SOON_MS = 300;
  private static final long LATE_MS = 20_000;

  private static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(4),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(30));

  private final List<PeerCall> calls = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService rings =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("peers").daemon().factory());
  private final Telephone telephone;

  private Peers(Telephone telephone) {
    this.telephone = telephone;
  }

  /**
   * Opens their telephones.
   *
   * @param silence after so long without a packet they hang up
   */
  static Peers open(Duration silence, long seed) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Peers peers =
        new Peers(
            Telephone.open(
                SipSettings.plain(loopback),
                new MediaSettings(
                    loopback,
                    0,
                    0,
                    false,
                    silence,
                    Comfort.NOISE,
                    REPORTS,
                    InstantSource.system(),
                    seed),
                // What signalling says of a peer that died belongs to the proof.
                _ -> {}));
    peers.telephone.open(Secrecy.WHERE_OFFERED, PATIENCE, peers::knocks);
    return peers;
  }

  private Optional<Telephone.Taking> knocks(Door.Knock knock) {
    return PhoneNumber.find(knock.to().user()).map(this::invited);
  }

  private synchronized PeerCall invited(PhoneNumber number) {
    PeerCall call = new PeerCall(number, calls.size(), this::ringing);
    calls.add(call);
    return call;
  }

  private void ringing(PeerCall call) {
    long after = call.place() % SLOW == SLOW - 1 ? LATE_MS : SOON_MS;
    var _ = rings.schedule(call::accept, after, TimeUnit.MILLISECONDS);
  }

  SipAddress address() {
    return telephone.address(Transport.UDP);
  }

  /** Every INVITE that began a call, in order. */
  List<PeerCall> calls() {
    return List.copyOf(calls);
  }

  List<PeerCall> live() {
    return calls.stream().filter(PeerCall::live).toList();
  }

  @Override
  public void close() {
    rings.shutdownNow();
    telephone.close();
  }
}
