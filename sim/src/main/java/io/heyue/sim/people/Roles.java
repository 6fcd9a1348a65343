package io.heyue.sim.people;

import static io.heyue.core.portfolio.Disposition.ALREADY_PAID;
import static io.heyue.core.portfolio.Disposition.CALLBACK;
import static io.heyue.core.portfolio.Disposition.COMPLAINT;
import static io.heyue.core.portfolio.Disposition.DECEASED;
import static io.heyue.core.portfolio.Disposition.DISPUTE;
import static io.heyue.core.portfolio.Disposition.DISTRESS;
import static io.heyue.core.portfolio.Disposition.EXTENSION;
import static io.heyue.core.portfolio.Disposition.FRAUD_CONCERN;
import static io.heyue.core.portfolio.Disposition.HANDOVER;
import static io.heyue.core.portfolio.Disposition.HARDSHIP;
import static io.heyue.core.portfolio.Disposition.NOT_REACHED;
import static io.heyue.core.portfolio.Disposition.NO_AGREEMENT;
import static io.heyue.core.portfolio.Disposition.PARTIAL_PROMISE;
import static io.heyue.core.portfolio.Disposition.PLAN;
import static io.heyue.core.portfolio.Disposition.PROMISE;
import static io.heyue.core.portfolio.Disposition.REFUSED;
import static io.heyue.core.portfolio.Disposition.STOP_CONTACT;
import static io.heyue.core.portfolio.Disposition.THIRD_PARTY;
import static io.heyue.core.portfolio.Disposition.VULNERABLE;
import static io.heyue.core.portfolio.Disposition.WRONG_PERSON;

import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.sim.people.Cast.Role;
import io.heyue.sim.world.Draws;
import io.heyue.sim.world.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The character and the truth of each kind of people. */
final class Roles {
  private static final List<String> ASKED =
      List.of("ask_sum", "ask_pay", "ask_due", "ask_interest", "ask_consequence", "ask_robot");

  private static final Pattern CARE = Pattern.compile("担心您|援助热线|worried about you|help line");

  private final Wish wish;
  private final LocalDate today;
  private final Sample sample;
  private final Rng rng;
  private final Courtesy courtesy;

  private Roles(Wish wish, LocalDate today, Sample sample, Rng rng) {
    this.wish = wish;
    this.today = today;
    this.sample = sample;
    this.rng = rng;
    this.courtesy = new Courtesy(rng.fork("courtesy"));
  }

  static Role of(Persona persona, Wish wish, LocalDate today, Sample sample, Rng rng) {
    return new Roles(wish, today, sample, rng).role(persona);
  }

  private Role role(Persona persona) {
    return switch (persona) {
      case FORGOT -> payer(wish, List.of(List.of("forgot", "pay_all_on")), true);
      case PROMISES_AND_KEEPS, ENGLISH_SPEAKER -> promiser(true);
      case PROMISES_AND_BREAKS -> payer(wish, List.of(List.of("vague")), false);
      case ANXIOUS -> payer(wish, List.of(List.of("worry"), List.of("want_time")), true);
      case ASKS_MANY_QUESTIONS -> questioner();
      case CHANGES_MIND -> changer();
      case ANGRY -> angry();
      case SUSPECTS_FRAUD -> suspicious();
      case HARDSHIP -> inNeed("cannot", false);
      case LOST_JOB -> inNeed("lost_job", true);
      case ILL -> inNeed("ill", true);
      case INSTALMENT_SEEKER -> planner();
      case DISPUTES ->
          one(DISPUTE, List.of("dispute"), later(), Map.of(Cue.DISPUTE, "detail"), "dispute");
      case WRONG_NUMBER ->
          role(
              one(
                  List.of("not_me"),
                  all(),
                  Map.of(Cue.PROOF, "still_not_me", Cue.IDENTITY, "still_not_me"),
                  "still_not_me"),
              false,
              WRONG_PERSON,
              STOP_CONTACT);
      case RELATIVE_ANSWERS -> role(new Relative(rng.chance(0.3)), false, THIRD_PARTY);
      case ALREADY_PAID ->
          one(
              ALREADY_PAID,
              List.of("paid"),
              beforeOrAfter(0.2),
              Map.of(Cue.PAID_WHEN, "when_paid"),
              "paid");
      case WANTS_A_PERSON -> wantsPerson();
      case BEREAVED ->
          new Role(
              wish,
              one(
                  List.of("deceased"),
                  all(),
                  Map.of(Cue.PROOF, "deceased", Cue.IDENTITY, "deceased"),
                  "deceased"),
              truth(false, DECEASED));
      case DISTRESSED -> distressed();
      case STOP_REQUEST -> one(STOP_CONTACT, List.of("stop"), beforeOrAfter(0.6), Map.of(), "stop");
      case SILENT -> silent();
      case BUSY -> busy();
      case REFUSES -> one(REFUSED, List.of("refuse"), later(), Map.of(), "refuse");
    };
  }

