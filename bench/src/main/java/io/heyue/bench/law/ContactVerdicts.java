package io.heyue.bench.law;

import io.heyue.brain.book.LawBook;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Consents;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.law.RuleBook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The guard's verdict on one contact with a person in China, whose history is a few days long. */
@State(Scope.Thread)
public class ContactVerdicts {
  /** {@code cn}: the rules of China and those that hold everywhere; {@code all}: every place's. */
  @Param({"cn", "all"})
  private String packs = "cn";

  private final PermitId permit = new PermitId(new UUID(1, 2));
  private final PersonId person = new PersonId(new UUID(3, 4));
  private Guard guard = new Guard(new RuleBook("none", List.of()));
  private Guard lawless = guard;
  private final List<ContactFacts> contacts = new ArrayList<>();
  private int next;

  @Setup
  public void load() {
    RuleBook all =
        LawBook.read(Path.of(System.getProperty("heyue.root", "."), "data", "law")).rules();
    RuleBook book =
        packs.equals("all")
            ? all
            : new RuleBook(
                all.version(),
                all.rules().stream()
                    .filter(rule -> rule.place().equals("CN") || rule.place().equals("XX"))
                    .toList(),
                all.places());
    guard = new Guard(book);
    lawless = new Guard(new RuleBook("none", List.of()));
    Instant morning = Instant.parse("2026-11-25T22:30:00Z");
    for (int i = 0; i < 64; i++) {
      contacts.add(contact(morning.plus(Duration.ofMinutes(20L * i)), i % 9));
    }
  }

  private static ContactFacts contact(Instant at, int before) {
    List<ContactFacts.Trace> history = new ArrayList<>();
    for (int i = 1; i <= before; i++) {
      history.add(
          new ContactFacts.Trace(
              at.minus(Duration.ofHours(19L * i)),
              i % 2 == 0 ? Channel.SMS : Channel.CALL,
              "number-" + i % 3,
              i % 4 == 0));
    }
    return new ContactFacts(
        at,
        Channel.CALL,
        Purpose.OUTREACH,
        new ContactFacts.Seat("CN", Licence.CONSUMER_FINANCE, Optional.empty()),
        new ContactFacts.Addressee("CN", ZoneId.of("Asia/Shanghai"), Relation.SELF, Set.of()),
        new ContactFacts.Point("number-1", NumberSource.CONTRACT),
        new ContactFacts.Debt(
            "debt-1",
            "消费贷",
            LocalDate.of(2026, 10, 1),
            false,
            Map.of(),
            Optional.empty(),
            Optional.empty()),
        Consents.NEVER_ASKED,
        Set.of(),
        history,
        LenderPolicy.NONE);
  }

  /** By the whole law. */
  @Benchmark
  public ContactVerdict verdict() {
    return guard.permit(permit, person, contacts.get(next++ & 63));
  }

  /** Where there is no law, and so nothing to ask: what the verdict costs by itself. */
  @Benchmark
  public ContactVerdict lawless() {
    return lawless.permit(permit, person, contacts.get(next++ & 63));
  }
}
