package io.heyue.core.channel;

import java.time.Duration;

/** Something that happened on the street side of a conversation. */
public sealed interface ChannelEvent {

  /**
   * The person is there: answered the call, opened the link, or is written to for the first time.
   */
  record Answered() implements ChannelEvent {}

  /** The person began to speak; what they say is not known yet. */
  record SpeechStarted() implements ChannelEvent {}

  /** The person said something, as recognised, with the recogniser's confidence from 0 to 1. */
  record SpeechHeard(String text, double confidence) implements ChannelEvent {}

  /** The person wrote something. */
  record TextReceived(String text) implements ChannelEvent {}

  /** The person pressed a key of the telephone: 0 to 9, * or #. */
  record KeyPressed(char key) implements ChannelEvent {}

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
      case KeyPressed pressed -> String.valueOf(pressed.key());
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

  /** Whether the event carries words to be understood. */
  default boolean spoken() {
    return !words().isEmpty();
  }
}
