package io.heyue.sim.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With {@code ./heyue bench phone kill} it is fifty calls. */
@Tag("long")
@Timeout(300)
class KillProofTest {
  private static final int CALLS = 5;

  @TempDir private Path folder = Path.of("");

  @Test
  void nobodyIsDialledTwiceAndWhatWasRecordedIsKept() throws Exception {
    KillProof.Plan plan =
        new KillProof.Plan(CALLS, 1, Duration.ofSeconds(3), Duration.ofSeconds(3), 7);
    Findings findings = KillProof.prove(folder, plan, _ -> {});
    assertThat(findings.faults()).isEmpty();
    assertThat(findings.kills())
        .singleElement()
        .satisfies(kill -> assertThat(kill.live()).isGreaterThanOrEqualTo(CALLS));
    assertThat(findings.recordings().cut()).isGreaterThanOrEqualTo(CALLS);
    assertThat(findings.invited()).isGreaterThan(CALLS);
  }
}
