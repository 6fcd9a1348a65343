package io.heyue.core.channel;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.util.Optional;

/** Something that happened on the street side of a conversation. */
public sealed interface ChannelEvent {

  /**
   * The person is there: answered the call, opened the link, or is written to for the first time.
   *
   * @param closed whether of what they will say nothing but expected phrases can be heard, or
   *     nothing at all, so that keys have to stand beside each question
   */
  record Answered(boolean closed) implements ChannelEvent {
    /** Whose words are read, or heard whatever they are. */
    public Answered() {
      this(false);
    }
  }

  /** The person began to speak; what they say is not known yet. */
  record SpeechStarted() implements ChannelEvent {}

  /**
   * The person said something, as recognised.
   *
   * <p>What was heard unsurely decides nothing by itself: no consent, no identity, no sum, no day
   * and no end of contact (see {@code io.heyue.core.dialogue.Certainty}). Unsurely is with a
   * confidence below the flow's {@code hearing.sure}, and whatever a closed recogniser heard.
   *
   * @param text the likeliest words; empty where somebody spoke and nothing was understood
   * @param confidence the recogniser's, from 0 to 1
   * @param closed whether it could hear nothing but expected phrases, so that off-topic speech
   *     comes back as one of them, whatever its confidence
   * @param tone how it sounded, where that is known; never written down (see {@link #lasting})
   */
  record SpeechHeard(String text, double confidence, boolean closed, Optional<VoiceTone> tone)
      implements ChannelEvent {
    public SpeechHeard {
      Check.that(confidence >= 0 && confidence <= 1, "confidence", confidence, "0 to 1");
    }

    /** Heard by a recogniser that rejects what it doesn't know. */
    public SpeechHeard(String text, double confidence) {
      this(text, confidence, false);
    }

    /** Something of which nobody knows how it sounded. */
    public SpeechHeard(String text, double confidence, boolean closed) {
      this(text, confidence, closed, Optional.empty());
    }

    /** Whether somebody spoke and nothing was understood. */
    public boolean unheard() {
      return text.isBlank();
    }
  }

  /** The person wrote something. */
  record TextReceived(String text) implements ChannelEvent {}

  /**
   * The person pressed keys of the telephone as one entry.
   *
   * @param keys 0 to 9 and *, in order; a # that ended them isn't among them, so that it may be
   *     empty
   */
  record Keyed(String keys) implements ChannelEvent {
    /** The longest entry; whatever is longer was no answer. */
    public static final int MOST = 40;

    public Keyed {
      Check.that(
          keys.length() <= MOST && keys.chars().allMatch(key -> "0123456789*".indexOf(key) >= 0),
          "keys",
          keys.length() + " keys",
          "at most " + MOST + ", each of 0 to 9 or *");
    }

    /** Hides what was keyed in: it may prove who somebody is. */
    @Override
    public String toString() {
      return "Keyed[" + keys.length() + " keys]";
    }
  }

  /** Nothing came for so long since our last words. */
  record SilencePassed(Duration length) implements ChannelEvent {}

  /** The person hung up or closed the page. */
  record HungUp() implements ChannelEvent {}

  /** What we sent could not be delivered. */
  record DeliveryFailed(String reason) implements ChannelEvent {}

  /**
   * A machine took the call, or one that asks what we want before it lets anybody hear us: nothing
   * more is said to it.
   */
  record MachineTook() implements ChannelEvent {}

  /** A payment on the account was booked while we were talking. */
  record PaymentArrived() implements ChannelEvent {}

  /** The words that the event carries; empty where it carries none. */
  default String words() {
    return switch (this) {
      case SpeechHeard heard -> heard.text();
      case TextReceived received -> received.text();
      case Keyed keyed -> keyed.keys();
      case Answered _,
          SpeechStarted _,
          SilencePassed _,
          HungUp _,
          DeliveryFailed _,
          MachineTook _,
          PaymentArrived _ ->
          "";
    };
  }

  /** The event as it may be written down: without how a voice sounded. */
  default ChannelEvent lasting() {
    return this instanceof SpeechHeard heard && heard.tone().isPresent()
        ? new SpeechHeard(heard.text(), heard.confidence(), heard.closed())
        : this;
  }

  /** Whether the event carries words to be understood. */
  default boolean spoken() {
    return !words().isEmpty();
  }
}
