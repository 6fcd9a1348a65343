package io.heyue.voice.line;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Opus;
import io.heyue.voice.media.Lateness;
import io.heyue.voice.media.MediaEngine;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.MediaStream;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Door;
import io.heyue.voice.sip.Registration;
import io.heyue.voice.sip.Reply;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipEndpoint;
import io.heyue.voice.sip.SipFailure;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** Signalling and audio of this machine: calls go out and come in. Thread-safe. */
public final class Telephone implements AutoCloseable {
  private final SipEndpoint endpoint;
  private final MediaEngine media;
  private final String address;
  private final Consumer<String> notes;
  private final SecureRandom random = new SecureRandom();
  private final AtomicBoolean rehearsed = new AtomicBoolean();
  private final Timers timers = Timers.real();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Asks whether signalling hears. It is the system's own, since light threads may wait for long
   * where turns compute: signalling that hears must not begin anew for that.
   */
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("hears-signalling").daemon().factory());

  private final StandingCalls standing = new StandingCalls();

  /** Whether signalling hears at all is asked by a thread that nobody else's question holds up. */
  private final ExecutorService watching =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("watches-signalling").daemon().factory());

  private final Ears ears = new Ears();
  private final Watchdog.Watch watch;
  private final Watchdog watchdog;

  private Telephone(
      SipEndpoint endpoint,
      MediaEngine media,
      InetAddress address,
      Consumer<String> notes,
      Watchdog.Watch watch) {
    this.endpoint = endpoint;
    this.media = media;
    this.address = address.getHostAddress().replaceFirst("%.*", "");
    this.notes = notes;
    this.watch = watch;
    this.watchdog = new Watchdog(ears, watch, timers, new Mailbox(threads, this::fault), notes);
    watchdog.begin();
  }

  /**
   * Opens it.
   *
   * @param notes what went wrong and belongs to no call, a line each; without anybody's number
   * @throws SipFailure if a port is taken or keys can't be read
   */
  public static Telephone open(SipSettings sip, MediaSettings media, Consumer<String> notes) {
    return open(sip, media, notes, Watchdog.Watch.USUAL);
  }

  /** One that asks itself whether it hears at times of one's own. */
  static Telephone open(
      SipSettings sip, MediaSettings media, Consumer<String> notes, Watchdog.Watch watch) {
    SipEndpoint endpoint = SipEndpoint.open(sip, notes);
    try {
      return new Telephone(endpoint, MediaEngine.start(media), sip.address(), notes, watch);
    } catch (IOException | RuntimeException e) {
      endpoint.close();
      throw new SipFailure("Audio can't begin: " + e.getMessage(), e);
    }
  }

  /**
   * How a call is made.
   *
   * @param from whose call it is to them
   * @param codecs that may be used, the dearest first
   */
  public record Manner(
      SipAddress from,
      Optional<Credentials> credentials,
      Secrecy secrecy,
      Patience patience,
      List<Codec> codecs) {
    /** By A-law or µ-law. */
    public Manner(
        SipAddress from, Optional<Credentials> credentials, Secrecy secrecy, Patience patience) {
      this(from, credentials, secrecy, patience, Codec.USUAL);
    }
  }

  /** The address at which we are reached by a transport. */
  public SipAddress address(Transport transport) {
    return endpoint.address(transport);
  }

  /**
   * Calls somebody.
   *
   * @throws IOException if no port for audio is free
   * @throws IllegalArgumentException if keys would have to go by signalling that anybody can read
   */
  public TelephoneCall call(SipAddress peer, Manner manner, PhoneListener listener)
      throws IOException {
    Check.that(
        manner.secrecy().fits(peer.transport()),
        "transport",
        peer.transport(),
        "TLS where audio must be encrypted, since its keys stand in signalling; or say"
            + " ALWAYS_KEYS_IN_CLEAR");
    TelephoneCall call = made(manner, peer.transport(), listener);
    call.call().dial(peer, manner.from());
    standing.add(call);
    return call;
  }

  /**
   * Takes calls that come in.
   *
   * @param who says who hears of such a call and must accept it or hang up; empty where nobody does
   */
  public void open(Secrecy secrecy, Patience patience, Function<Door.Knock, Optional<Taking>> who) {
    admit(
        patience,
        knock ->
            who.apply(knock)
                .<Admission>map(taking -> new Admission.Admitted(taking, secrecy))
                .orElse(new Admission.Refused(480)));
  }

  /**
   * The same by a door that says why it stays closed.
   *
   * @param door called by signalling's own thread: it must not wait
   */
  public void admit(Patience patience, Function<Door.Knock, Admission> door) {
    endpoint.open((knock, opened) ->
        switch (door.apply(knock)) {
          case Admission.Refused refused -> refused.status();
          case Admission.Admitted admitted -> admitted(admitted, patience, knock, opened);
        });
  }

  /** 0, or the status with which it is refused all the same; then its taker hears of no call. */
  private int admitted(
      Admission.Admitted admitted, Patience patience, Door.Knock knock, Door.Opened opened) {
    Taking taking = admitted.taking();
    Transport way = knock.from().transport();
    if (!admitted.secrecy().fits(way)) {
      taking.missed();
      return 488;
    }
    Manner manner =
        new Manner(knock.to(), Optional.empty(), admitted.secrecy(), patience, admitted.codecs());
    try {
      taken(made(manner, way, taking.listener()), opened, knock, taking);
      return 0;
    } catch (IOException e) {
      notes.accept("A call can't be taken: " + e.getMessage());
      taking.missed();
      return 503;
    }
  }

  /** Where it can't be taken, its ports are given back. */
  private void taken(TelephoneCall call, Door.Opened opened, Door.Knock knock, Taking taking) {
    try {
      call.call().invited(opened, knock.audio());
      standing.add(call);
      taking.comes(call);
    } catch (RuntimeException e) {
      call.hangUp();
      throw e;
    }
  }

  /** Who takes a call that comes in. */
  public interface Taking {
    PhoneListener listener();

    /** The call, which from now on may be accepted or hung up on. It must not wait. */
    void comes(TelephoneCall call);

    /** It came to no call: the listener hears nothing. */
    default void missed() {}
  }

  private TelephoneCall made(Manner manner, Transport way, PhoneListener listener)
      throws IOException {
    List<Codec> codecs = codecs(manner.codecs());
    KeyWays ways = new KeyWays();
    Relay relay = new Relay(listener, ways);
    MediaStream stream = media.open(relay);
    CallSetting setting =
        new CallSetting(
            endpoint,
            manner.credentials(),
            manner.patience(),
            new CallWorks(timers, threads, this::fault, random));
    StreamAudio audio = new StreamAudio(stream, address, manner.secrecy(), way, random, codecs);
    StandingCalls.Told told = new StandingCalls.Told(listener, ways);
    Call call = new Call(setting, audio, told);
    relay.of(call);
    return new TelephoneCall(call, stream, told.over());
  }

  /** Those of {@code wanted} that there is room for. */
  private List<Codec> codecs(List<Codec> wanted) throws IOException {
    if (!wanted.contains(Codec.OPUS)) {
      return wanted;
    }
    if (rehearsed.compareAndSet(false, true)) {
      threads.execute(Opus::rehearse);
    }
    return OpusRoom.left(wanted, media.costly());
  }

  private void fault(Throwable thrown) {
    notes.accept("A call's step failed: " + SipFailure.told(thrown));
  }

  /** By which an exchange calls. */
  Dialling dialling() {
    return new Dialler();
  }

  Executor threads() {
    return threads;
  }

  /** How late packets of audio were sent so far. */
  public Lateness lateness() {
    return media.lateness();
  }

  /** From now on nobody's call is taken; those that stand go on. */
  public void drain() {
    endpoint.drain();
  }

  /**
   * Takes no more calls and hangs up on all that stand, whoever called. Each listener is told of
   * the end before this returns, two seconds later at most: also where the other side confirms
   * nothing.
   */
  public void hangUp() {
    drain();
    standing.hangUp();
  }

  /**
   * Ends it, by {@link #hangUp} before where calls may stand: else neither their listeners nor
   * their peers are told, who find out by themselves.
   */
  @Override
  public void close() {
    watchdog.close();
    media.close();
    endpoint.close();
    timers.close();
    threads.close();
    asking.shutdown();
    watching.shutdown();
  }

  /** Whether signalling hears; found out by a thread of its own. */
  private final class Ears implements Watchdog.Watched {
    @Override
    public CompletableFuture<Boolean> hears() {
      return CompletableFuture.supplyAsync(() -> endpoint.hears(watch.silence()), watching);
    }

    @Override
    public void beginAnew() {
      endpoint.beginAnew();
    }
  }

  private final class Dialler implements Dialling {
    @Override
    public PhoneCall dial(SipAddress peer, Manner manner, PhoneListener listener)
        throws IOException {
      return call(peer, manner, listener);
    }

    /** By a thread that may wait: who doesn't read any more, or can't be reached, holds it up. */
    @Override
    public CompletableFuture<Reply> ask(SipAddress peer) {
      return CompletableFuture.supplyAsync(() -> peer, threads).thenCompose(endpoint::ask);
    }

    @Override
    public void hangUp(SipAddress peer) {
      threads.execute(() -> endpoint.hangUp(peer));
    }

    /** Told by a thread that may wait for something, as signalling's own may not. */
    @Override
    public CompletableFuture<Boolean> hears() {
      return CompletableFuture.supplyAsync(() -> endpoint.hears(watch.silence()), asking)
          .completeOnTimeout(false, 3 * watch.silence().toMillis(), TimeUnit.MILLISECONDS)
          .thenApplyAsync(hears -> hears, threads);
    }

    @Override
    public Telling telling(SipAddress registrar, SipAddress own, Credentials credentials) {
      Registration registration = new Registration(endpoint, registrar, own, credentials);
      return new Telling() {
        @Override
        public CompletableFuture<Registration.Told> tell() {
          return registration.tell();
        }

        @Override
        public CompletableFuture<Reply> end() {
          return registration.end();
        }
      };
    }
  }
}
