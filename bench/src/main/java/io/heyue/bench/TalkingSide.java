package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.hear.SpeechHub;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.Transport;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.talk.Knowledge;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkListener;
import io.heyue.voice.talk.TalkParts;
import io.heyue.voice.talk.Talks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Our side of conversations that are measured: a telephone, ears and what recognises. */
final class TalkingSide implements AutoCloseable {
  /** Ports from here on are our audio's. */
  static final int FIRST_PORT = 27_000;

  static final int LAST_PORT = FIRST_PORT + 1_999;

  private final SpeechModel model = SpeechModel.load();
  private final SpeechHub hub = SpeechHub.start(model);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService heavy =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final Telephone telephone;
  private final Recogniser recogniser;

  /**
   * @param recogniser whose language is spoken; stays the caller's
   */
  TalkingSide(Recogniser recogniser, long seed) {
    this.recogniser = recogniser;
    this.telephone = new PhoneSide().open(FIRST_PORT, seed);
  }

  Lang lang() {
    return recogniser.lang();
  }

  /** Calls somebody and lets a listener lead the conversation. */
  Talk call(SipAddress peer, Mouth mouth, TalkListener listener) {
    Lang lang = recogniser.lang();
    TalkParts parts =
        new TalkParts(
            hub::line,
            HearingSettings.usual(),
            Map.of(lang, mouth),
            Map.of(lang, recogniser),
            Knowledge.standard(),
            new TalkParts.Works(threads, heavy, fault -> System.err.println(fault), true));
    Telephone.Manner manner =
        new Telephone.Manner(
            telephone.address(Transport.UDP),
            Optional.empty(),
            Secrecy.WHERE_OFFERED,
            PhoneSide.PATIENCE);
    try {
      return Talks.call(telephone, peer, manner, parts, new Talks.Led(lang, listener));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean ours(int port) {
    return port >= FIRST_PORT && port <= LAST_PORT;
  }

  @Override
  public void close() {
    telephone.close();
    hub.close();
    heavy.close();
    threads.close();
    model.close();
  }
}
