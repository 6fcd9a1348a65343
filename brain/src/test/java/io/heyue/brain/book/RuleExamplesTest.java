package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.law.RuleForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the law is held against the examples that stand beside it. */
class RuleExamplesTest {

  @TestFactory
  Stream<DynamicTest> everyExampleIsJudgedAsItsAuthorMeant() throws IOException {
    return rulings().stream()
        .flatMap(ruling ->
            ruling.examples().stream()
                .map(example ->
                    DynamicTest.dynamicTest(
                        ruling.file() + ":" + example.line(),
                        () ->
                            assertThat(example.agrees(ruling.rule()))
                                .as(example.contradiction())
                                .isTrue())));
  }

  @Test
  void everyRuleHasAPermittedAndAForbiddenExample() throws IOException {
    List<LawReader.Ruling> rulings = rulings();
    assertThat(rulings).hasSizeGreaterThan(30);
    for (LawReader.Ruling ruling : rulings) {
      assertThat(ruling.examples()).as(ruling.file()).anyMatch(Example::permitted);
      assertThat(ruling.examples()).as(ruling.file()).anyMatch(example -> !example.permitted());
    }
  }

  @Test
  void everyFormThatTheKernelKnowsIsInUse() throws IOException {
    Set<Class<?>> used =
        rulings().stream()
            .map(ruling -> ruling.rule().form().getClass())
            .collect(Collectors.toSet());
    assertThat(used).containsExactlyInAnyOrder(RuleForm.class.getPermittedSubclasses());
    assertThat(FormReader.FORMS.values()).hasSameSizeAs(used);
  }

  private static List<LawReader.Ruling> rulings() throws IOException {
    Path data = RealData.folder();
    Flaws flaws = new Flaws();
    LawReader reader = new LawReader();
    try (Stream<Path> files = Files.walk(data.resolve("law"))) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .forEach(file -> reader.read(Source.read(data, file, flaws)));
    }
    flaws.check();
    return reader.rulings();
  }
}
