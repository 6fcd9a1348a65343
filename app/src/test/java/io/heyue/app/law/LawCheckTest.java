package io.heyue.app.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.brain.book.LawBook;
import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class LawCheckTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final LawCheck CHECK =
      new LawCheck(
          LawBook.read(
                  Path.of(Objects.requireNonNull(System.getProperty("heyue.root")), "data", "law"))
              .rules());

  /** A call that is lawful in every way. */
  private static final String LAWFUL =
      """
      {"id": "1", "act": "call", "at": "2026-11-26T10:00:00+08:00",
       "lender": {"place": "CN", "licence": "bank", "agency": null},
       "person": {"place": "CN", "timeZone": "Asia/Shanghai", "relation": "debtor", "flags": []},
       "contactPoint": {"kind": "mobile", "id": "p1", "source": "contract"},
       "account": {"product": "consumer_loan", "daysPastDue": 20,
         "lastDemandOrAcknowledgment": "2026-10-01", "assigned": false,
         "assignmentNoticeProven": null, "creditReporting": true, "creditNoticeProven": false},
       "consents": ["call"], "holds": [], "history": []}
      """;

  /** The lawful call with other values, by their paths. */
  private static ObjectNode call(String... changes) {
    ObjectNode question = (ObjectNode) JSON.readTree(LAWFUL);
    for (int i = 0; i < changes.length; i += 2) {
      set(question, changes[i], JSON.readTree(changes[i + 1].replace('\'', '"')));
    }
    return question;
  }

  private static void set(ObjectNode question, String path, JsonNode value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      question.set(path, value);
    } else {
      set((ObjectNode) question.get(path.substring(0, dot)), path.substring(dot + 1), value);
    }
  }

  private static Answer ask(String... changes) {
    return CHECK.check(call(changes), Lang.EN);
  }

  private static String tries(int count, String effective) {
    ArrayNode history = JSON.createArrayNode();
    for (int i = 0; i < count; i++) {
      history.add(
          JSON.readTree(
              "{\"at\":\"2026-11-26T08:0%d:00+08:00\",\"act\":\"call\",\"contactPoint\":\"p%d\",\"agency\":\"a%d\",\"effective\":%s}"
                  .formatted(i, i, i, effective)));
    }
    return history.toString();
  }

  @Test
  void whatAPersonDecidedOnNeedsNoneAgain() {
    Answer undecided = ask("person.flags", "['Elderly','disabled']");
    assertThat(undecided.verdict()).isEqualTo(Answer.Outcome.NEEDS_PERSON);
    assertThat(
            ask("person.flags", "['Elderly','disabled']", "person.decidedFlags", "['elderly']")
                .verdict())
        .isEqualTo(Answer.Outcome.NEEDS_PERSON);
    Answer decided =
        ask(
            "person.flags",
            "['Elderly','disabled']",
            "person.decidedFlags",
            "['Disabled','elderly']");
    assertThat(decided.verdict()).isEqualTo(Answer.Outcome.PERMITTED);
    assertThat(decided.inputs()).containsEntry("person.decidedFlags", "disabled, elderly");
    assertThat(decided.ignored()).isEmpty();
    assertThat(ask("person.flags", "['deceased']", "person.decidedFlags", "['deceased']").verdict())
        .isEqualTo(Answer.Outcome.FORBIDDEN);
  }

  @Test
  void whatIsLawfulIsPermittedWithTheRulesThatWereAskedAndWhatMustBeDone() {
    Answer answer = ask();
    assertThat(answer.verdict()).isEqualTo(Answer.Outcome.PERMITTED);
    assertThat(answer.rules()).extracting(rule -> rule.id()).contains("CN-GBT-01", "CN-CBA-02");
    assertThat(answer.duties()).containsExactly("record");
    assertThat(answer.missing()).isEmpty();
    assertThat(answer.lawfulFrom()).isEmpty();
    assertThat(answer.ignored()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "at|'2026-11-26T07:59:59+08:00'|CN-GBT-01|2026-11-26T08:00:00+08:00",
        "at|'2026-11-26T22:00:00+08:00'|CN-GBT-01|2026-11-27T08:00:00+08:00",
        "at|'2026-11-26T14:00:00Z'|CN-GBT-01|2026-11-27T08:00:00+08:00",
        "holds|['dispute']|XX-HLD-01|",
        "holds|['stop']|CN-CC1033|",
        "withdrawn|['call']|CN-PIPL-13|",
        "person.flags|['vulnerable']|CN-GBT-08|",
        "person.relation|'third_party'|CN-GBT-04|",
        "account.assigned|true|CN-CC546|",
        "account.lastDemandOrAcknowledgment|'2023-11-25'|CN-CC188|",
        "account.annualCost|'0.36'|CN-RATE-04|",
        "lender.place|'BR'|XX-NO-LAW|",
      })
  void whatIsNotIsRefusedByItsRule(String path, String value, String rule, String lawfulFrom) {
    Answer answer = ask(path, value);
    assertThat(answer.verdict()).isNotEqualTo(Answer.Outcome.PERMITTED);
    assertThat(answer.rules()).extracting(each -> each.id()).contains(rule);
    assertThat(answer.json(java.util.Optional.empty()).get("lawfulFrom").stringValue(null))
        .isEqualTo(lawfulFrom);
    assertThat(answer.why()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lender.place",
        "lender.licence",
        "person.place",
        "person.timeZone",
        "person.relation",
        "contactPoint.source",
        "account.product",
        "account.lastDemandOrAcknowledgment",
        "account.assigned",
        "consents",
        "holds",
        "history"
      })
  void everyUnknownFactRefusesAndIsNamed(String path) {
    ObjectNode without = call();
    int dot = path.indexOf('.');
    ObjectNode owner = dot < 0 ? without : (ObjectNode) without.get(path.substring(0, dot));
    owner.remove(path.substring(dot + 1));
    for (Answer answer : new Answer[] {CHECK.check(without, Lang.EN), ask(path, "null")}) {
      assertThat(answer.verdict()).isEqualTo(Answer.Outcome.FORBIDDEN);
      assertThat(answer.missing()).contains(path);
      assertThat(answer.error()).isEmpty();
    }
  }

  @Test
  void theBudgetIsOfThePersonOverNumbersAndAgencies() {
    assertThat(ask("history", tries(1, "false")).verdict()).isEqualTo(Answer.Outcome.PERMITTED);
    assertThat(ask("history", tries(2, "false")).rules())
        .extracting(rule -> rule.id())
        .containsExactly("XX-CFG-01");
    assertThat(ask("history", tries(1, "null")).rules())
        .as("when unsure it counts")
        .extracting(rule -> rule.id())
        .containsExactly("XX-CFG-02");
  }

  @Test
  void onlyASignedAndLawfulPolicyRaisesItAndAStricterOneAlwaysCounts() {
    String history = tries(2, "false");
    Answer signed = ask("history", history, "policy", "{'maxAttemptsPerDay': 6, 'signed': true}");
    assertThat(signed.verdict()).isEqualTo(Answer.Outcome.PERMITTED);
    Answer unsigned = ask("history", history, "policy", "{'maxAttemptsPerDay': 6}");
    assertThat(unsigned.verdict()).isEqualTo(Answer.Outcome.FORBIDDEN);
    assertThat(unsigned.ignored()).singleElement().asString().contains("6 is ignored", "signed");
    Answer unlawful = ask("history", history, "policy", "{'maxAttemptsPerDay': 7, 'signed': true}");
    assertThat(unlawful.verdict()).isEqualTo(Answer.Outcome.FORBIDDEN);
    assertThat(unlawful.ignored()).singleElement().asString().contains("above what the law");
    Answer stricter = ask("history", tries(1, "false"), "policy", "{'maxAttemptsPerDay': 1}");
    assertThat(stricter.verdict()).isEqualTo(Answer.Outcome.FORBIDDEN);
    assertThat(ask("policy", "{'maxEffectivePerWeek': 0}").verdict())
        .isEqualTo(Answer.Outcome.FORBIDDEN);
  }

  @Test
  void aThirdPartyIsAskedOnlyOnceTheDebtorIsLost() {
    String lost =
        """
        [{"at":"2026-11-25T09:00:00+08:00","act":"call","contactPoint":"d","effective":false},
         {"at":"2026-11-25T10:00:00+08:00","act":"call","contactPoint":"d","effective":false},
         {"at":"2026-11-24T09:00:00+08:00","act":"call","contactPoint":"d","effective":false}]
        """;
    String[] third = {"person.relation", "'third_party'", "contactPoint.id", "'friend'"};
    assertThat(ask(with(third, "history", lost)).verdict()).isEqualTo(Answer.Outcome.PERMITTED);
    assertThat(ask(with(third, "history", lost.replace("false}]", "true}]"))).verdict())
        .as("an older conversation before two failed calls")
        .isEqualTo(Answer.Outcome.FORBIDDEN);
    assertThat(ask(with(third, "person.flags", "['number_invalid']")).verdict())
        .isEqualTo(Answer.Outcome.PERMITTED);
    assertThat(ask(with(third, "person.flags", "['number_invalid','contact_refused']")).verdict())
        .isEqualTo(Answer.Outcome.FORBIDDEN);
  }

  private static String[] with(String[] changes, String... more) {
    return Stream.of(changes, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void aVisitIsForPeople() {
    assertThat(ask("act", "'visit'").verdict()).isEqualTo(Answer.Outcome.NEEDS_PERSON);
    assertThat(ask("act", "'visit'", "at", "'2026-11-26T23:00:00+08:00'").verdict())
        .isEqualTo(Answer.Outcome.FORBIDDEN);
  }

  @Test
  void actsThatAreNoContactsAreJudgedByWhatIsShown() {
    String asked =
        "{'act':'place_with_agency','at':'2026-11-26T10:00:00+08:00','lender':{'place':'CN'},'shown':%s}";
    Answer lacking =
        CHECK.check(asked.formatted("['agency_inspected']").replace('\'', '"'), Lang.EN);
    assertThat(lacking.verdict()).isNotEqualTo(Answer.Outcome.PERMITTED);
    assertThat(lacking.missing()).contains("shown.agency_on_published_whitelist");
    Answer old =
        CHECK.check(
            asked
                .formatted(
                    "{'agency_inspected':'2025-01-01','agency_on_published_whitelist':'2026-01-01'}")
                .replace('\'', '"'),
            Lang.EN);
    assertThat(old.missing()).contains("shown.agency_inspected");
    String bank =
        "{'act':'deploy_ai','at':'2026-11-26T10:00:00+08:00','lender':{'place':'CN','licence':'bank'}}";
    assertThat(CHECK.check(bank.replace('\'', '"'), Lang.EN).missing())
        .contains("shown.risk_committee_approved");
    assertThat(
            CHECK.check(bank.replace("'bank'", "'agency'").replace('\'', '"'), Lang.EN).missing())
        .isEmpty();
    Answer crime =
        CHECK.check(
            asked.formatted("[]").replace("place_with_agency", "stalk").replace('\'', '"'),
            Lang.ZH);
    assertThat(crime.verdict()).isEqualTo(Answer.Outcome.FORBIDDEN);
    assertThat(crime.why()).contains("跟踪");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "act|'cal'|act: It is 'cal'. Maybe 'call'.",
        "at|'2026-11-26T10:00:00'|at: It is '2026-11-26T10:00:00'; it must be a moment with its offset",
        "lender.licence|'banks'|lender.licence: It is 'banks'; it must be one of bank,",
        "lender.place|'China'|lender.place: It is 'China'; it must be a place. Maybe CN",
        "person.timeZone|'Shanghai'|person.timeZone: It is 'Shanghai'; it must be a time zone.",
        "consents|'call'|consents: It is '\"call\"'; it must be a list.",
        "consents|['cal']|consents: It is 'cal'; it must be one of ai_voice,",
        "holds|['dispte']|holds: It is 'dispte'; it must be one of dispute,",
        "history|[{'act':'call'}]|history[0].at: It is missing",
        "policy|{'maxAttemptsPerDay':-1}|policy.maxAttemptsPerDay: It is '-1'; it must be a whole number",
        "account.assigned|'no'|account.assigned: It is '\"no\"'; it must be true, false or null.",
      })
  void whatCannotBeReadIsForbiddenAndNamed(String path, String value, String error) {
    Answer answer = ask(path, value);
    assertThat(answer.verdict()).isEqualTo(Answer.Outcome.FORBIDDEN);
    assertThat(answer.error()).isPresent().get().asString().startsWith(error);
    assertThat(answer.id()).isPresent();
  }

  @Test
  void whatIsNoQuestionAtAllIsForbidden() {
    for (String text : new String[] {"", "null", "[]", "{", "7", "{}", "\u0000"}) {
      Answer answer = CHECK.check(text, Lang.EN);
      assertThat(answer.verdict()).as(text).isEqualTo(Answer.Outcome.FORBIDDEN);
      assertThat(answer.error()).as(text).isPresent();
    }
  }

  @Test
  void whatIsNotKnownDoesNotCountAndIsSaidSo() {
    Answer answer = ask("person.mood", "'cheerful'", "remark", "1");
    assertThat(answer.ignored())
        .containsExactlyInAnyOrder(
            "remark is no fact that is known", "person.mood is no fact that is known");
    assertThat(answer.verdict()).isEqualTo(Answer.Outcome.PERMITTED);
  }

  @Test
  void numbersAndAddressesAreNotRepeated() {
    ObjectNode question = call("contactPoint.id", "'+8613800000000'");
    assertThat(CHECK.check(question, Lang.EN).json(java.util.Optional.empty()).toString())
        .doesNotContain("13800000000")
        .contains("sha256:");
  }
}
