package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.Playback;
import io.heyue.voice.record.LocalKeys;
import io.heyue.voice.record.Recording;
import io.heyue.voice.record.RecordingSummary;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import io.heyue.voice.talk.CallOrder;
import io.heyue.voice.talk.Calls;
import io.heyue.voice.talk.TalkEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The telephone of the settings, with a carrier that is another telephone on the loopback. */
@Timeout(120)
class SipTelephonyTest {
  private static final PhoneNumber OURS = PhoneNumber.find("+861000000000").orElseThrow();
  private static final PhoneNumber OTHER = PhoneNumber.find("+861000000002").orElseThrow();
  private static final PhoneNumber THEIRS = PhoneNumber.find("+8610000000001").orElseThrow();
  private static final int RATE = 8_000;

  @TempDir private Path folder = Path.of("");

  private static Telephone telephone() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return Telephone.open(
        SipSettings.plain(loopback),
        MediaSettings.anyPorts(loopback, InstantSource.system(), 3),
        _ -> {});
  }

  /** Takes every call, is heard for a second, and hangs up. */
  private static Telephone carrier() {
    Telephone telephone = telephone();
    telephone.open(Secrecy.WHERE_OFFERED, Patience.USUAL, knock -> Optional.of(new Answering()));
    return telephone;
  }

  private static final class Answering implements Telephone.Taking, PhoneListener {
    private final CompletableFuture<TelephoneCall> call = new CompletableFuture<>();

    @Override
    public PhoneListener listener() {
      return this;
    }

    @Override
    public void comes(TelephoneCall coming) {
      call.complete(coming);
      coming.accept();
    }

    @Override
    public void up() {
      short[] loud = new short[RATE];
      java.util.Arrays.fill(loud, (short) 9_000);
      var _ = call.join().play(Playback.of(new Sound(RATE, loud)));
    }

    @Override
    public void played(io.heyue.voice.media.Played played) {
      call.join().hangUp();
    }

    @Override
    public void ended(Ending ending, boolean elsewhere) {
      // Whoever called is asked.
    }
  }

  private static TrunkSettings trunk(
      String name, Telephone carrier, int channels, PhoneNumber number) {
    return SmallPhone.trunk(name, carrier.address(Transport.UDP).written(), channels, number);
  }

  private static PhoneSettings settings(TrunkSettings... trunks) {
    return SmallPhone.settings(0, null, trunks);
  }

  @Test
  void aCallGoesThroughTheTrunkAndIsRecordedForAsLongAsItIsKept() throws Exception {
    try (Telephone carrier = carrier();
        Calls calls =
            new SipTelephony(folder, Map.of())
                .open(settings(trunk("carrier", carrier, 2, OURS)))
                .orElseThrow()
                .calls()) {
      assertThat(calls.room().calls()).isEqualTo(2);
      Leading hearing = new Leading();
      assertThat(calls.call(new CallOrder(THEIRS, Optional.empty(), Lang.ZH), hearing))
          .isInstanceOf(Calls.Dialled.Begun.class);
      TalkEnd end = hearing.end.get(60, TimeUnit.SECONDS);
      assertThat(end.up()).isTrue();
      assertThat(end.ending().how()).isEqualTo(Ending.How.THEY_LEFT);
      RecordingSummary summary = hearing.recorded.get(60, TimeUnit.SECONDS);
      assertThat(summary.complete()).isTrue();
      LocalKeys keys = LocalKeys.open(folder.resolve("recording.keys"), new SecureRandom());
      Shelf shelf = Shelf.openOrMake(folder.resolve("recordings"));
      Path file = shelf.find(summary.id()).orElseThrow().file();
      assertThat(Recording.open(file, keys))
          .isInstanceOfSatisfying(
              Recording.class,
              recording -> {
                assertThat(recording.sha256()).isEqualTo(summary.sha256());
                assertThat(recording.left().trimmed(4_000).length())
                    .isGreaterThan(Duration.ofMillis(700));
              });
      assertThat(calls.room().calls()).isEqualTo(2);
      assertThat(
              calls.call(
                  new CallOrder(THEIRS, PhoneNumber.find("+861000000009"), Lang.ZH), new Leading()))
          .isInstanceOf(Calls.Dialled.Never.class);
    }
    isErasedInTime();
  }

  /** Whoever leads the call has been told its end, and has what was recorded, once it is closed. */
  @Test
  void whoCloseItHangsUpOnCallsThatStand() throws Exception {
    try (Telephone carrier = telephone()) {
      Staying person = new Staying();
      carrier.open(Secrecy.WHERE_OFFERED, Patience.USUAL, knock -> Optional.of(person));
      Leading talking = new Leading();
      Leading ringing = new Leading();
      try (Calls calls =
          new SipTelephony(folder, Map.of())
              .open(settings(trunk("carrier", carrier, 2, OURS)))
              .orElseThrow()
              .calls()) {
        calls.call(new CallOrder(THEIRS, Optional.empty(), Lang.ZH), talking);
        person.up.get(60, TimeUnit.SECONDS);
        Staying other = new Staying(false);
        carrier.open(Secrecy.WHERE_OFFERED, Patience.USUAL, knock -> Optional.of(other));
        calls.call(new CallOrder(THEIRS, Optional.empty(), Lang.ZH), ringing);
        other.rings.get(60, TimeUnit.SECONDS);
      }
      assertThat(talking.end).isDone();
      assertThat(talking.end.join().ending().how()).isEqualTo(Ending.How.WE_LEFT);
      assertThat(talking.recorded).isDone();
      assertThat(talking.recorded.join().complete()).isTrue();
      assertThat(ringing.end).isDone();
      assertThat(ringing.end.join().ending().how()).isEqualTo(Ending.How.CANCELLED);
      assertThat(person.end.get(60, TimeUnit.SECONDS).how()).isEqualTo(Ending.How.THEY_LEFT);
    }
  }

  /** Takes the call, or lets it ring, and stays. */
  private static final class Staying implements Telephone.Taking, PhoneListener {
    private final boolean takes;
    private final CompletableFuture<Boolean> rings = new CompletableFuture<>();
    private final CompletableFuture<Boolean> up = new CompletableFuture<>();
    private final CompletableFuture<Ending> end = new CompletableFuture<>();

    Staying() {
      this(true);
    }

    Staying(boolean takes) {
      this.takes = takes;
    }

    @Override
    public PhoneListener listener() {
      return this;
    }

    @Override
    public void comes(TelephoneCall coming) {
      rings.complete(true);
      if (takes) {
        coming.accept();
      }
    }

    @Override
    public void up() {
      up.complete(true);
    }

    @Override
    public void ended(Ending ending, boolean elsewhere) {
      end.complete(ending);
    }
  }

  /** Each of which lets us call from numbers of its own. */
  @Test
  void whatOneTrunkHasNoRoomForGoesThroughTheOther() throws Exception {
    try (Telephone carrier = carrier();
        Calls calls =
            new SipTelephony(folder, Map.of())
                .open(settings(trunk("a", carrier, 1, OURS), trunk("b", carrier, 1, OTHER)))
                .orElseThrow()
                .calls()) {
      assertThat(calls.room()).isEqualTo(new Calls.Room(2, 2, 2));
      List<Leading> both = List.of(new Leading(), new Leading());
      for (Leading each : both) {
        assertThat(calls.call(new CallOrder(THEIRS, Optional.empty(), Lang.ZH), each))
            .isInstanceOf(Calls.Dialled.Begun.class);
      }
      for (Leading each : both) {
        assertThat(each.end.get(60, TimeUnit.SECONDS).up()).isTrue();
      }
    }
  }

  private void isErasedInTime() throws IOException {
    Shelf shelf = Shelf.openOrMake(folder.resolve("recordings"));
    assertThat(shelf.list()).hasSize(1);
    Instant now = Instant.now();
    ShelfKeeper.erase(shelf, Duration.ofDays(30), InstantSource.fixed(now));
    assertThat(shelf.list()).hasSize(1);
    ShelfKeeper.erase(
        shelf, Duration.ofDays(30), InstantSource.fixed(now.plus(Duration.ofDays(32))));
    assertThat(shelf.list()).isEmpty();
  }
}
