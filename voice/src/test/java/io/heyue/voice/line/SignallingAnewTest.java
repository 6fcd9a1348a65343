package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.sip.Door;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The library's thread dies for real: an error escapes even where errors are noted. */
class SignallingAnewTest {
  private static final Watchdog.Watch WATCH =
      new Watchdog.Watch(Duration.ofMillis(300), Duration.ofMillis(700));

  private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
  private final AtomicBoolean deadly = new AtomicBoolean(true);

  private void note(String line) {
    if (line.contains("made up")) {
      throw new OutOfMemoryError("made up again");
    }
    notes.add(line);
  }

  private static Telephone.Taking taking(
      PhoneListener listener, BlockingQueue<TelephoneCall> calls) {
    return new Telephone.Taking() {
      @Override
      public PhoneListener listener() {
        return listener;
      }

      @Override
      public void comes(TelephoneCall call) {
        calls.add(call);
      }
    };
  }

  /** Who calls "deadly" is the end of the thread that hears it, and the next time not let in. */
  private Optional<Telephone.Taking> door(Door.Knock knock, Telephone.Taking taking) {
    if (!knock.to().user().equals("deadly")) {
      return Optional.of(taking);
    }
    if (deadly.getAndSet(false)) {
      throw new OutOfMemoryError("made up");
    }
    return Optional.empty();
  }

  @Test
  void itBeginsAnewAndWhatStoodIsToldAndNewCallsCome() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (Telephone ours =
            Telephone.open(
                SipSettings.plain(loopback),
                MediaSettings.anyPorts(loopback, InstantSource.system(), 7),
                this::note,
                WATCH);
        Phone other = new Phone()) {
      Overheard overheard = new Overheard();
      BlockingQueue<TelephoneCall> calls = new LinkedBlockingQueue<>();
      ours.open(
          Secrecy.WHERE_OFFERED, Phone.PATIENCE, knock -> door(knock, taking(overheard, calls)));
      SipAddress there = ours.address(Transport.UDP);
      Phone.Talk standing = other.dial(there);
      TelephoneCall taken = calls.poll(30, TimeUnit.SECONDS);
      assertThat(taken).as("notes %s", notes).isNotNull();
      taken.accept();
      standing.hears("ringing", "up");
      overheard.hears("up");

      // Its network took it on (100), so its caller waits for long.
      other.dial(there.with("deadly"));
      assertThat(notes.poll(30, TimeUnit.SECONDS)).contains("begins anew");
      overheard.hears("ended TRUNK");
      // The other side isn't left in a call of which we know nothing.
      standing.hears("ended THEY_LEFT 0");

      assertThat(ours.address(Transport.UDP)).isEqualTo(there);
      Phone.Talk next = other.dial(there);
      TelephoneCall again = calls.poll(30, TimeUnit.SECONDS);
      assertThat(again).isNotNull();
      again.accept();
      next.hears("ringing", "up");
      overheard.hears("up");
      next.call.hangUp();
      overheard.hears("ended THEY_LEFT");
      assertThat(notes).isEmpty();
    }
  }
}