  private Role promiser(boolean keeps) {
    double style = rng.nextDouble();
    if (style < 0.3) {
      return payer(wish.partly(Cast.part(wish, rng)), List.of(), keeps);
    }
    boolean soon = !payDayNextMonth().isAfter(today.plusDays(sample.mandate().extensionDays()));
    if (style < 0.5 && soon) {
      return payer(wish.on(payDayNextMonth()), List.of(List.of("pay_event")), keeps);
    }
    return payer(
        wish,
        style < 0.65 ? List.of(List.of("soon_no_day"), List.of("day_only")) : List.of(),
        keeps);
  }

  private LocalDate payDayNextMonth() {
    LocalDate month = today.plusMonths(1).withDayOfMonth(1);
    return month.withDayOfMonth(Math.min(wish.payDay(), month.lengthOfMonth()));
  }

  private Role payer(Wish wants, List<List<String>> opening, boolean keeps) {
    return new Role(wants, new Payer(courtesy, wants, opening), paying(wants, keeps));
  }

  private Role questioner() {
    List<List<String>> opening = new ArrayList<>();
    int questions = Draws.between(2, 4, rng);
    int from = rng.nextInt(ASKED.size());
    for (int i = 0; i < questions; i++) {
      opening.add(List.of(ASKED.get((from + i) % ASKED.size())));
    }
    return payer(wish, opening, true);
  }

  private Role changer() {
    boolean bySum = rng.chance(0.6);
    Wish meant = bySum ? wish.partly(Cast.part(wish, rng)) : wish;
    Wish first = bySum ? wish.partly(wish.wrong()) : wish;
    String opening = bySum ? "pay_wrong_on" : "pay_wrong_day";
    Manner manner =
        new ChangesMind(
            courtesy,
            new Payer(courtesy, first, List.of(List.of(opening))),
            new Payer(courtesy, meant, List.of()),
            bySum);
    return new Role(meant, manner, paying(meant, true));
  }

  private Role angry() {
    Angry.Ending ending = Draws.one(List.of(Angry.Ending.values()), rng);
    Manner calm = new Payer(courtesy, wish, List.of());
    Truth truth =
        switch (ending) {
          case CALMS -> paying(wish, true);
          case COMPLAINS -> truth(true, COMPLAINT);
          case SWEARS ->
              new Truth(
                  Set.of(HANDOVER, NO_AGREEMENT, REFUSED),
                  Set.of(HandoverReason.ABUSE),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  true,
                  false);
        };
    return new Role(wish, new Angry(courtesy, calm, ending), truth);
  }

  private Role suspicious() {
    boolean convincible = rng.chance(0.6);
    Truth truth = convincible ? paying(wish, true) : truth(true, FRAUD_CONCERN);
    return new Role(wish, new Suspicious(new Payer(courtesy, wish, List.of()), convincible), truth);
  }

