package io.heyue.app.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ConsentKind;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Consents;
import io.heyue.core.law.ContactFacts.Notice;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.LenderPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is known of an intended contact. A fact that is absent or null is unknown. */
final class FactsReader {
  static final Map<String, Channel> ACTS = byWord(Channel.values(), Channel::id);
  static final Map<String, Licence> LICENCES = byWord(Licence.values(), Licence::id);
  private static final Map<String, NumberSource> SOURCES =
      byWord(NumberSource.values(), NumberSource::id);
  private static final Map<String, HoldKind> HOLDS = byWord(HoldKind.values(), HoldKind::id);
  private static final Map<String, ConsentKind> CONSENTS =
      byWord(ConsentKind.values(), ConsentKind::id);
  private static final Map<String, Purpose> PURPOSES = byWord(Purpose.values(), Purpose::id);
  private static final Map<String, Relation> RELATIONS = relations();

  private FactsReader() {}

  /** The facts of a contact by {@code channel}. */
  static ContactFacts read(Given given, Channel channel, Instant at) {
    ContactFacts.Addressee person = person(given.part("person"));
    Optional<Purpose> purpose = given.oneOf("purpose", PURPOSES);
    boolean debtor = person.relation() == null || owes(person.relation());
    return new ContactFacts(
        at,
        channel,
        purpose.orElse(debtor ? Purpose.OUTREACH : Purpose.LOCATE),
        seat(given.part("lender")),
        person,
        point(given.part("contactPoint")),
        debt(given.part("account"), at, person.zone()),
        consents(given),
        holds(given, debtor ? person.flags() : Set.of()),
        given.list("history").map(FactsReader::history).orElse(null),
        policy(given.part("policy")));
  }

  private static boolean owes(Relation relation) {
    return relation == Relation.SELF || relation == Relation.GUARANTOR;
  }

  private static ContactFacts.Seat seat(Given lender) {
    return new ContactFacts.Seat(
        place(lender),
        lender.oneOf("licence", LICENCES).orElse(null),
        lender.text("agency").filter(agency -> !agency.isBlank()));
  }

  private static ContactFacts.Addressee person(Given person) {
    ZoneId zone =
        person.read("timeZone", "a time zone", "Maybe Asia/Shanghai.", ZoneId::of).orElse(null);
    return new ContactFacts.Addressee(
        place(person),
        zone,
        person.oneOf("relation", RELATIONS).orElse(null),
        flags(person, "flags"),
        flags(person, "decidedFlags"));
  }

  private static Set<String> flags(Given person, String key) {
    return person.words(key).orElse(Set.of()).stream()
        .map(flag -> flag.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
        .collect(Collectors.toSet());
  }

  private static @Nullable String place(Given of) {
    return of.read(
            "place",
            "a place",
            "Maybe CN, US-MA or UK (ISO 3166).",
            text -> {
              if (!text.matches("[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}")) {
                throw new IllegalArgumentException(text);
              }
              return text;
            })
        .orElse(null);
  }

  private static ContactFacts.Point point(Given point) {
    point.has("kind");
    return new ContactFacts.Point(
        point.label("id").orElse(""), point.oneOf("source", SOURCES).orElse(null));
  }

  private static ContactFacts.Debt debt(Given account, Instant at, @Nullable ZoneId zone) {
    var _ = account.number("daysPastDue", 0);
    var _ = account.truth("creditReporting");
    var _ = account.truth("creditNoticeProven");
    LocalDate told = LocalDate.ofInstant(at, zone == null ? java.time.ZoneOffset.UTC : zone);
    Map<Notice, LocalDate> notices = new EnumMap<>(Notice.class);
    proven(account, "assignmentNoticeProven", Notice.ASSIGNMENT, told, notices);
    proven(account, "placementNoticeProven", Notice.PLACEMENT, told, notices);
    return new ContactFacts.Debt(
        account.label("id").orElse(""),
        account.text("product").orElse(null),
        account.day("lastDemandOrAcknowledgment").orElse(null),
        account.truth("assigned").orElse(null),
        notices,
        account.read("annualCost", "a price a year", "Maybe \"0.24\" for 24 %.", Rate::parse),
        account.day("contractDate"));
  }

  private static void proven(
      Given account, String key, Notice notice, LocalDate told, Map<Notice, LocalDate> notices) {
    if (account.truth(key).orElse(false)) {
      notices.put(notice, told);
    }
  }

  private static @Nullable Consents consents(Given given) {
    Set<ConsentKind> withdrawn = given.someOf("withdrawn", CONSENTS).orElse(Set.of());
    return given
        .someOf("consents", CONSENTS)
        .map(consents -> new Consents(consents, withdrawn))
        .orElse(null);
  }

  /** A flag that is the name of a hold is one, as long as it is known which holds there are. */
  private static @Nullable Set<HoldKind> holds(Given given, Set<String> flags) {
    Optional<Set<HoldKind>> named = given.someOf("holds", HOLDS);
    if (named.isEmpty()) {
      return null;
    }
    Set<HoldKind> holds = new HashSet<>(named.get());
    flags.stream().flatMap(flag -> HoldKind.find(flag).stream()).forEach(holds::add);
    return holds;
  }

  private static List<Trace> history(List<Given> contacts) {
    List<Trace> history = new ArrayList<>();
    for (Given contact : contacts) {
      contact.has("agency");
      history.add(
          new Trace(
              contact
                  .moment("at")
                  .map(OffsetDateTime::toInstant)
                  .orElseThrow(() -> needed(contact, "at")),
              contact.oneOf("act", ACTS).orElseThrow(() -> needed(contact, "act")),
              number(contact),
              contact.truth("effective").orElse(null)));
    }
    return history;
  }

  /** A point may be named by its id alone, or as it is in the question itself. */
  private static String number(Given contact) {
    if (contact.isObject("contactPoint")) {
      Given point = contact.part("contactPoint");
      point.has("kind");
      point.has("source");
      return point.label("id").orElse("");
    }
    return contact.label("contactPoint").orElse("");
  }

  private static Given.Unreadable needed(Given contact, String key) {
    return contact.unreadable(key, "It is missing; a contact without it can't be counted.");
  }

  private static LenderPolicy policy(Given policy) {
    return new LenderPolicy(
        policy.number("maxAttemptsPerDay", 0),
        policy.number("maxEffectivePerDay", 0),
        policy.number("maxEffectivePerWeek", 0),
        policy.truth("signed").orElse(false));
  }

  private static Map<String, Relation> relations() {
    Map<String, Relation> relations = new LinkedHashMap<>();
    relations.put("debtor", Relation.SELF);
    relations.put("guarantor", Relation.GUARANTOR);
    relations.put("third_party", Relation.OTHER);
    for (Relation relation : Relation.values()) {
      relations.putIfAbsent(relation.id(), relation);
    }
    return relations;
  }

  private static <E> Map<String, E> byWord(E[] values, Function<E, String> word) {
    Map<String, E> byWord = new LinkedHashMap<>();
    for (E value : values) {
      byWord.put(word.apply(value), value);
    }
    return byWord;
  }
}
