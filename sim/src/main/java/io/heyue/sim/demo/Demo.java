package io.heyue.sim.demo;

import io.heyue.app.engine.Letter;
import io.heyue.app.house.House;
import io.heyue.core.base.AccountId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Mandate;
import io.heyue.sim.people.Cast;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.Sampler;
import io.heyue.sim.world.VirtualClock;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import io.heyue.store.ledger.LedgerReport;
import io.heyue.store.records.AccountRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A lender, its borrowers and the running system, day after virtual day. Driven by one thread; the
 * page reads beside it.
 */
final class Demo {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** How often the system looks for what is due. */
  private static final Duration STEP = Duration.ofMinutes(5);

  /** So many beats a step at most; what is left over waits for the next step. */
  private static final int MOST_BEATS = 40;

  private final House house;
  private final VirtualClock clock;
  private final Street street;
  private final SampleLender lender;
  private final Agenda agenda;
  private final Town town;
  private final Tally tally;
  private final Cases cases = new Cases();
  private final Map<String, AccountId> accounts = new HashMap<>();
  private final Optional<Phones> phones;
  private final Rng rng;
  private long steppedAt = System.nanoTime();

  /**
   * @param phones by which people are called; where there are none, they are written to
   */
  Demo(
      House house,
      VirtualClock clock,
      Street street,
      Optional<Phones> phones,
      Path folder,
      long seed) {
    this.house = house;
    this.clock = clock;
    this.street = street;
    var store = house.store();
    this.lender = new SampleLender(store.database(), store.vault(), house.ledger(), clock, folder);
    this.agenda = new Agenda(clock);
    this.tally = new Tally(store.database().transactor());
    this.town = new Town(clock, agenda, house.engine().desk(), this::history, tally::note);
    this.phones = phones;
    this.rng = Rng.seeded(seed);
    phones.ifPresent(all -> all.serve(house.engine(), this::visit));
  }

  Tally tally() {
    return tally;
  }

  /** Brings in the portfolio and starts the campaign. */
  void prepare(int borrowers) {
    Map<Lang, Mandate> mandates = house.books().mandates();
    Sampler sampler = new Sampler(rng.seed(), LocalDate.ofInstant(clock.instant(), ZONE), mandates);
    List<Sample> samples = new ArrayList<>(borrowers);
    for (int i = 0; i < borrowers; i++) {
      Lang lang = rng.fork("lang " + i).chance(0.03) ? Lang.EN : Lang.ZH;
      Sample sample = sampler.draw(i, lang);
      samples.add(sample);
      Rng own = rng.fork("person " + i);
      Mandate mandate = Objects.requireNonNull(mandates.get(lang), "mandate");
      town.settle(new Townsperson(sample, Cast.draw(own.fork("persona")), own, mandate));
    }
    lender.accounts(samples);
    lender.contacts(samples);
    var campaigns = house.engine().campaigns();
    Approach approach =
        phones.isPresent()
            ? new Approach(List.of(Channel.CALL), "arrears", 3, 1)
            : Approach.text("arrears");
    campaigns.start(campaigns.create("Demo 演示", Filter.everyone(), approach));
  }

  /** The time of day on which the world stands. */
  Instant now() {
    return clock.instant();
  }

  /** One step: what the system has to do now, then what people do until the next. */
  void step(BooleanSupplier goOn) {
    for (int beat = 0; beat < MOST_BEATS && !house.engine().pulse().tick().idle(); beat++) {
      readPost();
    }
    readPost();
    phones.ifPresent(this::listen);
    agenda.run(clock.instant().plus(passing()), goOn);
    List<SampleLender.Paying> paid = town.paid();
    if (!paid.isEmpty()) {
      lender.payments(paid);
    }
  }

  /** Time passes as it does while somebody talks on the phone, and leaps while nobody does. */
  private Duration passing() {
    long now = System.nanoTime();
    Duration passed = Duration.ofNanos(now - steppedAt);
    steppedAt = now;
    return phones.filter(Phones::busy).map(_ -> passed).orElse(STEP);
  }

  /** Whether somebody talks on the phone, so that a step is no longer than it is. */
  boolean calls() {
    return phones.filter(Phones::busy).isPresent();
  }

  private Visit visit(Letter letter) {
    Townsperson who = town.attempted(letter);
    return new Visit(
        who,
        letter.conversation().orElseThrow(),
        house.engine().desk(),
        () -> history(who),
        Cast.local(who.sample(), clock.instant()));
  }

  private void listen(Phones all) {
    for (Visit visit : all.finished()) {
      Held held = visit.held();
      if (!visit.unheard()) {
        town.over(visit.who(), held);
      }
    }
  }

  /** Walks the ledger, after the last word of the checkers on the contacts. */
  LedgerReport verify() {
    tally.contacts(town.contacts());
    return house.engine().why().verify();
  }

  private void readPost() {
    for (Letter letter = street.next(); letter != null; letter = street.next()) {
      town.receive(letter);
    }
  }

  /** What the system has recorded about somebody. */
  private List<CaseEvent> history(Townsperson who) {
    Sample sample = who.sample();
    return house
        .store()
        .database()
        .transactor()
        .get(sql -> {
          AccountId account =
              accounts.computeIfAbsent(
                  sample.number(),
                  number ->
                      new AccountRecords()
                          .find(sql, sample.lender().name(), number)
                          .orElseThrow()
                          .account()
                          .id());
          return cases
              .findByAccount(sql, account)
              .map(matter -> cases.events(sql, matter.id()))
              .orElse(List.of());
        });
  }
}
