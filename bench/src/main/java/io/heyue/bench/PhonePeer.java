package io.heyue.bench;

import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other side, in a process of its own: takes every call and speaks, until its input ends. It
 * prints its address at the beginning, and at the end how many packets came and were lost.
 */
final class PhonePeer {
  /** Ports from here on are its audio's. */
  static final int FIRST_PORT = 24_000;

  private PhonePeer() {}

  /** Arguments: a seed. */
  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    short[] sentence = SpeechLoop.sentence(seed);
    PhoneSide side = new PhoneSide();
    AtomicInteger calls = new AtomicInteger();
    try (Telephone telephone = side.open(FIRST_PORT, seed)) {
      telephone.open(
          Secrecy.WHERE_OFFERED,
          PhoneSide.PATIENCE,
          _ ->
              Optional.of(
                  new Telephone.Taking() {
                    @Override
                    public PhoneListener listener() {
                      return side.new Counting();
                    }

                    @Override
                    public void comes(TelephoneCall call) {
                      call.play(new SpeechLoop(sentence, calls.incrementAndGet() * 1_700));
                      call.accept();
                    }
                  }));
      System.out.println(telephone.address(Transport.UDP).written());
      // Nobody says anything but that it is over.
      var _ = System.in.readAllBytes();
    }
    System.out.println(side.received.get() + " " + side.lost.get());
  }
}
