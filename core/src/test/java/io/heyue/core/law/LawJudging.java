package io.heyue.core.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds one rule against one contact, and says what came of it. */
final class LawJudging {
  private LawJudging() {}

  static Optional<Finding> judge(RuleForm form, Contact contact) {
    return ContactLaw.judge(SampleLaw.rule("CN-1", form), new Moment(contact.facts()));
  }

  /** The same, of a rule that only warns. */
  static Optional<Finding> warned(RuleForm form, Contact contact) {
    return ContactLaw.judge(
        SampleLaw.warning(SampleLaw.rule("CN-1", form)), new Moment(contact.facts()));
  }

  static Instant shanghai(String local) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), Samples.SHANGHAI).toInstant();
  }

  static ContactFacts.Trace trace(
      String local, Channel channel, String number, @Nullable Boolean effective) {
    return new ContactFacts.Trace(shanghai(local), channel, number, effective);
  }

  static void missing(Optional<Finding> finding, Fact fact) {
    assertThat(finding).isPresent();
    assertThat(finding.get().missing()).contains(fact);
    assertThat(finding.get().lawfulFrom()).isEmpty();
  }

  static void broken(Optional<Finding> finding) {
    assertThat(finding).isPresent();
    assertThat(finding.get().missing()).isEmpty();
    assertThat(finding.get().lawfulFrom()).isEmpty();
  }
}
