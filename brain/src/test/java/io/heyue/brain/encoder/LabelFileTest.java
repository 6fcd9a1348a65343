package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {
  @TempDir private Path folder = Path.of("");

  private SpeechSchooling.Added added(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("labels.jsonl"), List.of(lines));
    SpeechSchooling schooling = SpeechSchooling.read(Project.DATA, Lang.ZH);
    return schooling.added(Project.DATA, file, Lang.ZH, List.of("这一句只用来考试不用来学"));
  }

  private static String line(String text, String is) {
    return "{\"lang\":\"zh\",\"text\":\"" + text + "\",\"is\":\"" + is + "\"}";
  }

  @Test
  void isReadAsTheLexiconsExamplesAre() throws IOException {
    SpeechSchooling.Added added =
        added(
            "{\"lang\":\"zh\",\"text\":\"[name]昨天替我把这笔结掉喽\",\"is\":\"already_paid\","
                + "\"after\":\"ask_which_day\",\"also\":[\"third_party_related\"],"
                + "\"feels\":\"calm 1\",\"goes_along\":\"high\",\"swears\":false}",
            "",
            "{\"lang\":\"en\",\"text\":\"not this language\",\"is\":\"deny\"}");
    Example example = added.taken().getFirst();
    assertThat(added.taken()).hasSize(1);
    assertThat(example.after()).isEqualTo("ask_when");
    assertThat(example.intent()).isEqualTo(Intent.ALREADY_PAID);
    assertThat(example.also()).containsExactly(Intent.THIRD_PARTY_RELATED);
    assertThat(example.tone().orElseThrow().intensity()).isEqualTo(1 / 3.0);
  }

  @Test
  void whatModelsAreExaminedByIsNeverLearned() throws IOException {
    Example held = LexiconReader.development(Project.DATA, Lang.ZH).getLast();
    SpeechSchooling.Added added =
        added(
            line(held.text(), held.intent().id()),
            line("这一句，只用来考试，不用来学", "unclear"),
            line("这一句只用来考试不用来学了", "unclear"));
    assertThat(added.taken()).isEmpty();
    assertThat(added.examined()).isEqualTo(3);
  }

  @Test
  void whatIsKnownIsLearnedOnceAndWhatIsDisputedNotAtAll() throws IOException {
    String once = "隔壁村收粮的还没给我结账呢";
    String disputed = "回头让我家那口子跟你讲";
    SpeechSchooling.Added added =
        added(
            line(once, "cannot_pay"),
            line(once + "。", "cannot_pay"),
            line(disputed, "busy_now"),
            line(disputed, "third_party_related"));
    assertThat(added.taken()).extracting(Example::text).containsExactly(once);
    assertThat(added.repeated()).isEqualTo(1);
    assertThat(added.contradicting()).isEqualTo(1);
    SpeechSchooling before = SpeechSchooling.read(Project.DATA, Lang.ZH);
    assertThat(before.with(added).learned()).hasSize(before.learned().size() + 1);
    assertThat(before.with(added).fingerprint()).isNotEqualTo(before.fingerprint());
  }

  @Test
  void aLineThatIsNoneIsNamed() {
    assertThatThrownBy(() -> added(line("随便", "cannot_pay"), "{\"lang\":"))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> added(line("随便", "can_not_pay"))).hasMessageContaining("can_not_pay");
  }
}
