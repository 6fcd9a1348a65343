package io.heyue.sim.demo;

import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Letter;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.sim.check.ContactLog;
import io.heyue.sim.people.Cast;
import io.heyue.sim.world.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people: they read their messages, open links, talk, agree, and pay or don't. */
final class Town {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern LINK = Pattern.compile("/c/([A-Za-z0-9_-]+)");

  private final VirtualClock clock;
  private final Agenda agenda;
  private final Desk desk;
  private final Function<Townsperson, List<CaseEvent>> history;
  private final Consumer<Ended> ended;
  private final ContactLog contacts = new ContactLog();
  private final Map<String, Townsperson> people = new HashMap<>();
  private final List<SampleLender.Paying> paying = new ArrayList<>();
  private long payments;

  /** A talk that is over. */
  record Ended(Townsperson who, Held held) {}

  Town(
      VirtualClock clock,
      Agenda agenda,
      Desk desk,
      Function<Townsperson, List<CaseEvent>> history,
      Consumer<Ended> ended) {
    this.clock = clock;
    this.agenda = agenda;
    this.desk = desk;
    this.history = history;
    this.ended = ended;
  }

  void settle(Townsperson who) {
    people.put(who.sample().phone().reveal(), who);
  }

  /** What reached people, as they could count it themselves. */
  ContactLog contacts() {
    return contacts;
  }

  /** What was paid since this was last asked. */
  List<SampleLender.Paying> paid() {
    List<SampleLender.Paying> since = List.copyOf(paying);
    paying.clear();
    return since;
  }

  /** Somebody is written to, or called. */
  Townsperson attempted(Letter letter) {
    Townsperson who = people.get(letter.to().reveal());
    if (who == null) {
      throw new IllegalStateException("Letter " + letter.id() + " goes to nobody of this town.");
    }
    contacts.attempted(who.sample().number(), Cast.local(who.sample(), clock.instant()));
    return who;
  }

  /** Some look at a message at once, some in the evening, some never. */
  void receive(Letter letter) {
    Townsperson who = attempted(letter);
    Matcher link = LINK.matcher(letter.words());
    ZonedDateTime now = Cast.local(who.sample(), clock.instant());
    if (!link.find()) {
      return;
    }
    Rng own = who.rng().fork("letter " + now.toInstant());
    if (!own.chance(0.55)) {
      return;
    }
    long minutes = 2 + (long) (own.nextDouble() * own.nextDouble() * 480);
    ZonedDateTime looks = now.plusMinutes(minutes);
    boolean awake = looks.getHour() >= 8 && looks.getHour() < 21;
    ZonedDateTime reads = awake ? looks : looks.plusHours(12).withHour(9);
    String token = link.group(1);
    agenda.add(reads.toInstant(), () -> open(who, token));
  }

  /** Who waits for what was agreed, or is talking already, needs no other talk. */
  private void open(Townsperson who, String token) {
    if (who.talking() || !who.owes() || who.waits(clock.instant())) {
      return;
    }
    Talk.open(who, desk, clock, () -> history.apply(who), token)
        .ifPresent(talk -> {
          who.talking(true);
          goOn(who, talk);
        });
  }

  private void goOn(Townsperson who, Talk talk) {
    if (talk.over()) {
      end(who, talk);
      return;
    }
    agenda.in(
        talk.thinking(),
        () -> {
          if (!talk.over()) {
            talk.answer();
          }
          goOn(who, talk);
        });
  }

  private void end(Townsperson who, Talk talk) {
    who.talking(false);
    over(who, talk.held());
  }

  /** A conversation is over, by whatever channel. */
  void over(Townsperson who, Held held) {
    if (held.reached()) {
      contacts.reached(who.sample().number(), Cast.local(who.sample(), clock.instant()));
    }
    intend(who, held);
    ended.accept(new Ended(who, held));
  }

  /** Who means what they promised pays on the day; all wait for it before they talk anew. */
  private void intend(Townsperson who, Held held) {
    List<Due> dues = dues(held.events());
    dues.stream()
        .map(due -> due.day().plusDays(1).atStartOfDay(ZONE).toInstant())
        .max(Instant::compareTo)
        .or(held::callback)
        .ifPresent(who::waitUntil);
    if (held.person().truth().pays()) {
      dues.forEach(due -> payOn(who, due));
    }
  }

  private record Due(Money amount, LocalDate day) {}

  /** What was agreed last; it takes the place of what was agreed before. */
  private static List<Due> dues(List<CaseEvent> events) {
    Optional<List<Due>> last = Optional.empty();
    for (CaseEvent event : events) {
      last =
          switch (event) {
            case CaseEvent.PromiseMade e -> Optional.of(List.of(new Due(e.amount(), e.due())));
            case CaseEvent.ExtensionGranted e ->
                Optional.of(List.of(new Due(e.amount(), e.until())));
            case CaseEvent.ReductionGranted e -> Optional.of(List.of(new Due(e.payable(), e.by())));
            case CaseEvent.PlanAgreed e ->
                Optional.of(
                    e.plan().instalments().stream()
                        .map(part -> new Due(part.amount(), part.due()))
                        .toList());
            default -> last;
          };
    }
    return last.orElse(List.of());
  }

  private void payOn(Townsperson who, Due due) {
    Duration past = Duration.ofMinutes(who.rng().fork("pays " + due.day()).nextInt(600));
    Instant at = due.day().atTime(8, 0).atZone(ZONE).toInstant().plus(past);
    agenda.add(
        at,
        () -> {
          if (who.owes()) {
            String reference = "DEMO-" + ++payments;
            who.pays(due.amount(), clock.instant(), reference);
            paying.add(
                new SampleLender.Paying(who.sample(), due.amount(), clock.instant(), reference));
          }
        });
  }
}
