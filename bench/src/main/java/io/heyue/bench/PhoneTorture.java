package io.heyue.bench;

import io.heyue.bench.Figure.Baseline;
import io.heyue.bench.Figure.Target;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipEndpoint;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Broken messages against a phone that is up: whether it still answers, and what it keeps of them.
 */
final class PhoneTorture {
  private static final int FIRST_PORT = 20_000;
  private static final int ASKED_EVERY = 200;

  /** Later the sender and its phone would fight for the same processors, and prove nothing. */
  private static final long PACE = 300_000;

  private final Duration length;
  private final long seed;
  private final PrintWriter out;
  private final PhoneSide side = new PhoneSide();
  private final Times answers = new Times();
  private long sent;
  private long deaf;

  PhoneTorture(Duration length, long seed, PrintWriter out) {
    this.length = length;
    this.seed = seed;
    this.out = out;
  }

  List<Figure> measure() {
    Map<String, byte[]> messages = TortureMessages.all();
    try (Telephone telephone = side.open(FIRST_PORT, seed);
        SipEndpoint friend =
            SipEndpoint.open(SipSettings.plain(InetAddress.getLoopbackAddress()), _ -> {});
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      telephone.open(Secrecy.WHERE_OFFERED, PhoneSide.PATIENCE, _ -> Optional.of(refusing()));
      SipAddress there = telephone.address(Transport.UDP);
      var _ = answers(friend, there);
      double before = PhoneLoad.heap();
      for (Map.Entry<String, byte[]> message : messages.entrySet()) {
        send(socket, message.getValue(), there);
        if (!answers(friend, there)) {
          out.println("No answer after " + message.getKey());
        }
      }
      List<byte[]> seeds = List.copyOf(messages.values());
      double middle = mutations(friend, socket, there, seeds, length.dividedBy(2));
      double end = mutations(friend, socket, there, seeds, length.dividedBy(2));
      return List.of(
          figure(
              "broken messages without answer after",
              (double) deaf,
              "",
              "sent",
              (double) sent,
              Target.atMost(0)),
          figure(
              "OPTIONS answered, p99",
              answers.milliseconds(0.99),
              "ms",
              "p50",
              answers.milliseconds(0.5),
              Optional.empty()),
          figure("heap after GC, end", end, "MiB", "middle", middle, Optional.empty()),
          figure("heap after GC, middle", middle, "MiB", "start", before, Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Telephone.Taking refusing() {
    return new Telephone.Taking() {
      @Override
      public PhoneListener listener() {
        return side.new Counting();
      }

      @Override
      public void comes(TelephoneCall call) {
        call.hangUp();
      }
    };
  }

  private double mutations(
      SipEndpoint friend,
      DatagramSocket socket,
      SipAddress there,
      List<byte[]> seeds,
      Duration part)
      throws IOException {
    Random random = new Random(seed + sent);
    long end = System.nanoTime() + part.toNanos();
    while (System.nanoTime() < end) {
      send(socket, TortureMessages.mutated(seeds.get(random.nextInt(seeds.size())), random), there);
      java.util.concurrent.locks.LockSupport.parkNanos(PACE);
      if (sent % ASKED_EVERY == 0 && !answers(friend, there)) {
        out.println("No answer after message " + sent + " of seed " + seed);
      }
    }
    return PhoneLoad.heap();
  }

  private void send(DatagramSocket socket, byte[] bytes, SipAddress there) throws IOException {
    sent++;
    socket.send(
        new DatagramPacket(
            bytes,
            bytes.length,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), there.reachedAt())));
  }

  private boolean answers(SipEndpoint friend, SipAddress there) {
    boolean heard =
        answers.time(() -> {
          try {
            return friend.ask(there).get(40, TimeUnit.SECONDS).status() == 200;
          } catch (ExecutionException | TimeoutException _) {
            return false;
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
    deaf += heard ? 0 : 1;
    return heard;
  }

  private Figure figure(
      String what,
      double value,
      String unit,
      String baseline,
      double baselineValue,
      Optional<Target> target) {
    return new Figure(
        "phone", what, sent, value, unit, new Baseline(baseline, baselineValue), target);
  }
}
