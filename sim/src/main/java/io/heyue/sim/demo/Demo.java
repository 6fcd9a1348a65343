package io.heyue.sim.demo;

import io.heyue.app.engine.Letter;
import io.heyue.app.house.House;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Persona;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.Sampler;
import io.heyue.sim.world.VirtualClock;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import io.heyue.store.ledger.LedgerReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lender, its borrowers and the running system, day after virtual day. Driven by one thread; the
 * page reads beside it.
 */
final class Demo {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final Pattern LINK = Pattern.compile("/c/([A-Za-z0-9_-]+)");

  /** So many beats a step at most; what is left over waits for the next step. */
  private static final int MOST_BEATS = 40;

  private final House house;
  private final VirtualClock clock;
  private final Street street;
  private final SampleLender lender;
  private final Tally tally;
  private final Cases cases = new Cases();
  private final Rng rng;
  private final Map<String, Townsperson> people = new HashMap<>();
  private final Set<String> settled = new HashSet<>();
  private final PriorityQueue<Doing> doings =
      new PriorityQueue<>(Comparator.comparing(Doing::at).thenComparingLong(Doing::order));
  private long order;

  Demo(House house, VirtualClock clock, Street street, Path folder, long seed) {
    this.house = house;
    this.clock = clock;
    this.street = street;
    var store = house.store();
    this.lender = new SampleLender(store.database(), store.vault(), clock, folder);
    this.tally = new Tally(store.database().transactor());
    this.rng = Rng.seeded(seed);
  }

  /** Something that somebody will do. */
  private record Doing(Instant at, long order, Runnable what) {}

  Tally tally() {
    return tally;
  }

  /** Brings in the portfolio and starts the campaign. */
  void prepare(int borrowers) {
    Sampler sampler =
        new Sampler(
            rng.seed(), LocalDate.ofInstant(clock.instant(), ZONE), house.books().mandates());
    List<Sample> samples = new ArrayList<>(borrowers);
    for (int i = 0; i < borrowers; i++) {
      Lang lang = rng.fork("lang " + i).chance(0.03) ? Lang.EN : Lang.ZH;
      Sample sample = sampler.draw(i, lang);
      samples.add(sample);
      Rng own = rng.fork("person " + i);
      Persona persona = Cast.draw(own.fork("persona"));
      people.put(sample.phone().reveal(), new Townsperson(sample, persona, own));
    }
    lender.accounts(samples);
    lender.contacts(samples);
    var campaigns = house.engine().campaigns();
    campaigns.start(campaigns.create("Demo 演示", Filter.everyone(), Approach.text("arrears")));
  }

  /** One virtual day, to midnight, for as long as {@code goOn} says so. */
  void day(BooleanSupplier goOn) {
    Instant end =
        LocalDate.ofInstant(clock.instant(), ZONE).plusDays(1).atStartOfDay(ZONE).toInstant();
    while (clock.instant().isBefore(end) && goOn.getAsBoolean()) {
      step();
      clock.advance(STEP);
    }
  }

  /** What is due now: the system's beats, and what people do. */
  void step() {
    for (int beat = 0; beat < MOST_BEATS && !house.engine().pulse().tick().idle(); beat++) {
      readPost();
    }
    readPost();
    Doing next = doings.peek();
    while (next != null && !next.at().isAfter(clock.instant())) {
      doings.remove(next);
      next.what().run();
      next = doings.peek();
    }
  }

  LedgerReport verify() {
    return house.engine().why().verify();
  }

  private void readPost() {
    Letter letter = street.next();
    while (letter != null) {
      Townsperson who = people.get(letter.to().reveal());
      Matcher link = LINK.matcher(letter.words());
      if (who != null && link.find()) {
        notice(who, link.group(1), letter.id().hashCode());
      }
      letter = street.next();
    }
  }

  /** Some look at once, some in the evening, some never. */
  private void notice(Townsperson who, String token, int number) {
    Rng own = who.rng().fork("letter " + number);
    if (!own.chance(0.55)) {
      return;
    }
    long minutes = 2 + (long) (own.nextDouble() * own.nextDouble() * 480);
    ZonedDateTime local = Cast.local(who.sample(), clock.instant()).plusMinutes(minutes);
    boolean awake = local.getHour() >= 8 && local.getHour() < 21;
    ZonedDateTime reads = awake ? local : local.plusHours(12).withHour(9);
    later(reads.toInstant(), () -> talk(who, token));
  }

  /** Who has agreed on something needs no other talk; the confirmation is only kept. */
  private void talk(Townsperson who, String token) {
    if (settled.contains(who.sample().number())) {
      return;
    }
    Talk talk = new Talk(who, house.engine().desk(), clock, () -> history(who));
    talk.hold(token)
        .ifPresent(held -> {
          tally.note(held.findings());
          if (held.person().truth().pays()) {
            intend(who, held.events());
          }
        });
  }

  /** Who means what they promised pays on the day, or the evening before. */
  private void intend(Townsperson who, List<CaseEvent> events) {
    for (CaseEvent event : events) {
      switch (event) {
        case CaseEvent.PromiseMade e -> payOn(who, e.amount(), e.due());
        case CaseEvent.ExtensionGranted e -> payOn(who, e.amount(), e.until());
        case CaseEvent.ReductionGranted e -> payOn(who, e.payable(), e.by());
        case CaseEvent.PlanAgreed e ->
            e.plan().instalments().forEach(part -> payOn(who, part.amount(), part.due()));
        default -> {}
      }
    }
  }

  private void payOn(Townsperson who, Money amount, LocalDate day) {
    Instant at = day.atTime(9, 0).atZone(ZONE).toInstant().plus(Duration.ofMinutes(order % 300));
    later(
        at.isAfter(clock.instant()) ? at : clock.instant().plus(STEP),
        () ->
            lender.payments(
                List.of(
                    new SampleLender.Paying(
                        who.sample(), amount, clock.instant(), "DEMO-" + order++))));
  }

  private void later(Instant at, Runnable what) {
    doings.add(new Doing(at, order++, what));
  }

  private List<CaseEvent> history(Townsperson who) {
    var store = house.store();
    return store
        .database()
        .transactor()
        .get(sql -> {
          Optional<Case> matter =
              new io.heyue.store.portfolio.Portfolio(store.database(), store.vault())
                  .findAccount(who.sample().lender().name(), who.sample().number())
                  .flatMap(account -> cases.findByAccount(sql, account.id()));
          return matter.map(found -> cases.events(sql, found.id())).orElse(List.of());
        });
  }
}
