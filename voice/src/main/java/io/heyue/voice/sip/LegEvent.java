package io.heyue.voice.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What signalling tells of one leg of a call. */
public sealed interface LegEvent {
  /** The network took it on (100, 181, 182; 183 without audio). */
  record Trying() implements LegEvent {}

  /** It rings over there, and we make our own picture of it (180 without audio). */
  record Ringing() implements LegEvent {}

  /** Audio comes before anybody took the call (183 or 180 with audio). */
  record EarlyMedia(Sdp audio) implements LegEvent {}

  /** They took it; empty where they named no audio that can be read. */
  record Answered(Optional<Sdp> audio) implements LegEvent {}

  /** They want proof of who we are; {@link Leg#prove} gives it. */
  record Challenged(Challenge challenge) implements LegEvent {}

  /**
   * They refused it, or the network for them.
   *
   * @param status 300 to 699
   * @param reasons their Reason headers (RFC 3326), as they came
   */
  record Refused(int status, List<String> reasons) implements LegEvent {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** They want calls to be kept up less often than we offered (422, RFC 4028). */
  record TooBrief(Duration least) implements LegEvent {}

  /** A message could not be made or sent, or nobody answered it; why, for a log. */
  record Failed(String why) implements LegEvent {}

  /**
   * Our own signalling broke down and began anew: what they said meanwhile is lost, also whether
   * their phone rang.
   */
  record Lost() implements LegEvent {}

  /** They want it no more, before we took it (CANCEL). */
  record Cancelled() implements LegEvent {}

  /** They confirm that we took it (ACK); with audio where only now they name theirs. */
  record Confirmed(Optional<Sdp> audio) implements LegEvent {}

  /** They hung up (BYE). */
  record Left(List<String> reasons) implements LegEvent {
    public Left {
      reasons = List.copyOf(reasons);
    }
  }

  /** They confirm that we hung up, or know of no such call any more. */
  record Done() implements LegEvent {}

  /**
   * They want audio to go another way: held, resumed, moved; {@link Leg#agree} or {@link
   * Leg#disagree} answers. Empty where they want us to say how.
   */
  record Reoffered(Optional<Sdp> audio) implements LegEvent {}

  /** What we wanted of audio is agreed; empty where they didn't say how. */
  record Agreed(Optional<Sdp> audio) implements LegEvent {}

  /** One side said that the call still lasts, and the other agreed. */
  record Lasts() implements LegEvent {}

  /** They don't take our word for it in that form; {@link Leg#reinvite} is another. */
  record NotRefreshed() implements LegEvent {}

  /** What we wanted of audio is refused; 491 where both wanted something at once. */
  record NotAgreed(int status) implements LegEvent {}

  /**
   * How the transfer goes that we asked for (RFC 3515).
   *
   * @param status 100 and above: as they tell of the new call; 202 where they only took it on
   * @param ended nothing more is told of it
   */
  record Transfer(int status, boolean ended) implements LegEvent {}

  /** A key that came as signalling (INFO). */
  record Pressed(char key) implements LegEvent {}
}
