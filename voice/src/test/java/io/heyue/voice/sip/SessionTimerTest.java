package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionTimerTest {
  private static SessionTimer read(String header, boolean weCalled) {
    return SessionTimer.read(header, weCalled).orElseThrow();
  }

  @Test
  void whoRefreshesIsNamedByPart() {
    assertThat(read("1800;refresher=uac", true).weRefresh()).isTrue();
    assertThat(read("1800;refresher=uac", false).weRefresh()).isFalse();
    assertThat(read("1800 ; Refresher = UAS", true).weRefresh()).isFalse();
    assertThat(read("1800;refresher=uas", false).weRefresh()).isTrue();
    assertThat(read("1800", true).weRefresh()).isTrue();
  }

  @Test
  void nobodyLastsShorterThanTheStandardOrLongerThanADay() {
    assertThat(read("5", true).interval()).isEqualTo(Duration.ofSeconds(90));
    assertThat(read("999999999", true).interval()).isEqualTo(Duration.ofDays(1));
    assertThat(SessionTimer.read("soon", true)).isEmpty();
    assertThat(SessionTimer.read("", true)).isEmpty();
  }

  @Test
  void itIsSaidAgainAtHalfAndOverAThirdBeforeTheEnd() {
    SessionTimer timer = read("90;refresher=uac", true);
    assertThat(timer.refreshAfter()).isEqualTo(Duration.ofSeconds(45));
    assertThat(timer.overAfter()).isEqualTo(Duration.ofSeconds(60));
    assertThat(read("1800", true).overAfter()).isEqualTo(Duration.ofSeconds(1_768));
  }
}
