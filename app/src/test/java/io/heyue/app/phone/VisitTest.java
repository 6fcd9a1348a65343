package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.line.Ending;
import io.heyue.voice.progress.Disposition;
import io.heyue.voice.progress.ProgressTable;
import io.heyue.voice.progress.Verdict;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitTest {
  private static final RecordingId RECORDING = new RecordingId(new UUID(1, 2));

  private final List<String> heard = new ArrayList<>();
  private final Visit visit = new Visit(Optional.empty(), () -> heard.add("free"));

  private final Incoming leader =
      new Incoming() {
        @Override
        public Lang lang() {
          return Lang.ZH;
        }

        @Override
        public void begun(Talk talk) {
          heard.add("begun");
        }

        @Override
        public void up() {
          heard.add("up");
        }

        @Override
        public void said(TheirTurn turn) {
          heard.add("said");
        }

        @Override
        public void keyed(String keys) {
          heard.add(keys);
        }

        @Override
        public void quiet(Duration since) {
          heard.add("quiet");
        }

        @Override
        public void begins(long saying) {
          heard.add("begins " + saying);
        }

        @Override
        public void asked(long saying) {
          heard.add("asked " + saying);
        }

        @Override
        public Optional<RecordingId> recording() {
          return Optional.of(RECORDING);
        }

        @Override
        public void ended(TalkEnd end) {
          heard.add("ended");
        }
      };

  private static TalkEnd end() {
    return new TalkEnd(
        new Verdict(
            Disposition.CANCELLED,
            ProgressTable.standard().rule(Disposition.CANCELLED),
            List.of(new io.heyue.voice.progress.Evidence.NoSign())),
        new Ending(Ending.How.CANCELLED, 0, List.of(), ""),
        false,
        Duration.ZERO);
  }

  @Test
  void whoLeadsItHearsAllButWhetherItIsAMachine() {
    visit.led(leader);
    visit.up();
    visit.begins(3);
    visit.asked(3);
    visit.keyed("0000");
    visit.ended(end());
    assertThat(heard).containsExactly("up", "begins 3", "asked 3", "0000", "free", "ended");
    assertThat(visit.recording()).contains(RECORDING);
  }

  @Test
  void whoGivesUpWhileItIsLookedUpWhoTheyAreHasLeft() {
    visit.ended(end());
    assertThat(heard).containsExactly("free");
    visit.led(leader);
    assertThat(heard).containsExactly("free", "ended");
  }
}
