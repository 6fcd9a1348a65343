package io.heyue.sim.phone;

import io.heyue.core.base.Lang;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A telephone that a mailbox answers, or nobody. */
public final class Mailbox implements Street.Household {
  private static final Duration RINGS = Duration.ofSeconds(2);
  private static final Duration RECORDS = Duration.ofSeconds(15);

  private final Lang lang;
  private final boolean answers;
  private @Nullable Talk talk;

  private Mailbox(Lang lang, boolean answers) {
    this.lang = lang;
    this.answers = answers;
  }

  /** One that plays its greeting and records. */
  public static Mailbox of(Lang lang) {
    return new Mailbox(lang, true);
  }

  /** Nobody is at home. */
  public static Mailbox nobody(Lang lang) {
    return new Mailbox(lang, false);
  }

  @Override
  public Lang lang() {
    return lang;
  }

  @Override
  public Optional<Duration> takes() {
    return answers ? Optional.of(RINGS) : Optional.empty();
  }

  @Override
  public void rings(Talk ringing) {
    talk = ringing;
  }

  @Override
  public void up() {
    if (talk != null) {
      talk.say(
          new Saying(
              1,
              List.of(
                  new Saying.Sentence(
                      lang == Lang.ZH
                          ? "您好，您拨打的用户暂时无法接听，请在提示音后留言，录音完毕后挂机即可。"
                          : "You have reached my voicemail. Please leave a message after the tone.",
                      false)),
              MayHear.GREETING,
              Expected.ANYTHING,
              0,
              RECORDS,
              Saying.Delivery.USUAL));
    }
  }

  @Override
  public void said(TheirTurn turn) {
    // It records.
  }

  @Override
  public void keyed(String keys) {
    // It knows none.
  }

  @Override
  public void quiet(Duration since) {
    if (talk != null) {
      talk.hangUp();
    }
  }

  @Override
  public void ended(TalkEnd end) {
    // It was a message, or none.
  }
}
