package io.heyue.bench;

import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.StreamFigures;
import io.heyue.voice.sip.SipSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One of two phones on the loopback, and what became of its calls. Thread-safe. */
final class PhoneSide {
  /** Longer than anything is measured. */
  static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofHours(6));

  final AtomicInteger up = new AtomicInteger();
  final AtomicInteger failed = new AtomicInteger();
  final AtomicInteger ended = new AtomicInteger();
  final AtomicInteger told = new AtomicInteger();
  final AtomicLong sent = new AtomicLong();
  final AtomicLong unsent = new AtomicLong();
  final AtomicLong received = new AtomicLong();
  final AtomicLong lost = new AtomicLong();
  final AtomicLong late = new AtomicLong();

  /** How calls ended that never were up, and how many did. */
  final Map<String, Integer> why = new ConcurrentSkipListMap<>();

  private final AtomicInteger notes = new AtomicInteger();

  /** A phone with room for a thousand calls from {@code firstPort} on. */
  Telephone open(int firstPort, long seed) {
    return open(firstPort, firstPort + 1_999, seed);
  }

  /** A phone whose audio goes by some ports alone. */
  Telephone open(int firstPort, int lastPort, long seed) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return Telephone.open(
        SipSettings.plain(loopback),
        MediaSettings.of(loopback, firstPort, lastPort, InstantSource.system(), seed),
        line -> {
          if (notes.incrementAndGet() <= 5) {
            System.err.println(line);
          }
        });
  }

  /** Counts what becomes of a call. */
  class Counting implements PhoneListener {
    private volatile boolean talked;

    @Override
    public void up() {
      talked = true;
      up.incrementAndGet();
    }

    @Override
    public void ended(Ending ending, boolean elsewhere) {
      if (!talked) {
        failed.incrementAndGet();
        why.merge(
            "%s %d %s".formatted(ending.how(), ending.status(), ending.detail()), 1, Integer::sum);
      }
      ended.incrementAndGet();
    }

    @Override
    public void figures(StreamFigures figures) {
      sent.addAndGet(figures.sent());
      unsent.addAndGet(figures.unsent());
      received.addAndGet(figures.received());
      lost.addAndGet(figures.lost());
      late.addAndGet(figures.late());
      told.incrementAndGet();
    }
  }
}
