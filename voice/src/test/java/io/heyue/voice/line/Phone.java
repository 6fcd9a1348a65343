package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipEndpoint;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A phone on loopback that calls and is called, and writes down what it hears of its calls. */
final class Phone implements AutoCloseable {
  private static final long BOUND_SECONDS = 60;
  static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5));

  final SipEndpoint endpoint;
  final List<String> notes = new CopyOnWriteArrayList<>();
  final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Talk> calledBy = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Timers timers;

  /** A call and what was heard of it. */
  final class Talk implements CallListener {
    final SilentAudio audio;
    final Call call;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile String detail = "";

    Talk(Secrecy secrecy, Optional<Credentials> credentials, Patience patience) {
      audio = new SilentAudio(secrecy);
      call =
          new Call(
              new CallSetting(
                  endpoint,
                  credentials,
                  patience,
                  new CallWorks(timers, threads, faults::add, new Random(1))),
              audio,
              this);
    }

    @Override
    public void ringing() {
      heard.add("ringing");
    }

    @Override
    public void earlyAudio() {
      heard.add("early");
    }

    @Override
    public void up() {
      heard.add("up");
    }

    @Override
    public void held(boolean held) {
      heard.add(held ? "held" : "resumed");
    }

    @Override
    public void holding(boolean on) {
      heard.add(on ? "holding" : "holding no more");
    }

    @Override
    public void pressed(char key) {
      heard.add("pressed " + key);
    }

    @Override
    public void transfer(int status, boolean ended) {
      heard.add("transfer " + status + (ended ? " ended" : ""));
    }

    @Override
    public void ended(Ending ending, boolean elsewhere) {
      detail = ending.detail();
      heard.add("ended " + ending.how() + " " + ending.status() + (elsewhere ? " elsewhere" : ""));
    }

    /** Whether nothing was heard that wasn't asked for. */
    boolean isSilent() {
      return heard.isEmpty();
    }

    String detail() {
      return detail;
    }

    /** Waits until the call has done what it had to do up to now. */
    void settled() throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      call.later(done::countDown);
      assertThat(done.await(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** What is heard next, one after the other. */
    void hears(String... expected) throws InterruptedException {
      List<String> got = new ArrayList<>();
      for (String each : expected) {
        String next = heard.poll(BOUND_SECONDS, TimeUnit.SECONDS);
        got.add(next);
        assertThat(got).as("%s; notes %s, faults %s", detail, notes, faults).endsWith(each);
      }
    }

    /** What is heard next. */
    String hears() throws InterruptedException {
      String next = heard.poll(BOUND_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("notes %s, faults %s", notes, faults).isNotNull();
      return String.valueOf(next);
    }

    /** All until the end. */
    List<String> hearsAll() throws InterruptedException {
      return hearsUntil("ended");
    }

    /** All until something that begins so. */
    List<String> hearsUntil(String start) throws InterruptedException {
      List<String> all = new ArrayList<>();
      while (all.isEmpty() || !all.getLast().startsWith(start)) {
        String next = heard.poll(BOUND_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("after %s; notes %s, faults %s", all, notes, faults).isNotNull();
        all.add(next);
      }
      return all;
    }
  }

  Phone() {
    this(SipSettings.plain(InetAddress.getLoopbackAddress()));
  }

  Phone(SipSettings settings) {
    this(settings, Timers.real());
  }

  Phone(SipSettings settings, Timers timers) {
    this.timers = timers;
    endpoint = SipEndpoint.open(settings, notes::add);
  }

  SipAddress address(Transport transport) {
    return endpoint.address(transport);
  }

  Talk dial(SipAddress peer) {
    return dial(peer, Optional.empty(), PATIENCE);
  }

  Talk dial(SipAddress peer, Optional<Credentials> credentials, Patience patience) {
    return dial(peer, credentials, patience, Secrecy.WHERE_OFFERED);
  }

  Talk dial(
      SipAddress peer, Optional<Credentials> credentials, Patience patience, Secrecy secrecy) {
    Talk talk = new Talk(secrecy, credentials, patience);
    talk.call.dial(peer, address(peer.transport()));
    return talk;
  }

  /** From now on whoever calls is let in, and waits for an answer. */
  Phone opens(Secrecy secrecy) {
    endpoint.open((knock, opened) -> {
      Talk talk = new Talk(secrecy, Optional.empty(), PATIENCE);
      talk.call.invited(opened, knock.audio());
      calledBy.add(talk);
      return 0;
    });
    return this;
  }

  boolean wasCalled() {
    return !calledBy.isEmpty();
  }

  Talk called() throws InterruptedException {
    Talk talk = calledBy.poll(BOUND_SECONDS, TimeUnit.SECONDS);
    assertThat(talk).as("a call; notes %s, faults %s", notes, faults).isNotNull();
    return talk;
  }

  @Override
  public void close() {
    endpoint.close();
    timers.close();
    threads.close();
    assertThat(faults).isEmpty();
  }
}
