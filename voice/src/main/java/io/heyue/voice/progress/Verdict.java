package io.heyue.voice.progress;

import io.heyue.core.base.Check;
import io.heyue.voice.tone.CallTone;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a call, with what tells so. Immutable.
 *
 * <p>Words count more than causes of Q.850, these more than statuses of SIP, these more than tones:
 * carriers often send 480 or 503 for everything. Three things are finer than that. A sign that the
 * table calls vague says nothing of its own and gives way to any plainer one. That a call rang
 * outweighs vague signs too, so that nobody is called by another trunk whose phone has rung. And a
 * call that was taken is judged by who took it.
 *
 * @param rule what may be done now
 * @param evidence all there was, what decided first
 */
public record Verdict(Disposition disposition, RedialRule rule, List<Evidence> evidence) {
  private static final int WORDS = 1;
  private static final int CAUSE = 4;
  private static final int STATUS = 5;
  private static final int TONE = 6;
  private static final int RANG = 9;
  private static final int VAGUE = 10;
  private static final int NOTHING = 12;

  public Verdict {
    evidence = List.copyOf(evidence);
  }

  /**
   * Weighs what there is; of things of the same weight the first counts.
   *
   * @param evidence at least one thing
   */
  public static Verdict of(ProgressTable table, List<Evidence> evidence) {
    Check.that(!evidence.isEmpty(), "evidence", evidence, "at least one thing");
    List<Evidence> sorted =
        evidence.stream().sorted(Comparator.comparingInt(each -> rank(table, each))).toList();
    Disposition disposition = disposition(table, sorted.getFirst());
    return new Verdict(disposition, table.rule(disposition), sorted);
  }

  /** What decided. */
  public Evidence why() {
    return evidence.getFirst();
  }

  /** The less, the more it counts. */
  private static int rank(ProgressTable table, Evidence evidence) {
    return switch (evidence) {
      case Evidence.Answer answer ->
          switch (answer.who()) {
            case PERSON -> 0;
            case MACHINE, SCREENING -> 3;
            case UNSURE -> 7;
          };
      case Evidence.Fax _ -> WORDS;
      case Evidence.Announcement said -> said.match().hint() ? WORDS + 1 : WORDS;
      case Evidence.Cause cause -> table.q850(cause.q850()).vague() ? VAGUE : CAUSE;
      case Evidence.Status status -> table.sip(status.sip()).vague() ? VAGUE + 1 : STATUS;
      case Evidence.Tone heard -> heard.tone() == CallTone.RINGING ? RANG : TONE;
      case Evidence.Withdrawn _ -> 8;
      case Evidence.Rang _ -> RANG;
      case Evidence.NoSign _ -> NOTHING;
    };
  }

  private static Disposition disposition(ProgressTable table, Evidence evidence) {
    return switch (evidence) {
      case Evidence.Answer answer ->
          switch (answer.who()) {
            case PERSON -> Disposition.ANSWERED_PERSON;
            case MACHINE -> Disposition.ANSWERED_MACHINE;
            case SCREENING -> Disposition.CALL_SCREENING;
            case UNSURE -> Disposition.ANSWERED_UNKNOWN;
          };
      case Evidence.Fax _ -> Disposition.FAX;
      case Evidence.Announcement said -> said.match().disposition();
      case Evidence.Cause cause -> table.q850(cause.q850()).disposition();
      case Evidence.Status status -> table.sip(status.sip()).disposition();
      case Evidence.Tone heard ->
          switch (heard.tone()) {
            case RINGING -> Disposition.NO_ANSWER;
            case BUSY -> Disposition.BUSY;
            case CONGESTED -> Disposition.CONGESTED;
          };
      case Evidence.Withdrawn withdrawn ->
          withdrawn.rangOut() ? Disposition.NO_ANSWER : Disposition.CANCELLED;
      case Evidence.Rang _ -> Disposition.NO_ANSWER;
      case Evidence.NoSign _ -> Disposition.TRUNK_FAILED;
    };
  }
}
