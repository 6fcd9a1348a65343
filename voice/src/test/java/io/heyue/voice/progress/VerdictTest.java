package io.heyue.voice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Span;
import io.heyue.voice.tone.CallTone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private final ProgressTable table = ProgressTable.standard();

  private static Evidence said(Disposition disposition, boolean hint) {
    return new Evidence.Announcement(new Match(disposition, "…", hint, Span.of(0, 1), 0));
  }

  private void gives(Disposition disposition, Evidence... evidence) {
    List<Evidence> all = new ArrayList<>(Arrays.asList(evidence));
    for (int times = 0; times < 6; times++) {
      Verdict verdict = Verdict.of(table, all);
      assertThat(verdict.disposition()).as("%s", all).isEqualTo(disposition);
      assertThat(verdict.rule()).isEqualTo(table.rule(disposition));
      assertThat(verdict.why()).isEqualTo(evidence[0]);
      assertThat(verdict.evidence()).containsExactlyInAnyOrderElementsOf(all);
      Collections.shuffle(all, new Random(times));
    }
  }

  @Test
  void wordsThenCauseThenStatusThenTone() {
    Evidence off = said(Disposition.SWITCHED_OFF, false);
    Evidence cause = new Evidence.Cause(21);
    Evidence status = new Evidence.Status(486);
    Evidence tone = new Evidence.Tone(CallTone.CONGESTED);
    gives(Disposition.SWITCHED_OFF, off, cause, status, tone);
    gives(Disposition.REJECTED, cause, status, tone);
    gives(Disposition.BUSY, status, tone);
    gives(Disposition.CONGESTED, tone);
    gives(Disposition.SWITCHED_OFF, off, said(Disposition.UNREACHABLE, true), status);
    gives(Disposition.UNREACHABLE, said(Disposition.UNREACHABLE, true), cause);
  }

  @Test
  void whatIsSentForEverythingGivesWay() {
    gives(Disposition.BUSY, new Evidence.Status(486), new Evidence.Cause(16));
    gives(Disposition.BUSY, new Evidence.Tone(CallTone.BUSY), new Evidence.Status(480));
    gives(Disposition.NO_ANSWER, new Evidence.Cause(31), new Evidence.Status(503));
    gives(Disposition.TRUNK_FAILED, new Evidence.Status(503));
  }

  /** Nobody's phone rings twice since a trunk failed. */
  @Test
  void whosePhoneRangIsNotCalledByAnotherTrunk() {
    gives(Disposition.NO_ANSWER, new Evidence.Rang(), new Evidence.Status(503));
    gives(Disposition.NO_ANSWER, new Evidence.Rang(), new Evidence.NoSign());
    gives(Disposition.NO_ANSWER, new Evidence.Tone(CallTone.RINGING), new Evidence.Status(500));
  }

  @Test
  void whatWeDidOurselves() {
    gives(Disposition.CANCELLED, new Evidence.Withdrawn(false), new Evidence.Status(487));
    gives(
        Disposition.NO_ANSWER,
        new Evidence.Withdrawn(true),
        new Evidence.Rang(),
        new Evidence.Status(487));
    gives(
        Disposition.INVALID_NUMBER,
        said(Disposition.INVALID_NUMBER, false),
        new Evidence.Withdrawn(false),
        new Evidence.Status(487));
    gives(Disposition.BUSY, new Evidence.Status(486), new Evidence.Withdrawn(true));
  }

  @Test
  void whoTookItCounts() {
    gives(
        Disposition.ANSWERED_PERSON,
        new Evidence.Answer(Answerer.PERSON),
        said(Disposition.ANSWERED_MACHINE, false));
    gives(
        Disposition.INVALID_NUMBER,
        said(Disposition.INVALID_NUMBER, false),
        new Evidence.Answer(Answerer.MACHINE));
    gives(Disposition.CALL_SCREENING, new Evidence.Answer(Answerer.SCREENING), new Evidence.Rang());
    gives(Disposition.ANSWERED_UNKNOWN, new Evidence.Answer(Answerer.UNSURE), new Evidence.Rang());
    gives(Disposition.BUSY, new Evidence.Tone(CallTone.BUSY), new Evidence.Answer(Answerer.UNSURE));
    gives(Disposition.FAX, new Evidence.Fax(), new Evidence.Answer(Answerer.MACHINE));
  }

  @Test
  void ofNothingThereIsNoVerdict() {
    assertThatThrownBy(() -> Verdict.of(table, List.of())).hasMessageContaining("evidence");
  }
}
