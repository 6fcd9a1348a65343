package io.heyue.voice.line;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Registration;
import io.heyue.voice.sip.Reply;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Carriers that do what a test says: who is dialled waits until the test says what becomes of it.
 */
final class MadeUpCarriers implements Dialling {
  static final PhoneNumber OURS = new PhoneNumber("+861010000000");
  static final PhoneNumber THEIRS = new PhoneNumber("+8613800000000");

  /** A try of a call. */
  static final class Dialled implements PhoneCall {
    final SipAddress peer;
    final PhoneListener listener;
    final List<String> asked = new ArrayList<>();

    Dialled(SipAddress peer, PhoneListener listener) {
      this.peer = peer;
      this.listener = listener;
    }

    @Override
    public PlaybackId play(Playback playback) {
      asked.add("play");
      return new PlaybackId(asked.size());
    }

    @Override
    public void flush() {
      asked.add("flush");
    }

    @Override
    public void press(Key key, Duration held) {
      asked.add("press");
    }

    @Override
    public void hold(boolean on) {
      asked.add("hold");
    }

    @Override
    public void transfer(SipAddress to) {
      asked.add("transfer");
    }

    @Override
    public void hangUp() {
      asked.add("hang up");
    }
  }

  final List<Dialled> dialled = new ArrayList<>();
  final List<SipAddress> asked = new ArrayList<>();

  /** To whom connections were closed. */
  final List<SipAddress> hungUp = new ArrayList<>();

  final List<String> told = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final VirtualTimers time = new VirtualTimers();

  /** What a carrier answers to OPTIONS; never where it is 0. */
  int answers = 200;

  /** Whether REGISTER is never answered, not even by a failure. */
  boolean mute;

  /** And to REGISTER, with for how long it keeps it. */
  Registration.Told registers = new Registration.Told(200, Duration.ofSeconds(150));

  /** Hosts that say nothing to OPTIONS, whatever others answer. */
  final Set<String> dead = new HashSet<>();

  boolean hears = true;
  boolean ports = true;

  static Trunk trunk(String name, int channels, int rate, boolean registers) {
    SipAddress address = SipAddress.parse("sip:" + name + ".example");
    return new Trunk(
        name,
        address,
        Optional.of(new Credentials("heyue", "secret")),
        Set.of(OURS),
        Trunk.Writing.PLUS,
        channels,
        rate,
        Secrecy.WHERE_OFFERED,
        false,
        registers ? Optional.of(address.with("heyue")) : Optional.empty(),
        Codec.USUAL);
  }

  Exchange exchange(Trunk... trunks) {
    return new Exchange(
        new ExchangeWorks(new Trunks(List.of(trunks)), this, time, time, Runnable::run, notes::add),
        Exchange.Settings.USUAL,
        () -> time.now().toNanos());
  }

  @Override
  public PhoneCall dial(SipAddress peer, Telephone.Manner manner, PhoneListener listener)
      throws IOException {
    if (!ports) {
      throw new IOException("no port is free");
    }
    Dialled one = new Dialled(peer, listener);
    dialled.add(one);
    return one;
  }

  @Override
  public CompletableFuture<Reply> ask(SipAddress peer) {
    asked.add(peer);
    return answers == 0 || dead.contains(peer.host())
        ? new CompletableFuture<>()
        : CompletableFuture.completedFuture(
            new Reply(answers, List.of(), Optional.empty(), Optional.empty()));
  }

  @Override
  public void hangUp(SipAddress peer) {
    hungUp.add(peer);
  }

  @Override
  public CompletableFuture<Boolean> hears() {
    return CompletableFuture.completedFuture(hears);
  }

  @Override
  public Telling telling(SipAddress registrar, SipAddress own, Credentials credentials) {
    return new Telling() {
      @Override
      public CompletableFuture<Registration.Told> tell() {
        told.add("tell " + own.user() + " to " + registrar.host());
        return mute ? new CompletableFuture<>() : CompletableFuture.completedFuture(registers);
      }

      @Override
      public CompletableFuture<Reply> end() {
        told.add("end");
        return CompletableFuture.completedFuture(
            new Reply(200, List.of(), Optional.empty(), Optional.empty()));
      }
    };
  }
}
