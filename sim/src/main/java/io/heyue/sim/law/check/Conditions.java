package io.heyue.sim.law.check;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Purpose;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.Happening.Notice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be known, agreed to, proven or absent. */
final class Conditions {
  private static final BigDecimal PRICE = new BigDecimal("0.24");
  private static final int LIMITATION_YEARS = 3;

  /** FCC 24-17. */
  private static final long AI_VOICE = LocalDate.of(2024, 2, 8).toEpochDay();

  /** Ways that somebody opened themselves need no source. */
  private static final Set<Channel> OPENED = Set.of(Channel.PUSH, Channel.CHAT);

  /** Machines write and speak by these. */
  private static final Set<Channel> BY_MACHINE =
      Set.of(Channel.CALL, Channel.CHAT, Channel.SMS, Channel.EMAIL, Channel.PUSH);

  private static final Set<HoldKind> BAR_EVEN_CONFIRMATION =
      Set.of(HoldKind.STOP, HoldKind.DECEASED, HoldKind.DISTRESS);

  /** What is said of people that makes nobody of a special group. */
  private static final Set<String> PLAIN =
      Set.of(
          "number_invalid",
          "lost_contact",
          "lost_contact_proven",
          "no_capacity",
          "contact_refused",
          "third_party_refused",
          "refused",
          "machine_refused",
          "human_only",
          "vip");

  /** Of those whom the FCA's handbook speaks of, the ones that there are here. */
  private static final Set<String> GROUPS = Set.of("vulnerable", "no_capacity", "bereaved");

  /** RBI, Second Amendment Directions. */
  private static final long DIRECTIONS = LocalDate.of(2026, 7, 1).toEpochDay();

  private Conditions() {}

  /** What isn't known can't be lawful. */
  static Optional<Objection> facts(Scene scene) {
    Asked asked = scene.asked();
    List<String> missing = new ArrayList<>();
    need(missing, "the lender's place", asked.seat().place());
    need(missing, "the person's place", asked.who().place());
    if (scene.begins()) {
      need(missing, "the licence", asked.seat().licence());
      need(missing, "the time zone", asked.who().zone());
      need(missing, "the relation", asked.who().relation());
      need(missing, "the product", asked.debt().product());
      need(missing, "the limitation period", asked.debt().limitationFrom());
      need(missing, "the consents", asked.assents());
      need(missing, "the holds", asked.holds());
      need(missing, "the history", asked.past());
      need(missing, "the source", OPENED.contains(scene.channel()) ? "" : asked.point().source());
    }
    return missing.isEmpty()
        ? Scene.no()
        : Scene.law(
            "facts", "what isn't known refuses", String.join(", ", missing) + " isn't known");
  }

  private static void need(List<String> missing, String what, @Nullable Object known) {
    if (known == null) {
      missing.add(what);
    }
  }

  /** Nobody is contacted where no law is known. */
  static Optional<Objection> lawKnown(Scene scene) {
    for (String place : List.of(seat(scene), home(scene))) {
      if (!place.isEmpty()
          && scene.statutes().places().stream().noneMatch(each -> Scene.within(place, each))) {
        return Scene.law("law known", "what isn't known refuses", "no law is known of " + place);
      }
    }
    return Scene.no();
  }

  private static String seat(Scene scene) {
    return Objects.requireNonNullElse(scene.asked().seat().place(), "");
  }

  private static String home(Scene scene) {
    return Objects.requireNonNullElse(scene.asked().who().place(), "");
  }

  static Optional<Objection> holds(Scene scene) {
    Set<HoldKind> holds = Objects.requireNonNullElse(scene.asked().holds(), Set.of());
    if (holds.contains(HoldKind.BREATHING_SPACE) && scene.begins() && scene.under("GB")) {
      return Scene.law("holds", "SI 2020/1311", "the person has breathing space");
    }
    if (holds.contains(HoldKind.BANKRUPTCY) && scene.begins() && scene.under("HK")) {
      return Scene.law("holds", "HKMA 3.4.1", "the person is bankrupt");
    }
    if (holds.contains(HoldKind.STOP) && scene.begins() && scene.under("CN")) {
      return Scene.law("holds", "民法典 1033(1)", "the person said stop");
    }
    if (!scene.since(Scene.STANDARD)) {
      return Scene.no();
    }
    if (scene.approaches() && !holds.isEmpty()) {
      return Scene.ours("holds", "a hold stands: " + holds);
    }
    return scene.is(Purpose.CONFIRMATION)
            && holds.stream().anyMatch(BAR_EVEN_CONFIRMATION::contains)
        ? Scene.ours("holds", "a hold bars even a confirmation: " + holds)
        : Scene.no();
  }

  /** A withdrawal binds at once: PIPL 13 to 16. */
  static Optional<Objection> consent(Scene scene) {
    Asked.Assents assents = scene.asked().assents();
    boolean withdrawn = assents != null && assents.withdrawn().contains(Assent.of(scene.channel()));
    if (!scene.begins()) {
      return Scene.no();
    }
    if (scene.under("CN") && withdrawn) {
      return Scene.law("consent", "PIPL 13-16", "consent to this way was taken back");
    }
    return withdrawn && scene.since(Scene.STANDARD)
        ? Scene.ours("consent", "consent to this way was taken back")
        : Scene.no();
  }

