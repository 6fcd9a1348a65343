package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.models.Hearing;
import io.heyue.app.models.Shadow;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import io.heyue.store.labels.ShadowCounts;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What reads in the shadow is counted in the real tables, without a word of what was said. */
@Timeout(60)
class ShadowCountsTest {
  private final FewWords used = new FewWords();

  /** Takes every yes for a no. */
  private Understanding other(Heard heard) {
    Understanding same = used.understand(heard);
    boolean yes = same.main().intent() == Intent.AFFIRM;
    return new Understanding(
        same.text(),
        same.language(),
        List.of(yes ? new ScoredIntent(Intent.DENY, 0.9) : same.main()),
        same.entities(),
        same.emotion(),
        same.cooperation(),
        new Provenance("speech@other", "none"));
  }

  @Test
  void agreementIsCountedByWhatItWasTakenFor(@TempDir Path folder) {
    try (Lender lender = new Lender(folder)) {
      Listener candidate = this::other;
      Shadow.Tally tally = Hearing.tally(lender.database.transactor(), lender::now);
      try (Shadow shadow = Shadow.begin(used, candidate, () -> {}, Set.of(Lang.ZH), tally)) {
        for (String text : List.of("可以", "可以的", "再见", "总共欠多少")) {
          shadow.understand(
              new Heard(
                  text,
                  Optional.of(Lang.ZH),
                  Optional.empty(),
                  lender.now().atZone(ZoneOffset.UTC),
                  Money.CNY));
        }
      }
      List<ShadowCounts.Count> counts =
          lender.database.transactor().get(sql -> new ShadowCounts().of(sql, "speech@other"));
      assertThat(counts).hasSize(3);
      ShadowCounts.Count first = counts.getFirst();
      assertThat(first.times()).isEqualTo(2);
      assertThat(first.intent()).isEqualTo("affirm");
      assertThat(first.other()).isEqualTo("deny");
      assertThat(first.used()).isEqualTo("few words");
      assertThat(counts.subList(1, 3)).allMatch(ShadowCounts.Count::agrees);
    }
  }
}
