package io.heyue.bench;

import io.heyue.voice.line.Mailbox;
import io.heyue.voice.sip.Direction;
import io.heyue.voice.sip.Door;
import io.heyue.voice.sip.Leg;
import io.heyue.voice.sip.LegEvent;
import io.heyue.voice.sip.Negotiation;
import io.heyue.voice.sip.Sdp;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipEndpoint;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The telephone network of a day with everybody behind it, in a process of its own, until its input
 * ends. It prints its address at the beginning; at the end how many calls came and how many were
 * cancelled, and writes into a file how often each number was called.
 */
final class DayPeer {
  private final ExecutorService threads;
  private final DatagramSocket audio;
  private final long seed;
  private final Map<String, Integer> called = new ConcurrentHashMap<>();
  private final AtomicInteger came = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();

  private DayPeer(ExecutorService threads, DatagramSocket audio, long seed) {
    this.threads = threads;
    this.audio = audio;
    this.seed = seed;
  }

  /** Arguments: a seed, and the file. */
  public static void main(String[] arguments) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SipEndpoint endpoint =
            SipEndpoint.open(SipSettings.plain(loopback), line -> System.err.println(line));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        DatagramSocket audio = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
      DayPeer peer = new DayPeer(threads, audio, Long.parseLong(arguments[0]));
      endpoint.open(peer::knock);
      System.out.println(endpoint.address(Transport.UDP).written());
      // Nobody says anything but that it is over.
      var _ = System.in.readAllBytes();
      List<String> lines =
          peer.called.entrySet().stream()
              .map(each -> each.getKey() + "\t" + each.getValue())
              .toList();
      Files.write(Path.of(arguments[1]), lines);
      System.out.println(peer.came.get() + " " + peer.cancelled.get());
    }
  }

  private int knock(Door.Knock knock, Door.Opened opened) {
    came.incrementAndGet();
    String number = knock.to().user();
    int nth = called.merge(number, 1, Integer::sum);
    DayOutcome how = DayOutcome.of(number, nth, seed);
    if (how.status() != 0) {
      return how.status();
    }
    Sdp answer =
        knock
            .audio()
            .flatMap(offer ->
                new Negotiation(
                        audio.getLocalAddress().getHostAddress(),
                        audio.getLocalPort(),
                        Secrecy.WHERE_OFFERED,
                        List.of())
                    .answer(offer, Direction.SENDRECV))
            .orElseThrow();
    new Person(how, answer).begin(opened);
    return 0;
  }

  /** Whoever's phone rings. */
  private final class Person {
    private final DayOutcome how;
    private final Sdp answer;
    private final Mailbox mailbox;
    private final CompletableFuture<Leg> leg = new CompletableFuture<>();

    Person(DayOutcome how, Sdp answer) {
      this.how = how;
      this.answer = answer;
      this.mailbox =
          new Mailbox(
              threads, fault -> System.err.println("A step of somebody called failed: " + fault));
    }

    void begin(Door.Opened opened) {
      leg.complete(opened.by(mailbox, this::heard));
      mailbox.execute(() -> {
        leg.join().ring();
        if (how == DayOutcome.HANGS_UP) {
          leg.join().answer(answer);
        }
      });
    }

    private void heard(LegEvent event) {
      switch (event) {
        case LegEvent.Cancelled _ -> {
          cancelled.incrementAndGet();
          leg.join().refuse(487);
        }
        case LegEvent.Confirmed _ -> leg.join().bye();
        case LegEvent.Left _ -> leg.join().done();
        case LegEvent.Failed failed -> System.err.println(failed.why());
        default -> {
          // Nothing else is expected, and nothing follows from it.
        }
      }
    }
  }
}
