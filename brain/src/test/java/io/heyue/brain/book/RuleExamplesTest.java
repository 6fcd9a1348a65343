package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.law.RuleForm;
import io.heyue.core.law.StandingForm;
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
  Stream<DynamicTest> everyExampleIsJudgedAsItsAuthorMeant() {
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
  void everyRuleHasAPermittedAndAForbiddenExample() {
    List<LawReader.Ruling> rulings = rulings();
    assertThat(rulings).hasSizeGreaterThan(30);
    for (LawReader.Ruling ruling : rulings) {
      assertThat(ruling.examples()).as(ruling.file()).anyMatch(Example::permitted);
      assertThat(ruling.examples()).as(ruling.file()).anyMatch(example -> !example.permitted());
    }
  }

  @Test
  void everyFormThatTheKernelKnowsIsInUse() {
    Set<Class<?>> used =
        rulings().stream()
            .map(ruling -> ruling.rule().form().getClass())
            .collect(Collectors.toSet());
    Set<Class<?>> known =
        Stream.of(RuleForm.class, StandingForm.class)
            .flatMap(form -> Stream.of(form.getPermittedSubclasses()))
            .filter(Class::isRecord)
            .collect(Collectors.toSet());
    assertThat(used).isEqualTo(known);
    assertThat(FormReader.FORMS.values()).hasSameSizeAs(used);
  }

  private static List<LawReader.Ruling> rulings() {
    return LawBook.rulings(RealData.folder().resolve("law"));
  }
}
