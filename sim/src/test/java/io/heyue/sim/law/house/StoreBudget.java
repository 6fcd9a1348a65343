package io.heyue.sim.law.house;

import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.RuleBook;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Asked.Past;
import io.heyue.sim.law.world.Happening.Outside;
import io.heyue.sim.law.world.World;
import io.heyue.store.budget.ContactBudget;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.postgres.Transactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The budget of production, with people of its own for each world. */
final class StoreBudget implements Budget {
  private final Transactor transactor;
  private final ContactBudget budget;
  private final World world;
  private int reports;

  StoreBudget(Transactor transactor, RuleBook book, World world) {
    this.transactor = transactor;
    this.budget = new ContactBudget(new Guard(AmendedBook.of(book, world.amendments())));
    this.world = world;
    transactor.run(sql -> {
      for (int i = 0; i < world.people().size(); i++) {
        byte[] own = ("p" + world.seed() + "-" + i).getBytes(StandardCharsets.UTF_8);
        sql.update(
            "insert into person (id, key_index, name_index, name) values (?, ?, ?, ?)",
            person(i).value(),
            own,
            own,
            own);
      }
    });
  }

  private PersonId person(int index) {
    return new PersonId(new UUID(world.seed(), index));
  }

  private PermitId permit(int key) {
    return new PermitId(new UUID(world.seed(), 1_000_000L + key));
  }

  /** Numbers of one world are none of another. */
  private String number(String number) {
    return world.seed() + ":" + number;
  }

  private ContactRequest request(Asked asked) {
    Asked at = asked.with(new Asked.Point(number(asked.point().number()), asked.point().source()));
    return new ContactRequest(
        permit(asked.key()),
        person(asked.person()),
        Optional.empty(),
        Optional.empty(),
        Clerk.facts(at.after(null)));
  }

  @Override
  public Judged reserve(Asked asked) {
    ContactBudget.Judged judged = transactor.get(sql -> budget.reserve(sql, request(asked)));
    return new Judged(asked.after(pasts(judged.facts())), GuardJudge.answer(judged.verdict()));
  }

  @Override
  public @Nullable List<Past> past(Asked asked) {
    return pasts(
        transactor.get(sql -> budget.consider(sql, List.of(request(asked)))).getFirst().facts());
  }

  private List<Past> pasts(ContactFacts facts) {
    return Objects.requireNonNull(facts.history()).stream().map(this::past).toList();
  }

  private Past past(Trace trace) {
    return new Past(
        trace.at(),
        trace.channel(),
        trace.number().substring(number("").length()),
        trace.effective(),
        trace.own(),
        "",
        trace.to(),
        trace.made());
  }

  @Override
  public boolean use(int key, Instant now) {
    return transactor.get(sql -> budget.use(sql, permit(key), now));
  }

  @Override
  public void release(int key, Instant now) {
    var _ = transactor.get(sql -> budget.release(sql, permit(key), now));
  }

  @Override
  public void settle(int key, @Nullable Boolean effective, Instant now) {
    transactor.run(sql -> budget.settle(sql, permit(key), Optional.ofNullable(effective), now));
  }

  @Override
  public void report(Outside outside, World.Point point) {
    Trace trace =
        new Trace(outside.when(), outside.channel(), number(point.number()), outside.effective());
    UUID id = new UUID(world.seed(), 2_000_000L + reports++);
    transactor.run(
        sql -> budget.recordOutside(sql, id, person(outside.person()), trace, outside.agency()));
  }
}
