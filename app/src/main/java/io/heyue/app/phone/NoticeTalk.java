package io.heyue.app.phone;

import io.heyue.core.base.Lang;
import io.heyue.core.compliance.ApprovedReply;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says a notice and leaves. What is answered is taken no notice of, and nothing is recorded. */
final class NoticeTalk implements Incoming {
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final Notice notice;
  private volatile @Nullable Talk talk;

  NoticeTalk(Notice notice) {
    this.notice = notice;
  }

  @Override
  public Lang lang() {
    return notice.said().getFirst().lang();
  }

  @Override
  public void begun(Talk begun) {
    begun.unrecorded();
    talk = begun;
  }

  @Override
  public void up() {
    Talk ours = talk;
    if (ours != null) {
      long id = 1;
      for (ApprovedReply each : notice.said()) {
        ours.speak(each.lang());
        ours.say(
            new Saying(
                id++,
                Wordings.mandatory(each.words()),
                MayHear.GREETING,
                Expected.ANYTHING,
                0,
                QUIET,
                Saying.Delivery.USUAL.withCue(notice.cue())));
      }
      ours.leave();
    }
  }

  @Override
  public void said(TheirTurn turn) {
    // There is no conversation.
  }

  @Override
  public void keyed(String keys) {
    // Nor anything to be chosen.
  }

  @Override
  public void quiet(Duration since) {
    // All is said, and we leave.
  }

  @Override
  public void ended(TalkEnd end) {
    // Nothing began, so nothing ends.
  }
}
