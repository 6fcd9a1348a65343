package io.heyue.voice.line;

import io.heyue.voice.sip.Agreement;
import io.heyue.voice.sip.Direction;
import io.heyue.voice.sip.Sdp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was offered and agreed on the audio of one call (RFC 3264). Its mailbox's. */
final class AudioTerms {
  private final CallAudio audio;
  private final Consumer<Boolean> held;
  private @Nullable Sdp offered;
  private @Nullable Agreement agreed;
  private Direction wanted = Direction.SENDRECV;
  private boolean flows;

  /** All media of the session; but for ours they are declined. */
  private List<String> media = List.of("");

  /**
   * @param held is told when they stop listening to us, and when they listen again
   */
  AudioTerms(CallAudio audio, Consumer<Boolean> held) {
    this.audio = audio;
    this.held = held;
  }

  /** What they offered when they called; empty where they want us to. */
  void theyOffer(Optional<Sdp> offer) {
    offered = offer.orElse(null);
  }

  /** What we want from now on. */
  void want(boolean hold) {
    wanted = hold ? Direction.SENDONLY : Direction.SENDRECV;
  }

  /** Whether what we offered last puts them on hold. */
  boolean holds() {
    Sdp last = offered;
    return last != null && !last.direction().receives();
  }

  /** What we offer now: all that we can, or the same as was agreed. */
  Sdp offer() {
    Agreement now = agreed;
    Sdp offer =
        now == null
            ? audio.negotiation().offer(wanted)
            : audio.negotiation().offer(wanted, now).among(media);
    offered = offer;
    return offer;
  }

  /** Whether we have an answer to what they offered when they called. */
  boolean canAnswer() {
    Sdp theirs = offered;
    return theirs == null || audio.negotiation().answer(theirs, wanted).isPresent();
  }

  /** Our answer to that, or our offer where they made none. */
  Sdp answer() {
    Sdp theirs = offered;
    return theirs == null ? offer() : answer(theirs).orElseThrow();
  }

  /** Our answer to an offer; with it, it is agreed. Empty where nothing fits both. */
  Optional<Sdp> answer(Sdp theirs) {
    Agreement now = agreed;
    if (now != null && now.ours().isPresent() && !theirs.secure()) {
      // What was encrypted doesn't become plain within a call.
      return Optional.empty();
    }
    Optional<Sdp> answer = audio.negotiation().answer(theirs, wanted);
    answer.ifPresent(ours -> {
      // What once stood in a session keeps its place in it (RFC 3264, 8).
      media = ours.media();
      agree(audio.negotiation().agreed(theirs, ours));
    });
    return answer;
  }

  /** Takes their answer to our offer; whether it fits. */
  boolean accepts(Sdp theirs) {
    Sdp ours = offered;
    Optional<Agreement> found =
        ours == null ? Optional.empty() : audio.negotiation().accepted(ours, theirs);
    found.ifPresent(this::agree);
    return found.isPresent();
  }

  boolean agreed() {
    return agreed != null;
  }

  private void agree(Agreement next) {
    boolean was = agreed != null && agreed.held();
    agreed = next;
    if (flows) {
      audio.flow(next);
    }
    if (was != next.held()) {
      held.accept(next.held());
    }
  }

  /** From now on audio goes, as soon as it is agreed how. */
  void start() {
    flows = true;
    Agreement now = agreed;
    if (now != null) {
      audio.flow(now);
    }
  }

  void stop() {
    flows = false;
    audio.close();
  }
}