  /** An artificial voice needs consent that was given: 47 USC 227. */
  static Optional<Objection> artificialVoice(Scene scene) {
    return scene.under("US")
            && scene.begins()
            && scene.calls()
            && scene.since(AI_VOICE)
            && !scene.agreed(Assent.AI_VOICE)
        ? Scene.law("artificial voice", "FCC 24-17", "nobody agreed to an artificial voice")
        : Scene.no();
  }

  /** An assigned debt: no contact before the notice. 民法典 546. */
  static Optional<Objection> assignment(Scene scene) {
    boolean china = scene.under("CN") && scene.is(Purpose.OUTREACH, Purpose.CONFIRMATION);
    // Directive 2021/2167 Art. 10: in writing, before the first collection.
    boolean union = scene.under("EU") && scene.begins();
    if (!china && !union) {
      return Scene.no();
    }
    Boolean assigned = scene.asked().debt().assigned();
    if (assigned == null) {
      return Scene.law("assignment", "民法典 546", "nobody knows whether it was assigned");
    }
    LocalDate told = scene.asked().debt().told().get(Notice.ASSIGNMENT);
    return assigned && (told == null || told.toEpochDay() > scene.today())
        ? Scene.law("assignment", "民法典 546", "the assignment was not notified")
        : Scene.no();
  }

  /** No agency before the person was told that one collects: Code of Banking Practice ch. 5. */
  static Optional<Objection> placement(Scene scene) {
    if (!scene.under("HK") || !scene.begins() || scene.asked().seat().agency() == null) {
      return Scene.no();
    }
    LocalDate told = scene.asked().debt().told().get(Notice.PLACEMENT);
    return told == null || told.toEpochDay() > scene.today()
        ? Scene.law(
            "placement", "HKMA, Code of Banking Practice", "nobody said that an agency collects")
        : Scene.no();
  }

  /** Three years, and to approach is to ask: 民法典 188, 192. */
  static Optional<Objection> limitation(Scene scene) {
    LocalDate from = scene.asked().debt().limitationFrom();
    if (!scene.is(Purpose.OUTREACH) || from == null) {
      return Scene.no();
    }
    long today = Days.number(LocalDate.ofEpochDay(scene.today()));
    if (scene.under("GB") && today > Days.yearsLater(from, 6)) {
      return Scene.law("limitation", "CONC 7.15", "this is for people to decide");
    }
    if (!scene.under("CN")) {
      return Scene.no();
    }
    return Days.number(LocalDate.ofEpochDay(scene.today()))
            > Days.yearsLater(from, LIMITATION_YEARS)
        ? Scene.law("limitation", "民法典 188, 192", "the limitation period is over")
        : Scene.no();
  }

  /**
   * A debt above 24 % a year, or of a private lender above four times the prime rate, is not asked
   * for: 法发〔2017〕22号, 法释〔2020〕17号 Art. 25. Debts here cost clearly more or clearly less.
   */
  static Optional<Objection> price(Scene scene) {
    if (!scene.under("CN")
        || scene.asked().debt().price().compareTo(PRICE) <= 0
        || scene.asked().seat().licence() == Licence.AGENCY) {
      return Scene.no();
    }
    return scene.begins()
        ? Scene.ours("price", "the debt costs more than it lawfully may")
        : Scene.leeway("price", "the debt costs more than it lawfully may");
  }

  /** Not while people mourn, whatever anybody decided: RBI, 2026. */
  static Optional<Objection> mourning(Scene scene) {
    return scene.under("IN")
            && scene.begins()
            && scene.since(DIRECTIONS)
            && scene.flagged(Set.of("bereaved"))
        ? Scene.law("mourning", "RBI 2026, recovery", "the family mourns")
        : Scene.no();
  }

  /**
   * People of special groups are for people, until one decided on what they are; those who refuse a
   * machine are for people in any case: GB/T 45251 §5.5.
   */
  static Optional<Objection> people(Scene scene) {
    if (foreignPeople(scene)) {
      return Scene.law("people", "CONC 7.2; GDPR 22", "this is for people to decide");
    }
    if (!scene.under("CN")) {
      return Scene.no();
    }
    boolean special = scene.since(Scene.STANDARD) && scene.undecided(flag -> !PLAIN.contains(flag));
    boolean machine =
        BY_MACHINE.contains(scene.channel())
            && scene.flagged(Set.of("machine_refused", "human_only"));
    boolean visit = scene.channel() == Channel.VISIT && scene.since(Scene.GUIDELINE);
    return visit || (scene.approaches() && (special || machine))
        ? Scene.law("people", "GB/T 45251 §5.5; CBA 2026 Art. 22", "this is for people to decide")
        : Scene.no();
  }

  private static boolean foreignPeople(Scene scene) {
    if (!scene.approaches()) {
      return false;
    }
    return (scene.under("GB") && scene.undecided(GROUPS::contains))
        || (scene.under("EU")
            && BY_MACHINE.contains(scene.channel())
            && scene.flagged(Set.of("machine_refused", "human_only")));
  }
}