  private Role inNeed(String tale, boolean vulnerable) {
    boolean laterHelps = rng.chance(0.35);
    Set<Disposition> right = EnumSet.of(HARDSHIP, PLAN, EXTENSION, PROMISE);
    if (vulnerable) {
      right.add(VULNERABLE);
    }
    if (barred()) {
      right.add(NO_AGREEMENT);
    }
    Truth truth =
        new Truth(
            right,
            Set.of(HandoverReason.HARDSHIP, HandoverReason.VULNERABILITY),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            true);
    return new Role(wish, new InNeed(courtesy, wish, tale, laterHelps), truth);
  }

  private Role planner() {
    boolean open = rng.chance(0.3);
    return new Role(
        wish, new WantsPlan(courtesy, wish, open), truth(true, barred() ? NO_AGREEMENT : PLAN));
  }

  private Role wantsPerson() {
    Truth truth =
        new Truth(
            Set.of(HANDOVER),
            Set.of(HandoverReason.REQUESTED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            true);
    return new Role(wish, one(List.of("person"), beforeOrAfter(0.5), Map.of(), "person"), truth);
  }

  /** Whoever is not heard says it again; whoever is, is calmer. */
  private Role distressed() {
    Manner manner = one(List.of("distress"), later(), Map.of(), "distress");
    return role(
        page -> CARE.matcher(page.words()).find() ? Reply.say("after") : manner.answer(page),
        true,
        DISTRESS);
  }

  private Role silent() {
    int words = Draws.between(0, 2, rng);
    return role(
        new Mute(new Payer(courtesy, wish, List.of()), words),
        true,
        NOT_REACHED,
        NO_AGREEMENT,
        // By telephone we say that we get back to them another day.
        CALLBACK);
  }

  private Role busy() {
    Truth truth =
        new Truth(
            Set.of(CALLBACK),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(wish.callback()),
            true,
            true);
    boolean both = rng.chance(0.3);
    List<String> thing = both ? List.of("busy", "later_at") : List.of("busy");
    Manner manner = one(thing, beforeOrAfter(0.5), Map.of(Cue.CALLBACK, "later_at"), "later_at");
    return new Role(
        wish, page -> wish.callsBack(page) ? Reply.agree("yes") : manner.answer(page), truth);
  }

  private Role one(
      Disposition right,
      List<String> thing,
      Set<Cue> moments,
      Map<Cue, String> answers,
      String again) {
    return role(one(thing, moments, answers, again), true, right);
  }

  private Manner one(List<String> thing, Set<Cue> moments, Map<Cue, String> answers, String again) {
    return new OneThing(courtesy, thing, moments, answers, again);
  }

  private Role role(Manner manner, boolean borrower, Disposition... right) {
    return new Role(wish, manner, truth(borrower, right));
  }

  private Truth truth(boolean borrower, Disposition... right) {
    return new Truth(
        Set.of(right),
        Set.of(HandoverReason.DISTRESS),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        borrower,
        true);
  }

  /** The limitation period may have passed; then nothing may be asked for, so nothing is agreed. */
  private Truth paying(Wish wants, boolean keeps) {
    boolean barred = barred();
    Set<Disposition> right =
        barred
            ? Set.of(NO_AGREEMENT, HANDOVER)
            : wants.part().isPresent() ? Set.of(PARTIAL_PROMISE) : Set.of(PROMISE, EXTENSION);
    return new Truth(
        right,
        barred ? Set.of(HandoverReason.OUTSIDE_AUTHORITY) : Set.of(),
        Optional.of(wants.amount()),
        Optional.of(wants.day()),
        Optional.empty(),
        true,
        keeps);
  }

  private boolean barred() {
    return sample.dueDate().isBefore(today.minusYears(3));
  }

  private Set<Cue> beforeOrAfter(double before) {
    return rng.chance(before) ? all() : later();
  }

  private static Set<Cue> all() {
    return EnumSet.allOf(Cue.class);
  }

  private static Set<Cue> later() {
    return EnumSet.complementOf(EnumSet.of(Cue.IDENTITY, Cue.PROOF));
  }
}
