package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import io.heyue.voice.talk.Calls.Room;
import io.heyue.voice.talk.Talk;
import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls that come in, by a carrier that is another telephone on the loopback, or by anybody. */
@Timeout(120)
class DoorkeeperTest {
  private static final PhoneNumber OURS = PhoneNumber.find("+861000000000").orElseThrow();
  private static final PhoneNumber KNOWN = PhoneNumber.find("+8613800000001").orElseThrow();
  private static final PhoneNumber UNKNOWN = PhoneNumber.find("+8613800000009").orElseThrow();
  private static final Notice NOTICE = NoticeTest.real().orElseThrow();

  @TempDir private Path folder = Path.of("");

  private final List<PhoneNumber> asked = Collections.synchronizedList(new ArrayList<>());
  private final Leading leading = new Leading();
  private final Telephone carrier =
      Telephone.open(
          SipSettings.plain(InetAddress.getLoopbackAddress()),
          MediaSettings.anyPorts(InetAddress.getLoopbackAddress(), InstantSource.system(), 3),
          _ -> {});
  private Telephony.@Nullable Opened opened;
  private int port;

  /** Who calls. */
  private static final class Caller implements PhoneListener {
    private final CompletableFuture<Boolean> sound = new CompletableFuture<>();
    private final CompletableFuture<Ending> end = new CompletableFuture<>();

    @Override
    public void up() {
      // They listen.
    }

    @Override
    public void heard(short[] frame, long at) {
      for (short sample : frame) {
        if (Math.abs(sample) > 2_000) {
          sound.complete(true);
        }
      }
    }

    @Override
    public void ended(Ending ending, boolean elsewhere) {
      end.complete(ending);
    }

    Ending end() throws Exception {
      return end.get(60, TimeUnit.SECONDS);
    }
  }

