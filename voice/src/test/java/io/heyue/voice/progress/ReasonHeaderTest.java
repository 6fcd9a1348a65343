package io.heyue.voice.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReasonHeaderTest {
  private static final String PIECES = "Q.850;cause=17text=\"用户忙\" ,SIP\\\t\r\n=;,\"\u0000\uD83D";

  private static Reason reason(String protocol, int cause, String text) {
    return new Reason(protocol, OptionalInt.of(cause), text);
  }

  @Test
  void oneAndSeveral() {
    assertThat(ReasonHeader.read("Q.850;cause=17;text=\"User busy\""))
        .containsExactly(reason("q.850", 17, "User busy"));
    assertThat(
            ReasonHeader.read(
                " SIP ;cause=200 ;text=\"Call completed, elsewhere; \\\"here\\\"\" , q.850 ; CAUSE = 16;"
                    + "text=\"用户关机\";location=LN"))
        .containsExactly(
            reason("sip", 200, "Call completed, elsewhere; \"here\""), reason("q.850", 16, "用户关机"));
  }

  @Test
  void whatIsWrittenBadly() {
    assertThat(ReasonHeader.read("")).isEmpty();
    assertThat(ReasonHeader.read(",,;cause=1,")).isEmpty();
    assertThat(ReasonHeader.read("Q.850;cause=\"17\"")).containsExactly(reason("q.850", 17, ""));
    assertThat(ReasonHeader.read("Q.850;cause;text,SIP;cause=486"))
        .containsExactly(new Reason("q.850", OptionalInt.empty(), ""), reason("sip", 486, ""));
    for (String cause : List.of("-1", "1000", "１７", "0x11", "", "17 18")) {
      assertThat(ReasonHeader.read("Q.850;cause=" + cause))
          .as(cause)
          .containsExactly(new Reason("q.850", OptionalInt.empty(), ""));
    }
    assertThat(ReasonHeader.read("Q.850;text=\"never ends;cause=17"))
        .containsExactly(new Reason("q.850", OptionalInt.empty(), "never ends;cause=17"));
  }

  @Test
  void onlyCausesThatMeanSomethingCount() {
    assertThat(reason("Q.850", 17, "").q850()).hasValue(17);
    assertThat(reason("Q.850", 0, "").q850()).isEmpty();
    assertThat(reason("Q.850", 128, "").q850()).isEmpty();
    assertThat(reason("Q.850", 17, "").sip()).isEmpty();
    assertThat(reason("SIP", 486, "").sip()).hasValue(486);
    assertThat(reason("SIP", 200, "").sip()).isEmpty();
    assertThat(reason("SIP", 486, "王小明").toString()).isEqualTo("sip;cause=486");
  }

  /** Bytes, pieces of headers in any order, and headers with a few characters exchanged. */
  private static String made(Random random) {
    int size = random.nextInt(80);
    StringBuilder text = new StringBuilder();
    switch (random.nextInt(3)) {
      case 0 -> {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        text.append(new String(bytes, StandardCharsets.UTF_8));
      }
      case 1 -> {
        for (int at = 0; at < size; at++) {
          text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
      }
      default -> {
        text.append("SIP;cause=486;text=\"忙\", Q.850;cause=17;text=\"a\\\"b\"");
        for (int times = random.nextInt(4); times >= 0; times--) {
          text.setCharAt(
              random.nextInt(text.length()), PIECES.charAt(random.nextInt(PIECES.length())));
        }
      }
    }
    return text.toString();
  }

  @Test
  void anythingIsReadInOneGo() {
    Random random = new Random(3326);
    for (int times = 0; times < 50_000; times++) {
      String header = made(random);
      List<Reason> reasons = ReasonHeader.read(header);
      assertThat(reasons).hasSizeLessThanOrEqualTo(ReasonHeader.MOST_REASONS);
      int text = 0;
      for (Reason reason : reasons) {
        assertThat(reason.protocol()).isNotBlank();
        assertThat(reason.cause().orElse(0)).isBetween(0, 999);
        text += reason.text().length();
      }
      assertThat(text).isLessThanOrEqualTo(header.length());
    }
  }

  @Test
  void aLongOneIsReadToItsBound() {
    assertThat(ReasonHeader.read("\"".repeat(1_000_000))).isEmpty();
    assertThat(ReasonHeader.read("Q.850;cause=17,".repeat(100_000)))
        .hasSize(ReasonHeader.MOST_REASONS);
    String late = "Q.850;text=\"" + "忙".repeat(ReasonHeader.MOST) + "\";cause=17";
    assertThat(ReasonHeader.read(late).getFirst().cause()).isEmpty();
  }
}
