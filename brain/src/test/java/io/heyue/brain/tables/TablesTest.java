package io.heyue.brain.tables;

import static io.heyue.core.dialogue.Condition.TO_NEGOTIATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heyue.brain.book.Books;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.decision.Choice;
import io.heyue.core.decision.Relief;
import io.heyue.core.decision.Situation;
import io.heyue.core.decision.Treatment;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Question;
import io.heyue.core.dialogue.Route;
import io.heyue.core.dialogue.Team;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.Citation;
import io.heyue.core.law.Confidence;
import io.heyue.core.law.Kind;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.Scope;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private static final Path STRATEGY =
      Path.of(System.getProperty("heyue.root", "..")).resolve("data/strategy");
  private static final Known KNOWN = known();
  private static final Tables TABLES = Tables.load(STRATEGY, KNOWN);

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final Money SUM = Money.fen(300_000);
  private static final Move EXTENSION = new Move.Offer(new Terms.Extension(SUM, DAY));
  private static final Move PLAN = new Move.Offer(new Terms.Instalments(Plan.monthly(SUM, 3, DAY)));
  private static final Move REDUCTION =
      new Move.Offer(new Terms.Reduction(SUM, Money.fen(100), DAY));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "CANNOT_PAY, 0.86, NEGOTIATION, NOTHING_LEFT",
    "CANNOT_PAY, 0.85, GO_ON, AT_ONCE",
    "VULNERABILITY, 0.90, NEGOTIATION, NOTHING_LEFT",
    "ABUSIVE, 0.71, SUPERVISOR, AT_ONCE",
    "ABUSIVE, 0.70, GO_ON, AT_ONCE",
    "AFFIRM, 0.99, GO_ON, AT_ONCE",
  })
  void difficultyGoesToNegotiationAndAbuseToASupervisor(
      Intent intent, double confidence, Team team, Route.When when) {
    assertThat(TABLES.router().route(said(intent, confidence))).isEqualTo(new Route(team, when));
  }

  @ParameterizedTest
  @CsvSource({
    "10, ANXIOUS, 0, 0, offer_extension, 'row 2: '",
    "18, ANXIOUS, 0, 0, offer_extension, 'row 2: '",
    "18, CALM, 0, 0, offer_plan, 'row 5: '",
    "30, ANXIOUS, 0, 0, offer_plan, 'row 5: '",
    "40, CALM, 0, 0, offer_plan, 'row 5: '",
    "61, CALM, 0, 0, offer_plan, 'row 4: '",
    "61, SAD, 0, 0, offer_extension, 'row 3: '",
    "10, CALM, 2, 0, offer_plan, 'row 1: '",
  })
  void whatIsOfferedFirstFollowsTheTable(
      int days, Feeling feeling, int broken, int declined, String chosen, String reason) {
    Choice choice =
        TABLES
            .policy()
            .choose(
                situation(days, feeling, broken, declined, 0, 0),
                List.of(REDUCTION, EXTENSION, PLAN),
                Rng.seeded(1));

    assertThat(choice.move().id()).isEqualTo(chosen);
    assertThat(choice.propensity()).isEqualTo(1.0);
    assertThat(choice.policy()).startsWith("offers.dmn@");
    assertThat(choice.reasons()).singleElement().asString().startsWith(reason);
  }

  /** A row without which every answer stays what it was is a row that says nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"routing.dmn", "offers.dmn", "treatment.dmn", "pricing.dmn"})
  void everyRowDecidesSomething(String name) throws IOException {
    String whole = Files.readString(STRATEGY.resolve(name));
    List<String> all = answers(TABLES);
    List<MatchResult> rows =
        Pattern.compile("(?s) *<rule .*?</rule>\n").matcher(whole).results().toList();

    assertThat(rows).hasSizeGreaterThan(1);
    for (MatchResult row : rows.subList(0, rows.size() - 1)) {
      Path strategy = copied();
      Files.writeString(
          strategy.resolve(name), whole.substring(0, row.start()) + whole.substring(row.end()));

      assertThat(answers(Tables.load(strategy, KNOWN))).as(row.group()).isNotEqualTo(all);
    }
  }

  /** What all tables answer, over whatever their rows ask. */
  private static List<String> answers(Tables tables) {
    List<String> answers = new ArrayList<>();
    for (int days : List.of(10, 40, 70)) {
      for (Feeling feeling : Feeling.values()) {
        for (int before = 0; before < 5; before++) {
          Situation situation = situation(days, feeling, before, 0, before, before);
          List<Move> offers = List.of(REDUCTION, EXTENSION, PLAN);
          answers.add(tables.policy().choose(situation, offers, Rng.seeded(1)).move().id());
          offers = List.of(REDUCTION, EXTENSION);
          answers.add(tables.policy().choose(situation, offers, Rng.seeded(1)).move().id());
          Treatment treatment = tables.treatment().choose(situation);
          answers.add(treatment.channel() + " " + treatment.from() + " " + treatment.phrase());
          answers.add(tables.pricing().relief(days, before, Rate.parse("0.18")).toString());
        }
      }
    }
    for (Intent intent : Intent.values()) {
      answers.add(tables.router().route(said(intent, 0.9)).toString());
    }
    return answers;
  }

  @Test
  void whatStandsElsewhereMustBeThere() throws IOException {
    Path strategy = copied();
    replace(strategy.resolve("treatment.dmn"), "\"sms_second\"", "\"sms_secnd\"");
    replace(strategy.resolve("offers.dmn"), "\"reduction\"", "\"full\"");
    Flow flow = KNOWN.flows().getFirst();
    List<Flow.Row> rows =
        flow.rows().stream().filter(row -> !row.given().contains(TO_NEGOTIATION)).toList();
    Flow without = new Flow("short", "1", flow.first(), flow.steps(), rows);

    assertThatThrownBy(
            () -> Tables.load(strategy, new Known(KNOWN.law(), List.of(without), KNOWN.phrases())))
        .isInstanceOf(TableFault.class)
        .hasMessageContaining("strategy/treatment.dmn:52: There is no phrase 'sms_secnd'")
        .hasMessageContaining("strategy/offers.dmn:50: There is no 'full' here. Maybe")
        .hasMessageContaining("strategy/routing.dmn:31: No row of the flow 'short' has")
        .hasMessageContaining("'to_negotiation' among its conditions");
  }

  @Test
  void onlyWhatIsPermittedIsChosen() {
    Situation situation = situation(10, Feeling.ANXIOUS, 0, 0, 0, 0);
    Move ask = new Move.Ask(Question.WHEN);

    assertThat(TABLES.policy().choose(situation, List.of(ask), Rng.seeded(1)).move())
        .isEqualTo(ask);
    assertThat(TABLES.policy().choose(situation, List.of(ask, REDUCTION), Rng.seeded(1)).move())
        .isEqualTo(REDUCTION);
    assertThat(TABLES.policy().choose(situation, List.of(REDUCTION, PLAN), Rng.seeded(1)).move())
        .isEqualTo(PLAN);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 10, SMS, 10:00, sms_first",
    "3, 0, 10, SMS, 10:00, sms_first",
    "1, 1, 10, SMS, 18:00, sms_second",
    "2, 2, 10, SMS, 12:00, sms_third",
    "4, 3, 70, EMAIL, 10:00, email_first",
  })
  void howAContactBeginsFollowsTheAttempts(
      int attempts, int unanswered, int days, Channel channel, LocalTime from, String phrase) {
    Treatment treatment =
        TABLES.treatment().choose(situation(days, Feeling.CALM, 0, 0, attempts, unanswered));

    assertThat(treatment.channel()).isEqualTo(channel);
    assertThat(treatment.from()).isEqualTo(from);
    assertThat(treatment.phrase()).isEqualTo(phrase);
  }

  @Test
  void aPartialPaymentLowersTheRateAndNothingElseDoes() {
    Optional<Relief> relief = TABLES.pricing().relief(31, 1, Rate.parse("0.18"));

    assertThat(relief)
        .containsInstanceOf(Relief.LowerRate.class)
        .map(r -> ((Relief.LowerRate) r).after())
        .contains(Rate.parse("0.144"));
    assertThat(TABLES.pricing().relief(30, 1, Rate.parse("0.18"))).isEmpty();
    assertThat(TABLES.pricing().relief(90, 0, Rate.parse("0.18"))).isEmpty();
  }

  @Test
  void aRuleThatRaisesAPriceIsRefusedWithTheArticleThatForbidsIt() throws IOException {
    assertThatThrownBy(() -> Tables.load(withResource("pricing.dmn", "pricing-raised.dmn"), KNOWN))
        .isInstanceOf(TableFault.class)
        .hasMessageContaining("strategy/pricing.dmn:36: Row 2 multiplies the rate by 1.2,")
        .hasMessageContaining("CN-RATE-01@1 (A code Art. 680)")
        .hasMessageContaining("Maybe");
  }

  @Test
  void aFactorThatIsComputedIsRefused() throws IOException {
    assertThatThrownBy(
            () -> Tables.load(withResource("pricing.dmn", "pricing-computed.dmn"), KNOWN))
        .isInstanceOf(TableFault.class)
        .hasMessageContaining("Row 1 multiplies the rate by 'daysPastDue / 30'");
  }

  @Test
  void wordsThatThereAreNotAreNamedTogether() throws IOException {
    TableFault fault =
        catchThrowableOfType(
            TableFault.class,
            () -> Tables.load(withResource("routing.dmn", "routing-misspelt.dmn"), KNOWN));

    assertThat(fault.flaws())
        .anyMatch(flaw ->
            flaw.contains(
                "strategy/routing.dmn:31: There is no 'canot_pay' here. Maybe cannot_pay or"))
        .anyMatch(flaw -> flaw.contains("There is no 'negotiaton' here. Maybe negotiation."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "routing-open.dmn|The last row does not fit always. Maybe",
        "routing-feel.dmn|> > 0.85' can't be read. Maybe > 30, [30..60] or a dash.",
        "pricing-raised.dmn|there must be one, 'routing'. Maybe",
      })
  void whatElseIsWrongIsNamed(String resource, String message) throws IOException {
    assertThatThrownBy(() -> Tables.load(withResource("routing.dmn", resource), KNOWN))
        .isInstanceOf(TableFault.class)
        .hasMessageContaining("strategy/routing.dmn:")
        .hasMessageContaining(message);
  }

  @Test
  void missingFilesAndBrokenXmlAreNamed() throws IOException {
    Path strategy = withResource("routing.dmn", "routing-open.dmn");
    Files.delete(strategy.resolve("offers.dmn"));
    Files.writeString(strategy.resolve("routing.dmn"), "<definitions><decision>");

    assertThatThrownBy(() -> Tables.load(strategy, KNOWN))
        .isInstanceOf(TableFault.class)
        .hasMessageContaining("strategy/offers.dmn:1: The table is missing. Maybe it was moved.")
        .hasMessageContaining("strategy/routing.dmn:1: This is no XML. Maybe a tag");
  }

  private Path withResource(String name, String resource) throws IOException {
    Path strategy = copied();
    Files.copy(
        Path.of("src/test/resources/strategy").resolve(resource),
        strategy.resolve(name),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return strategy;
  }

  private Path copied() throws IOException {
    Path strategy = Files.createDirectories(folder.resolve("data/strategy"));
    for (String table : List.of("routing.dmn", "offers.dmn", "treatment.dmn", "pricing.dmn")) {
      Files.copy(
          STRATEGY.resolve(table),
          strategy.resolve(table),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return strategy;
  }

  private static void replace(Path file, String old, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, by));
  }

  private static Situation said(Intent intent, double confidence) {
    return new Situation(
        10, intent, confidence, Feeling.CALM, 0, Cooperation.MID, 1, 0, 0, 0, 0, 0, Channel.CHAT);
  }

  private static Situation situation(
      int days, Feeling feeling, int broken, int declined, int attempts, int unanswered) {
    return new Situation(
        days,
        Intent.CANNOT_PAY,
        0.9,
        feeling,
        0.6,
        Cooperation.MID,
        attempts,
        unanswered,
        0,
        broken,
        0,
        declined,
        Channel.CHAT);
  }

  private static Known known() {
    Books books = Books.read(STRATEGY.resolve("..").normalize());
    return new Known(law(), List.copyOf(books.flows().values()), books.phrases().ids());
  }

  private static RuleBook law() {
    Rule rule =
        new Rule(
            new RuleId("CN-RATE-01", 1),
            LocalDate.of(2021, 1, 1),
            Optional.empty(),
            "CN",
            new Scope(Set.of(), Set.of(), Set.of(), Set.of()),
            new RuleForm.PriceCap(Rate.parse("0.24"), true),
            new Citation("A code", "Art. 680", ""),
            Confidence.H,
            Kind.HARD,
            Map.of());
    return new RuleBook("1", List.of(rule));
  }
}
