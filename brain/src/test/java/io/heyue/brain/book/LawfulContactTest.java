package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.ModelUse;
import io.heyue.core.base.Money;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.base.Tone;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Delivery;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.law.ConsentKind;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Notice;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Borrower;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.portfolio.Lender;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Patience;
import io.heyue.core.portfolio.Proofs;
import io.heyue.core.portfolio.Verification;
import io.heyue.core.portfolio.Waits;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.reply.Template;
import io.heyue.core.reply.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All rules of a place together let an ordinary lawful contact through, and its first words. */
class LawfulContactTest {
  static final LocalDate DAY = LocalDate.of(2026, 12, 8);
  private static final PersonId PERSON = PersonId.draw(Rng.seeded(1));
  private static final Guard GUARD =
      new Guard(LawBook.read(RealData.folder().resolve("law")).rules());
  private static final Set<ConsentKind> CONSENTS =
      Set.of(ConsentKind.AI_VOICE, ConsentKind.CALL, ConsentKind.SMS, ConsentKind.EMAIL);

  @ParameterizedTest
  @CsvSource({
    "CN, Asia/Shanghai",
    "US, America/Chicago",
    "US-MA, America/New_York",
    "US-NY-NYC, America/New_York",
    "US-CA, America/Los_Angeles",
    "GB, Europe/London",
    "UK, Europe/London",
    "DE, Europe/Berlin",
    "IE, Europe/Dublin",
    "IN, Asia/Kolkata",
    "HK, Asia/Hong_Kong",
    "SG, Asia/Singapore",
  })
  void anOrdinaryDebtorIsContactedAtNoon(String place, String zone) {
    for (Licence licence : Licence.values()) {
      for (Channel channel : List.of(Channel.CALL, Channel.SMS, Channel.EMAIL, Channel.LETTER)) {
        ContactVerdict verdict =
            judge(
                new Try(place, zone, licence, channel, 12, CONSENTS, Set.of(), Set.of()),
                facts -> facts);
        assertThat(verdict)
            .as(place + " " + licence + " " + channel)
            .isInstanceOf(ContactVerdict.Permitted.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CN, Asia/Shanghai, CALL, 22, CN-GBT-01",
    "US, America/Chicago, EMAIL, 21, US-REGF-6b",
    "US-CA, America/Los_Angeles, SMS, 7, US-REGF-6b",
    "GB, Europe/London, SMS, 22, XX-CFG-06",
    "DE, Europe/Berlin, SMS, 7, XX-CFG-06",
    "IN, Asia/Kolkata, CALL, 19, IN-RBI",
    "HK, Asia/Hong_Kong, CALL, 22, XX-CFG-06",
    "SG, Asia/Singapore, CALL, 23, XX-CFG-06",
  })
  void nobodyIsWokenAnywhere(String place, String zone, Channel channel, int hour, String rule) {
    assertThat(
            rules(
                judge(
                    new Try(place, zone, Licence.BANK, channel, hour, CONSENTS, Set.of(), Set.of()),
                    facts -> facts)))
        .contains(rule);
  }

  @Test
  void eachPlaceHasItsOwnNo() {
    Try chicago =
        new Try(
            "US", "America/Chicago", Licence.BANK, Channel.CALL, 12, Set.of(), Set.of(), Set.of());
    assertThat(rules(judge(chicago, facts -> facts))).containsExactly("US-TCPA-AI");
    Try boston =
        new Try(
            "US-MA",
            "America/New_York",
            Licence.BANK,
            Channel.SMS,
            12,
            CONSENTS,
            Set.of(),
            Set.of());
    assertThat(
            rules(
                judge(
                    boston,
                    facts ->
                        facts.after(List.of(before(facts, 2, false), before(facts, 3, false))))))
        .containsExactly("US-MA");
    Try newYork =
        new Try(
            "US-NYC",
            "America/New_York",
            Licence.BANK,
            Channel.SMS,
            12,
            Set.of(),
            Set.of(),
            Set.of());
    assertThat(rules(judge(newYork, facts -> facts))).containsExactly("US-NYC-CONSENT");
    Try london =
        new Try(
            "UK",
            "Europe/London",
            Licence.BANK,
            Channel.LETTER,
            12,
            CONSENTS,
            Set.of(HoldKind.BREATHING_SPACE),
            Set.of());
    assertThat(rules(judge(london, facts -> facts))).contains("UK-DRS-1");
    Try berlin =
        new Try(
            "DE", "Europe/Berlin", Licence.ASSIGNEE, Channel.SMS, 12, CONSENTS, Set.of(), Set.of());
    assertThat(rules(judge(berlin, LawfulContactTest::assigned))).containsExactly("EU-CSD-10");
    Try delhi =
        new Try(
            "IN",
            "Asia/Kolkata",
            Licence.BANK,
            Channel.SMS,
            12,
            CONSENTS,
            Set.of(),
            Set.of("wedding"));
    assertThat(rules(judge(delhi, facts -> facts))).containsExactly("IN-RBI-OCCASION");
    Try hongKong =
        new Try(
            "HK", "Asia/Hong_Kong", Licence.BANK, Channel.SMS, 12, CONSENTS, Set.of(), Set.of());
    assertThat(rules(judge(hongKong, LawfulContactTest::byAgency))).containsExactly("HK-HKMA-1");
  }

  @Test
  void whatOnlyWarnsGoesToAPerson() {
    Try london =
        new Try(
            "GB",
            "Europe/London",
            Licence.BANK,
            Channel.SMS,
            12,
            CONSENTS,
            Set.of(),
            Set.of("vulnerable"));
    assertThat(judge(london, facts -> facts))
        .isInstanceOfSatisfying(
            ContactVerdict.Refused.class,
            refused -> {
              assertThat(refused.needsPerson()).isTrue();
              assertThat(rules(refused)).containsExactly("UK-CONC-7");
            });
    Try newYork =
        new Try(
            "US-NYC",
            "America/New_York",
            Licence.BANK,
            Channel.SMS,
            12,
            CONSENTS,
            Set.of(),
            Set.of());
    assertThat(
            judge(
                newYork,
                facts ->
                    facts.after(
                        List.of(
                            before(facts, 2, false),
                            before(facts, 3, false),
                            before(facts, 4, false)))))
        .isInstanceOfSatisfying(
            ContactVerdict.Refused.class,
            refused -> {
              assertThat(refused.needsPerson()).isTrue();
              assertThat(rules(refused)).containsExactly("US-NYC");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "CN, Asia/Shanghai",
    "US, America/Chicago",
    "US-CA, America/Los_Angeles",
    "US-NY-NYC, America/New_York",
    "GB, Europe/London",
    "DE, Europe/Berlin",
    "IN, Asia/Kolkata",
    "HK, Asia/Hong_Kong",
    "SG, Asia/Singapore",
  })
  void theFirstWordsMayBeSaid(String place, String zone) {
    String identity = "Hello, this is {speaker} for {lender}. ";
    String machine = "[artificial|This service is AI-generated]. ";
    String person = "[right:person|Say human to reach a person], ";
    String stop = "[right:opt_out|or stop to hear no more from us].";
    String collector =
        " [right:collector|This is an attempt to settle an account and what you say is used for it].";
    assertThat(says(identity + machine + person + stop, place, zone, Licence.BANK)).isTrue();
    assertThat(says(identity + machine + person + stop + collector, place, zone, Licence.AGENCY))
        .isTrue();
    if (place.startsWith("US")) {
      assertThat(says(identity + machine + person + stop, place, zone, Licence.AGENCY)).isFalse();
      assertThat(says(identity + machine + person, place, zone, Licence.BANK)).isFalse();
    }
    if (place.equals("DE") || place.equals("CN")) {
      assertThat(says(identity + person + stop, place, zone, Licence.BANK)).isFalse();
    }
    assertThat(
            says(
                identity + machine + person + stop + " Pay today or else.",
                place,
                zone,
                Licence.BANK))
        .isFalse();
  }

  private static ContactVerdict judge(Try contact, UnaryOperator<ContactFacts> change) {
    return GUARD.permit(PermitId.draw(Rng.seeded(2)), PERSON, change.apply(contact.facts()));
  }

  private static List<String> rules(ContactVerdict verdict) {
    return verdict instanceof ContactVerdict.Refused refused
        ? refused.objections().stream().map(objection -> objection.rule().id()).toList()
        : List.of();
  }

  private static Trace before(ContactFacts facts, int days, boolean effective) {
    return new Trace(
        facts.at().minus(Duration.ofDays(days)), facts.channel(), "number-1", effective);
  }

  private static ContactFacts assigned(ContactFacts facts) {
    ContactFacts.Debt debt = facts.debt();
    return with(
        facts,
        facts.lender(),
        new ContactFacts.Debt(
            debt.id(),
            debt.product(),
            debt.limitationFrom(),
            true,
            Map.of(Notice.ASSIGNMENT, DAY.plusDays(1)),
            debt.price(),
            debt.contracted()));
  }

  private static ContactFacts byAgency(ContactFacts facts) {
    return with(
        facts,
        new ContactFacts.Seat(
            facts.lender().place(), facts.lender().licence(), Optional.of("agency-1")),
        facts.debt());
  }

  private static ContactFacts with(
      ContactFacts facts, ContactFacts.Seat lender, ContactFacts.Debt debt) {
    return new ContactFacts(
        facts.at(),
        facts.channel(),
        facts.purpose(),
        lender,
        facts.person(),
        facts.point(),
        debt,
        facts.consents(),
        facts.holds(),
        facts.history(),
        facts.policy());
  }

  private static boolean says(String words, String place, String zone, Licence licence) {
    Dossier dossier = dossier(place, ZoneId.of(zone), licence);
    var phrase = new PhraseBook.Phrase("open", Tone.PLAIN, Optional.empty(), Template.parse(words));
    DraftReply draft =
        new Writer(new PhraseBook("open", Map.of(Lang.EN, Map.of("open", List.of(phrase)))))
            .write(
                "open",
                Optional.empty(),
                new Writer.Setting(dossier, Lang.EN, Channel.SMS, Tone.PLAIN, "0000", "", DAY));
    return GUARD.judge(
            draft,
            dossier,
            List.of(),
            Delivery.byMachine(Channel.SMS, true, false),
            noon(ZoneId.of(zone)))
        instanceof Verdict.Permitted;
  }

  private static Instant noon(ZoneId zone) {
    return DAY.atTime(12, 0).atZone(zone).toInstant();
  }

  static Dossier dossier(String place, ZoneId zone, Licence licence) {
    Rng chance = Rng.seeded(1);
    Account account =
        new Account(
            AccountId.draw(chance),
            "0000",
            new Lender("Example Bank", licence, place),
            "personal loan",
            Optional.of(DAY.minusYears(1)),
            Optional.empty(),
            Optional.empty(),
            Money.fen(600_000),
            Optional.empty(),
            DAY.minusDays(20),
            Rate.parse("0.12"),
            Rate.parse("0.12"),
            new Account.LegalFacts(null, null, DAY.minusDays(20), false, null),
            Optional.empty());
    Borrower borrower =
        new Borrower(
            PERSON,
            new PersonName("Sample Person"),
            new Verification(Verification.Kind.IDENTITY_TAIL, "0000"),
            Lang.EN,
            place,
            zone,
            Optional.empty());
    Mandate mandate =
        new Mandate(
            "Ada",
            "0000",
            "Example",
            "Example",
            "Example",
            30,
            60,
            120,
            Money.fen(100),
            15,
            BigDecimal.ONE,
            new Proofs(2, 4, 30),
            new Patience(1, 2, Duration.ofDays(1)),
            new Waits(
                Duration.ofDays(5),
                Duration.ofMinutes(10),
                Duration.ofDays(3),
                Duration.ofDays(3),
                Duration.ofDays(14),
                Duration.ofDays(90)),
            Labelling.NONE,
            Map.of(),
            ModelUse.NONE,
            0);
    Case matter =
        Case.opened(
            new CaseEvent.CaseOpened(noon(zone), new CaseId(PERSON.value()), PERSON, account));
    return new Dossier(matter, borrower, mandate);
  }
}
