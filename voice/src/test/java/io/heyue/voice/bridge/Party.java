package io.heyue.voice.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.Playback;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody with a phone on loopback who is called, sings one tone, and notes which they hear. */
final class Party implements Telephone.Taking, PhoneListener, AutoCloseable {
  private static final long BOUND_SECONDS = 30;
  private static final int SURE = 15;

  /** Frames in which a tone must be heard: 20 s. */
  private static final int MOST = 1_000;

  final Telephone telephone;
  private final Tones own;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Optional<Tones>> heard = new LinkedBlockingQueue<>();
  private final Map<Tones, Integer> frames = new EnumMap<>(Tones.class);
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<TelephoneCall> calls = new LinkedBlockingQueue<>();

  /** What they do when their phone rings. */
  enum Manner {
    TAKES,
    REFUSES,
    LETS_RING
  }

  private volatile Manner manner = Manner.TAKES;
  private volatile boolean up;

  /** Calls whose end was noticed. */
  private int ends;

  Party(Tones own) {
    this.own = own;
    this.telephone = telephone(notes);
    telephone.open(Secrecy.WHERE_OFFERED, Patience.USUAL, _ -> Optional.of(this));
  }

  static Telephone telephone(List<String> notes) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return Telephone.open(
        SipSettings.plain(loopback),
        MediaSettings.anyPorts(loopback, InstantSource.system(), 7),
        notes::add);
  }

  Party that(Manner next) {
    manner = next;
    return this;
  }

  SipAddress address() {
    return telephone.address(Transport.UDP).with("somebody");
  }

  @Override
  public PhoneListener listener() {
    return this;
  }

  @Override
  public void comes(TelephoneCall call) {
    calls.add(call);
    switch (manner) {
      case TAKES -> call.accept();
      case REFUSES -> call.hangUp();
      case LETS_RING -> {}
    }
  }

  @Override
  public void up() {
    call().play(Playback.of(own.sound(Duration.ofSeconds(60))));
    up = true;
    told.add("up");
  }

  @Override
  public void heard(short[] frame, long at) {
    if (up) {
      heard.add(Tones.of(frame));
    }
  }

  @Override
  public void ended(Ending ending, boolean elsewhere) {
    told.add("ended");
  }

  TelephoneCall call() {
    TelephoneCall call = calls.peek();
    assertThat(call).isNotNull();
    return Objects.requireNonNull(call);
  }

  void hangsUp() {
    call().hangUp();
  }

  /** As if nothing had happened; calls that stand are ended first. */
  void reset() throws InterruptedException {
    for (TelephoneCall call : calls) {
      call.hangUp();
    }
    while (ends < calls.size()) {
      if (Objects.equals(told.poll(BOUND_SECONDS, TimeUnit.SECONDS), "ended")) {
        ends++;
      }
    }
    calls.clear();
    ends = 0;
    up = false;
    told.clear();
    heard.clear();
    frames.clear();
    manner = Manner.TAKES;
  }

  void isTold(String what) throws InterruptedException {
    assertThat(told.poll(BOUND_SECONDS, TimeUnit.SECONDS)).isEqualTo(what);
    ends += what.equals("ended") ? 1 : 0;
  }

  /** Listens until so much of it was heard that nobody could have missed it: 300 ms. */
  void hears(Tones tone) throws InterruptedException {
    int sure = 0;
    for (int count = 0; sure < SURE; count++) {
      assertThat(count).as("waiting for %s after %s", tone, frames).isLessThan(MOST);
      sure += next().filter(each -> each == tone).isPresent() ? 1 : 0;
    }
  }

  /** Listens for so many frames. */
  void listens(int count) throws InterruptedException {
    for (int each = 0; each < count; each++) {
      var _ = next();
    }
  }

  private Optional<Tones> next() throws InterruptedException {
    Optional<Tones> next = heard.poll(BOUND_SECONDS, TimeUnit.SECONDS);
    assertThat(next).as("after %s", frames).isNotNull();
    Optional<Tones> one = next == null ? Optional.empty() : next;
    one.ifPresent(tone -> frames.merge(tone, 1, Integer::sum));
    return one;
  }

  /** Which tones were heard since this was asked last. */
  Map<Tones, Integer> tones() {
    Map<Tones, Integer> all = new EnumMap<>(Tones.class);
    all.putAll(frames);
    frames.clear();
    return all;
  }

  @Override
  public void close() {
    telephone.close();
    assertThat(notes).isEmpty();
  }
}
