package io.heyue.app.phone;

import io.heyue.core.base.Lang;
import io.heyue.voice.record.RecordingSummary;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Leads a call and says nothing. */
final class Leading implements Incoming {
  final CompletableFuture<Talk> up = new CompletableFuture<>();
  final CompletableFuture<TalkEnd> end = new CompletableFuture<>();
  final CompletableFuture<RecordingSummary> recorded = new CompletableFuture<>();
  private volatile Optional<Talk> talk = Optional.empty();

  @Override
  public Lang lang() {
    return Lang.EN;
  }

  @Override
  public void begun(Talk begun) {
    talk = Optional.of(begun);
  }

  @Override
  public void up() {
    // Calls that we make are begun by nobody.
    talk.ifPresent(up::complete);
  }

  @Override
  public void said(TheirTurn turn) {
    // Nobody speaks.
  }

  @Override
  public void keyed(String keys) {
    // Nor presses keys.
  }

  @Override
  public void quiet(Duration since) {
    // It is soon over.
  }

  @Override
  public void recorded(RecordingSummary summary) {
    recorded.complete(summary);
  }

  @Override
  public void ended(TalkEnd how) {
    end.complete(how);
  }
}
