package io.heyue.voice.media;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.rtp.JitterBuffer;
import io.heyue.voice.rtp.JitterBuffer.Turn;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.rtp.KeysHeard;
import io.heyue.voice.rtp.RtpPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames of the packets of one source. Another source is listened to once that one was silent
 * for a while; of two at a time, losses would be figures of nothing. Packets may hold more or less
 * than a frame. Time is told to it. Not thread-safe.
 */
final class Inbox {
  /** After so long another source may speak, 200 ms. */
  private static final long HANDOVER = Duration.ofMillis(200).toNanos();

  /** Keys that wait to be told of at most; more nobody presses in a tick. */
  private static final int KEYS = 64;

  private static final int LEAST = Frame.SAMPLES / 2;
  private static final int MOST = Frame.SAMPLES * 3;

  private final Noise noise;
  private final List<Key> keys = new ArrayList<>();
  private final Decoding decoding = new Decoding();
  private long source = -1;
  private long last;
  private Reception reception = new Reception();
  private KeysHeard keysHeard = new KeysHeard();
  private @Nullable JitterBuffer buffer;

  /** Ticks a second of what the buffer holds. */
  private int clock = Companding.RATE;

  private int samples = Frame.SAMPLES;

  /** What was decoded and not yet heard. */
  private short[] rest = new short[0];

  /** The noise that the other side is silent by; -1 while it is not. */
  private int quiet = -1;

  Inbox(Noise noise) {
    this.noise = noise;
  }

  /** What was agreed on. */
  void by(Encoding encoding) {
    decoding.by(encoding);
  }

  /**
   * Takes a packet in.
   *
   * @param events whether its payload is an event
   * @return why it is not heard; empty where it is
   */
  Optional<Dropped> came(RtpPacket packet, boolean events, long now) {
    if (packet.source() != source) {
      if (source >= 0 && now - last < HANDOVER) {
        return Optional.of(Dropped.OTHER_SOURCE);
      }
      begin(packet.source());
    }
    last = now;
    reception.came(packet.sequence());
    if (events) {
      keysHeard.came(packet).filter(_ -> keys.size() < KEYS).ifPresent(keys::add);
    }
    boolean audio = !events && packet.payloadType() != Gate.COMFORT_NOISE;
    JitterBuffer there = buffer(packet, audio);
    if (audio) {
      there.came(packet, now);
    } else {
      // All packets of a key bear the time at which it was pressed, which would look like a delay.
      there.cameUntimed(packet, now);
    }
    return Optional.empty();
  }

  private void begin(long other) {
    source = other;
    reception = new Reception();
    keysHeard = new KeysHeard();
    decoding.begin();
    buffer = null;
    rest = new short[0];
    quiet = -1;
  }

  /** The first packet of audio shows how much each holds; another clock has a buffer of its own. */
  private JitterBuffer buffer(RtpPacket packet, boolean audio) {
    JitterBuffer there = buffer;
    int ticks = audio ? decoding.clock(packet.payloadType()) : clock;
    if (there == null || ticks != clock) {
      clock = ticks;
      samples = audio ? Math.clamp(decoding.samples(packet), LEAST, MOST) : Frame.SAMPLES;
      there = new JitterBuffer(Frame.LENGTH.multipliedBy(samples).dividedBy(160), clock);
      buffer = there;
    }
    return there;
  }

  /** The next frame; to be asked once in 20 ms. */
  short[] turn() {
    JitterBuffer there = buffer;
    if (there == null) {
      return new short[Frame.SAMPLES];
    }
    while (rest.length < Frame.SAMPLES) {
      short[] piece = heard(there.turn(), there);
      int before = rest.length;
      rest = Arrays.copyOf(rest, before + piece.length);
      System.arraycopy(piece, 0, rest, before, piece.length);
    }
    short[] frame = Arrays.copyOf(rest, Frame.SAMPLES);
    rest = Arrays.copyOfRange(rest, Frame.SAMPLES, rest.length);
    return frame;
  }

  private short[] heard(Turn turn, JitterBuffer there) {
    return switch (turn) {
      case Turn.Heard(RtpPacket packet) -> decoded(packet);
      case Turn.Lost() ->
          quiet < 0 ? decoding.lost(samples, there.following()) : noise.samples(quiet, samples);
      case Turn.Nothing() -> quiet < 0 ? new short[samples] : noise.samples(quiet, samples);
    };
  }

  private short[] decoded(RtpPacket packet) {
    int type = packet.payloadType();
    if (type == Gate.COMFORT_NOISE) {
      quiet = Noise.amplitude(packet.payload()[0] & 0x7f);
      return noise.samples(quiet, samples);
    }
    quiet = -1;
    // While a key is pressed nobody speaks.
    return decoding.came(packet).orElseGet(() -> decoding.lost(samples, Optional.empty()));
  }

  /** The keys that were pressed since it was last asked. */
  List<Key> keys() {
    List<Key> pressed = List.copyOf(keys);
    keys.clear();
    return pressed;
  }

  /** Whom it listens to (SSRC); -1 before anybody. */
  long source() {
    return source;
  }

  Reception reception() {
    return reception;
  }

  /** Ticks a second of the timestamps that come. */
  int clock() {
    return clock;
  }

  /** How much arrivals vary, in ticks of that clock. */
  double jitter() {
    JitterBuffer there = buffer;
    return there == null ? 0 : there.jitter();
  }

  long late() {
    JitterBuffer there = buffer;
    return there == null ? 0 : there.late();
  }
}
