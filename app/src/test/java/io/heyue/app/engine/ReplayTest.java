package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.law.Replay;
import io.heyue.brain.book.LawBook;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.store.law.LawPacks;
import io.heyue.store.ledger.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts that the engine made are judged again. */
class ReplayTest {
  @TempDir private Path folder;
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(3);
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    lender.later(Duration.ofHours(2));
    lender.campaign();
    var _ = lender.engine.pulse().tick();
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private Replay replay(Replay replay) {
    Ledger ledger = Ledger.open(folder, lender.vault);
    lender
        .database
        .transactor()
        .run(sql -> ledger.each(sql, Instant.EPOCH, lender.now().plusSeconds(60), replay::take));
    return replay;
  }

  @Test
  void byTheRulesOfTheirDayEachComesOutAsItIsRecorded() {
    Replay again = replay(new Replay(_ -> Optional.of(lender.guard.law())));
    assertThat(again.judged()).isGreaterThanOrEqualTo(6);
    assertThat(again.unreadable()).isZero();
    assertThat(again.differences()).isEmpty();
    assertThat(again.summary()).endsWith("judged again; each as it is recorded.");
    assertThat(lender.entries("refusal")).as("a second contact of the day").isNotEmpty();
  }

  @Test
  void otherRulesShowWhatTheyWouldChange() {
    RuleBook stricter =
        new RuleBook(
            "stricter",
            lender.guard.law().rules().stream().map(ReplayTest::afternoonsOnly).toList(),
            lender.guard.law().places());
    Replay again = replay(new Replay(_ -> Optional.of(stricter)));
    assertThat(again.differences()).isNotEmpty();
    assertThat(again.differences())
        .allSatisfy(difference -> {
          assertThat(difference.contact().judgment().permitted()).isTrue();
          assertThat(difference.now().permitted()).isFalse();
          assertThat(difference.toString()).contains("permitted → refused", "CN-GBT-01@1");
        });
  }

  private static Rule afternoonsOnly(Rule rule) {
    if (!rule.id().id().equals("CN-GBT-01")) {
      return rule;
    }
    return new Rule(
        rule.id(),
        rule.from(),
        rule.to(),
        rule.place(),
        rule.scope(),
        new RuleForm.ContactWindow(LocalTime.of(20, 0), LocalTime.of(21, 0), true),
        rule.citation(),
        rule.confidence(),
        rule.kind(),
        rule.plain());
  }

  @Test
  void onAnotherDayTheLawOfThatDayIsAsked() {
    Replay early =
        replay(
            new Replay(
                _ -> Optional.of(lender.guard.law()), Optional.of(LocalDate.of(2005, 1, 3))));
    assertThat(early.differences()).as("there was no law to permit anything").isNotEmpty();
  }

  @Test
  void whoseRulesWereNotKeptIsSaid() {
    Replay lost = replay(new Replay(_ -> Optional.empty()));
    assertThat(lost.judged()).isZero();
    assertThat(lost.withoutRules()).isGreaterThanOrEqualTo(6);
    assertThat(lost.summary()).contains("the rules of their day were not kept");
  }

  @Test
  void rulesThatWereKeptAreTheSameAgain() {
    LawBook book = LawBook.read(Path.of(System.getProperty("heyue.root", "."), "data", "law"));
    LawPacks packs = new LawPacks();
    String version = book.rules().version();
    lender.database.transactor().run(sql -> packs.keep(sql, version, book.texts()));
    lender.database.transactor().run(sql -> packs.keep(sql, version, book.texts()));
    Map<String, String> texts = lender.database.transactor().get(sql -> packs.texts(sql, version));
    assertThat(texts).isEqualTo(book.texts());
    assertThat(LawBook.of(texts).rules().version()).isEqualTo(version);
    Map<String, String> none = lender.database.transactor().get(sql -> packs.texts(sql, "none"));
    assertThat(none).isEmpty();
  }
}