  /** A port of ours that somebody can call, which settings of 0 don't tell. */
  private static int free() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    }
  }

  private Telephony.Opened opened(int slots) {
    try {
      port = free();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    TrunkSettings trunk =
        SmallPhone.trunk("carrier", carrier.address(Transport.UDP).written(), 30, OURS);
    return new SipTelephony(folder, Map.of())
        .open(SmallPhone.settings(port, slots, trunk))
        .orElseThrow();
  }

  private Telephony.Opened ours() {
    return Objects.requireNonNull(opened);
  }

  private void meet(Optional<Notice> notice) {
    ours()
        .entrance()
        .accept(
            new Visitors(
                number -> {
                  asked.add(number);
                  return Optional.of(leading).filter(_ -> number.equals(KNOWN));
                },
                () -> notice));
  }

  private Caller call(PhoneNumber from) throws IOException {
    Caller caller = new Caller();
    SipAddress peer = SipAddress.parse("sip:" + OURS.reveal() + "@127.0.0.1:" + port);
    var _ =
        carrier.call(
            peer,
            new Telephone.Manner(
                carrier.address(Transport.UDP).with(from.reveal()),
                Optional.empty(),
                Secrecy.WHERE_OFFERED,
                Patience.USUAL),
            caller);
    return caller;
  }

  @BeforeEach
  void open() {
    opened = opened(2);
    assertThat(ours().calls().room()).isEqualTo(new Room(30, 5, 2));
  }

  @AfterEach
  void close() {
    ours().calls().close();
    carrier.close();
  }

  @Test
  void whoCallsFromAKnownNumberIsLedAndRecorded() throws Exception {
    meet(Optional.of(NOTICE));
    Caller caller = call(KNOWN);
    Talk talk = leading.up.get(60, TimeUnit.SECONDS);
    assertThat(asked).containsExactly(KNOWN);
    assertThat(ours().calls().room()).isEqualTo(new Room(29, 5, 1));
    talk.leave();
    assertThat(caller.end().how()).isEqualTo(Ending.How.THEY_LEFT);
    assertThat(leading.end.get(60, TimeUnit.SECONDS).up()).isTrue();
    assertThat(leading.recorded.get(60, TimeUnit.SECONDS).complete()).isTrue();
    assertThat(ours().calls().room()).isEqualTo(new Room(30, 5, 2));
  }

  @Test
  void whoIsTalkedWithWhenItIsClosedIsHungUpOn() throws Exception {
    meet(Optional.of(NOTICE));
    Caller caller = call(KNOWN);
    var _ = leading.up.get(60, TimeUnit.SECONDS);
    ours().calls().close();
    assertThat(leading.end).isDone();
    assertThat(leading.end.join().ending().how()).isEqualTo(Ending.How.WE_LEFT);
    assertThat(leading.recorded).isDone();
    assertThat(caller.end().how()).isEqualTo(Ending.How.THEY_LEFT);
  }

  @Test
  void allOthersAreToldWhomToCallAndNothingIsRecorded() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "espeak-ng"))),
        "espeak-ng is not installed");
    // In one language: it is heard to its end, as fast as it is said.
    meet(Optional.of(new Notice(List.of(NOTICE.said().getFirst()), NOTICE.cue())));
    Caller caller = call(UNKNOWN);
    assertThat(caller.sound.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(caller.end().how()).isEqualTo(Ending.How.THEY_LEFT);
    assertThat(asked).containsExactly(UNKNOWN);
    assertThat(Shelf.openOrMake(folder.resolve("recordings")).list()).isEmpty();
  }

  @Test
  void whereTheGuardFailsNothingIsSaid() throws Exception {
    ours()
        .entrance()
        .accept(
            new Visitors(
                _ -> Optional.empty(),
                () -> {
                  throw new IllegalStateException("the guard can't read");
                }));
    Caller caller = call(UNKNOWN);
    assertThat(caller.end().status()).isEqualTo(603);
    assertThat(caller.sound).isNotDone();
  }

  @Test
  void whereThereIsNoNoticeTheyAreDeclined() throws Exception {
    meet(Optional.empty());
    Ending ending = call(UNKNOWN).end();
    assertThat(ending.how()).isEqualTo(Ending.How.REFUSED);
    assertThat(ending.status()).isEqualTo(603);
    // Ours is over a moment after theirs; the test's own bound ends what would never come.
    while (!ours().calls().room().equals(new Room(30, 5, 2))) {
      assertThat(Thread.interrupted()).isFalse();
      Thread.onSpinWait();
    }
  }

  @Test
  void whoseNumberItIsTheNetworkSaysAndNobodyElse() throws Exception {
    meet(Optional.empty());
    try (RawCaller raw = new RawCaller("127.0.0.1")) {
      String asserted = "P-Asserted-Identity: \"x\" <sip:%s@c.example>".formatted(KNOWN.reveal());
      String other = "<sip:%s@c.example>".formatted(UNKNOWN.reveal());
      assertThat(raw.call(port, OURS.reveal(), other, "P-Asserted-Identity: <tel:+8613800000008>"))
          .isEqualTo(603);
      assertThat(asked).containsExactly(new PhoneNumber("+8613800000008"));
      assertThat(raw.call(port, OURS.reveal(), other, asserted, "Privacy: id")).isEqualTo(603);
      assertThat(raw.call(port, OURS.reveal(), "\"Anonymous\" <sip:anonymous@anonymous.invalid>"))
          .isEqualTo(603);
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void whoIsNoCarrierOfOursIsTurnedAway() throws Exception {
    try (RawCaller raw = new RawCaller("127.0.0.1");
        RawCaller stranger = new RawCaller("127.0.0.3")) {
      String from = "<sip:%s@127.0.0.1>".formatted(KNOWN.reveal());
      assertThat(raw.call(port, OURS.reveal(), from)).isEqualTo(480);
      meet(Optional.of(NOTICE));
      assertThat(stranger.call(port, OURS.reveal(), from)).isEqualTo(403);
      assertThat(asked).isEmpty();
    }
  }

  /** Else anybody could have us look up names, or open connections, while nobody else is heard. */
  @Test
  void whoWantsTheAnswerSentElsewhereHasNone() throws Exception {
    meet(Optional.empty());
    try (RawCaller raw = new RawCaller("127.0.0.1")) {
      assertThat(raw.answeredFirst(port, ";maddr=127.0.0.1", ";maddr=127.0.0.1", "")).isEqualTo(2);
    }
  }

  @Test
  void whereAllSlotsAreTakenTheyHearThatItIsBusy() throws Exception {
    ours().calls().close();
    opened = opened(1);
    meet(Optional.of(NOTICE));
    Caller first = call(KNOWN);
    Talk talk = leading.up.get(60, TimeUnit.SECONDS);
    Ending second = call(KNOWN).end();
    assertThat(second.status()).isEqualTo(486);
    talk.hangUp();
    assertThat(first.end().how()).isEqualTo(Ending.How.THEY_LEFT);
    assertThat(leading.end.get(60, TimeUnit.SECONDS).up()).isTrue();
    assertThat(ours().calls().room().slots()).isEqualTo(1);
  }
}
