package io.heyue.brain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
  private static final Skill SPEECH = Skill.SPEECH;

  @TempDir private Path home = Path.of("");
  private Registry registry = Registry.in(home);
  private String first = "";
  private String second = "";

  @BeforeEach
  void fill() throws IOException {
    registry = Registry.in(home);
    first = add("one");
    second = add("two");
  }

  private String add(String model) throws IOException {
    Adapter adapter = new Adapter(Map.of("labels", model), 1, Map.of());
    return registry.add(SPEECH, Lang.ZH, adapter, model.getBytes(StandardCharsets.UTF_8));
  }

  private Path used() {
    return registry.used(SPEECH, Lang.ZH, home);
  }

  @Test
  void theBuiltModelIsUsedUntilOneIsPromoted() {
    assertThat(registry.list(SPEECH, Lang.ZH)).containsExactlyInAnyOrder(first, second);
    assertThat(registry.list(SPEECH, Lang.EN)).isEmpty();
    assertThat(used()).isEqualTo(home);
    registry.promote(SPEECH, Lang.ZH, first);
    assertThat(used()).isEqualTo(registry.of(SPEECH, Lang.ZH, first));
    assertThat(registry.used(SPEECH, Lang.EN, home)).isEqualTo(home);
  }

  @Test
  void goesBackStepByStep() {
    registry.promote(SPEECH, Lang.ZH, first);
    registry.promote(SPEECH, Lang.ZH, second);
    registry.promote(SPEECH, Lang.ZH, second);
    assertThat(registry.rollback(SPEECH, Lang.ZH).used()).contains(first);
    assertThat(registry.rollback(SPEECH, Lang.ZH).used()).isEmpty();
    assertThat(used()).isEqualTo(home);
    assertThatThrownBy(() -> registry.rollback(SPEECH, Lang.ZH)).hasMessageContaining("speech-zh");
  }

  @Test
  void whatIsPromotedLeavesTheShadow() {
    assertThat(registry.shadow(SPEECH, Lang.ZH, Optional.of(first)).shadow()).contains(first);
    assertThat(registry.promote(SPEECH, Lang.ZH, second).shadow()).contains(first);
    Registry.Standing after = registry.promote(SPEECH, Lang.ZH, first);
    assertThat(after.shadow()).isEmpty();
    assertThat(after.promoted()).isEqualTo(List.of(second, first));
    assertThat(registry.standing(SPEECH, Lang.ZH)).isEqualTo(after);
  }

  @Test
  void aVersionThatIsNoneIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> registry.promote(SPEECH, Lang.ZH, "../secret"))
        .hasMessageContaining("'../secret'")
        .hasMessageContaining(first);
    assertThatThrownBy(() -> registry.shadow(SPEECH, Lang.EN, Optional.of(first)))
        .hasMessageContaining("speech-en");
  }

  @Test
  void whatARollbackWouldUseIsSaidBefore() {
    registry.promote(SPEECH, Lang.ZH, first);
    Registry.Standing before = registry.promote(SPEECH, Lang.ZH, second);
    assertThat(registry.afterRollback(SPEECH, Lang.ZH).used()).contains(first);
    assertThat(registry.standing(SPEECH, Lang.ZH)).isEqualTo(before);
    assertThatThrownBy(() -> registry.afterRollback(SPEECH, Lang.EN))
        .hasMessageContaining("speech-en");
  }

  @Test
  void aDamagedStandingIsNotTakenForNone() throws IOException {
    registry.promote(SPEECH, Lang.ZH, first);
    Path standing = home.resolve("models/speech-zh/standing");
    Files.writeString(standing, "");
    assertThatThrownBy(() -> registry.standing(SPEECH, Lang.ZH))
        .hasMessageContaining(standing.toString())
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> registry.promote(SPEECH, Lang.ZH, second))
        .hasMessageContaining("damaged");
    assertThat(standing).isEmptyFile();
  }

  @Test
  void papersAreThereBeforeTheVersion() throws IOException {
    Adapter adapter = new Adapter(Map.of("labels", "three"), 1, Map.of());
    byte[] model = "three".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() ->
            registry.add(
                SPEECH,
                Lang.ZH,
                adapter,
                model,
                _ -> {
                  throw new IOException("full");
                }))
        .hasMessage("full");
    assertThat(registry.list(SPEECH, Lang.ZH)).hasSize(2);
    String third =
        registry.add(
            SPEECH,
            Lang.ZH,
            adapter,
            model,
            folder -> {
              assertThat(registry.list(SPEECH, Lang.ZH)).hasSize(2);
              Files.writeString(folder.resolve("paper"), "said");
            });
    assertThat(registry.list(SPEECH, Lang.ZH)).hasSize(3).contains(third);
    assertThat(registry.of(SPEECH, Lang.ZH, third).resolve("paper")).hasContent("said");
  }

  @Test
  void nothingHalfWrittenStays() throws IOException {
    registry.promote(SPEECH, Lang.ZH, first);
    try (Stream<Path> all = Files.walk(home)) {
      assertThat(all).noneMatch(each -> each.toString().endsWith(".part"));
    }
  }

  @Test
  void theSameModelIsKeptOnce() throws IOException {
    assertThat(add("one")).isEqualTo(first);
    assertThat(registry.list(SPEECH, Lang.ZH)).hasSize(2);
  }
}
