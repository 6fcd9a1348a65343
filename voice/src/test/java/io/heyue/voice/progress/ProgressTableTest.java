package io.heyue.voice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.progress.RedialRule.Mark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTableTest {
  private static final String DISPOSITIONS = text(ProgressTable.DISPOSITIONS);
  private static final String SIGNS = text(ProgressTable.SIGNS);
  private static final String PHRASES = text(Announcements.FILE);

  private final ProgressTable table = ProgressTable.standard();

  private static String text(String file) {
    return new String(Rows.resource(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyStatusAndEveryCauseGivesADisposition() {
    for (int status = 300; status <= 699; status++) {
      assertThat(table.rule(table.sip(status).disposition())).as("%d", status).isNotNull();
    }
    for (int cause = 1; cause <= 127; cause++) {
      assertThat(table.rule(table.q850(cause).disposition())).as("%d", cause).isNotNull();
    }
    for (int outside : new int[] {-1, 0, 200, 299, 700}) {
      assertThatThrownBy(() -> table.sip(outside)).hasMessageContaining("300 to 699");
    }
    for (int outside : new int[] {-1, 0, 128}) {
      assertThatThrownBy(() -> table.q850(outside)).hasMessageContaining("1 to 127");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, INVALID_NUMBER",
    "410, INVALID_NUMBER",
    "484, INVALID_NUMBER",
    "604, INVALID_NUMBER",
    "486, BUSY",
    "600, BUSY",
    "480, NO_ANSWER",
    "487, CANCELLED",
    "603, REJECTED",
    "403, CALLER_BLOCKED",
    "488, CODEC_REFUSED",
    "503, TRUNK_FAILED",
    "504, TRUNK_FAILED",
    "499, UNREACHABLE",
    "599, TRUNK_FAILED",
    "699, REJECTED",
    "399, UNREACHABLE"
  })
  void aStatusSays(int status, Disposition disposition) {
    assertThat(table.sip(status).disposition()).isEqualTo(disposition);
  }

  @ParameterizedTest
  @CsvSource({
    "1, INVALID_NUMBER",
    "22, INVALID_NUMBER",
    "28, INVALID_NUMBER",
    "17, BUSY",
    "18, NO_ANSWER",
    "19, NO_ANSWER",
    "20, UNREACHABLE",
    "21, REJECTED",
    "34, CONGESTED",
    "42, CONGESTED",
    "52, CALLER_BLOCKED",
    "55, BARRED",
    "88, CODEC_REFUSED",
    "99, REQUEST_REFUSED",
    "127, UNREACHABLE"
  })
  void aCauseSays(int cause, Disposition disposition) {
    assertThat(table.q850(cause).disposition()).isEqualTo(disposition);
  }

  @Test
  void whatFollows() {
    assertThat(table.rule(Disposition.INVALID_NUMBER))
        .isEqualTo(new RedialRule(false, Duration.ZERO, 0, Mark.BAD, false));
    assertThat(table.rule(Disposition.BUSY))
        .isEqualTo(new RedialRule(true, Duration.ofMinutes(30), 2, Mark.KEEP, false));
    assertThat(table.rule(Disposition.CALLER_BLOCKED).alarm()).isTrue();
    assertThat(table.rule(Disposition.REJECTED).after()).isGreaterThanOrEqualTo(Duration.ofDays(1));
  }

  /** A fault, as it is made, and what the message must name. */
  private record Fault(String of, String with, List<String> named) {}

  private static Fault fault(String of, String with, String... named) {
    return new Fault(of, with, List.of(named));
  }

  private static void refused(String file, String text, Fault fault) {
    assertThat(text).contains(fault.of());
    String broken = text.replaceFirst(java.util.regex.Pattern.quote(fault.of()), fault.with());
    byte[] dispositions = bytes(file.equals(ProgressTable.DISPOSITIONS) ? broken : DISPOSITIONS);
    byte[] signs = bytes(file.equals(ProgressTable.SIGNS) ? broken : SIGNS);
    byte[] phrases = bytes(file.equals(Announcements.FILE) ? broken : PHRASES);
    assertThatThrownBy(
            () -> {
              ProgressTable read = ProgressTable.read(dispositions, signs);
              assertThat(read).isNotNull();
              assertThat(Announcements.read(phrases)).isNotNull();
            })
        .as("%s", fault)
        .isInstanceOf(TableFailure.class)
        .hasMessageContainingAll(fault.named().toArray(String[]::new))
        .hasMessageContaining(file + ", line ");
  }

  @Test
  void faultsOfDispositions() {
    for (Fault fault :
        List.of(
            fault("disposition\tredial", "disposition\tdial", "line 4", "'(all)'", "Maybe"),
            fault("busy\tyes\t30m\t2", "busy\tyes\t30m", "line 10", "6 cells of 7", "Maybe"),
            fault("busy\tyes", "engaged\tyes", "line 10", "'disposition'", "engaged", "Maybe"),
            fault("busy\tyes", "busy\tperhaps", "line 10", "'redial'", "perhaps", "yes or no"),
            fault("busy\tyes\t30m", "busy\tyes\t30", "'after'", "'30'", "Maybe as 30m"),
            fault("busy\tyes\t30m\t2", "busy\tyes\t30m\t9", "'per_day'", "'9'", "Maybe 1 to 5"),
            fault("fax\tno\t-\t-", "fax\tno\t-\t1", "'per_day'", "no redial"),
            fault("fax\tno\t-", "fax\tno\t1h", "'after'", "no redial"),
            fault("2\tkeep", "2\tbad", "'number'", "isn't called again"),
            fault("2\tkeep", "2\tmark", "'number'", "mark", "Maybe keep or bad"),
            fault("busy\t", "fax\t", "line 10", "twice"),
            fault("2\tkeep", "2\t keep", "'number'", "no space at either end"),
            fault("2\tkeep", "2\t", "'number'", "'-' for none"),
            fault("\nbusy\t", "\n#busy\t", "busy", "no rule"))) {
      refused(ProgressTable.DISPOSITIONS, DISPOSITIONS, fault);
    }
  }

  @Test
  void faultsOfSigns() {
    for (Fault fault :
        List.of(
            fault("sip\t486", "isup\t486", "'sign'", "isup", "Maybe sip or q850"),
            fault("sip\t486", "sip\t200", "'code'", "200", "300 to 699"),
            fault("sip\t486", "sip\t0486", "'code'", "0486", "Maybe"),
            fault("sip\t400-499", "sip\t499-400", "'code'", "Maybe a number, or two"),
            fault("sip\t500-599", "sip\t499-599", "'code'", "twice, for 499"),
            fault("sip\t486", "sip\t404", "'code'", "twice"),
            fault("\tvague", "\tdim", "'weight'", "dim", "Maybe vague or plain"),
            fault("\nsip\t500-599", "\n#sip\t500-599", "sip 501", "class is missing"),
            fault("busy\tplain", "bussy\tplain", "'disposition'", "bussy", "Maybe one of"))) {
      refused(ProgressTable.SIGNS, SIGNS, fault);
    }
  }

  @Test
  void faultsOfPhrases() {
    for (Fault fault :
        List.of(
            fault("\n空号\tzh", "\n空\tzh", "'phrase'", "Maybe 2 to 40"),
            fault("\n空号\tzh", "\n空号\ten", "'phrase'", "Maybe 6 to 40"),
            fault("号码是空号\tzh", "not in use\tzh", "'lang'", "other letters"),
            fault("电话是空号", "号码,是空号", "twice"),
            fault("\tearly", "\tsoon", "'where'", "soon", "Maybe early"))) {
      refused(Announcements.FILE, PHRASES, fault);
    }
  }

  @Test
  void whatIsNoTableAtAll() {
    byte[] signs = bytes(SIGNS);
    byte[] wrong = bytes("# 空号\n\n" + DISPOSITIONS);
    wrong[2] = (byte) 0xFF;
    assertThatThrownBy(() -> ProgressTable.read(wrong, signs))
        .hasMessageContainingAll("line 1", "0xFF", "Maybe save it as UTF-8");
    assertThatThrownBy(() -> ProgressTable.read(bytes("\uFEFF" + DISPOSITIONS), signs))
        .hasMessageContainingAll("line 1", "Maybe save it as UTF-8 without a mark");
    assertThatThrownBy(() -> ProgressTable.read(bytes(""), signs)).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> Rows.resource("none.tsv")).hasMessageContaining("left out");
  }
}
