package io.heyue.app.engine;

import io.heyue.brain.book.Books;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.ModelUse;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.Guard;
import io.heyue.core.decision.Choice;
import io.heyue.core.decision.Policy;
import io.heyue.core.decision.Pricing;
import io.heyue.core.decision.Relief;
import io.heyue.core.decision.Situation;
import io.heyue.core.decision.Treatment;
import io.heyue.core.dialogue.Route;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Writer;
import io.heyue.core.turn.Kit;
import io.heyue.core.understanding.Listener;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import io.heyue.store.intake.HeaderMapping;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.intake.ImportOptions;
import io.heyue.store.intake.Importer;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.Written;
import io.heyue.store.postgres.Database;
import io.heyue.store.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A lender with a few invented borrowers, an engine and a clock that is moved by hand. */
final class Lender implements AutoCloseable {
  /** A Monday, 10:00 in Shanghai. */
  static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

  static final Books BOOKS =
      Books.read(Path.of(Objects.requireNonNull(System.getProperty("heyue.root")), "data"));

  /** Whoever is long behind and pays what they can has the overdue rate lowered to four fifths. */
  private static final Pricing LOWERED =
      (days, partial, rate) ->
          days > 30 && partial > 0
              ? Optional.of(Relief.rateTimes(rate, new BigDecimal("0.8")))
              : Optional.empty();

  private static final String ACCOUNTS =
      "account_number,lender,lender_place,licence,product,contract_date,principal,balance,"
          + "overdue,due_date,contract_rate,overdue_rate,person_number,name,place,time_zone,"
          + "assigned,last_demand\n";

  private final Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
  final Street street;
  final Database database;
  final Vault vault;
  final Guard guard;
  final Engine engine;

  Lender(Path folder) {
    this(folder, Server.empty(), 7, new Street());
  }

  Lender(Path folder, Database database, long seed, Street street) {
    this(folder, database, seed, street, List.of());
  }

  /** With more ways to the street than {@code street}. */
  Lender(Path folder, Database database, long seed, Street street, List<Street> more) {
    this(
        Stream.concat(Stream.of(street), more.stream()).map(Carrier.class::cast).toList(),
        folder,
        database,
        seed,
        street);
  }

  /** One whose messages go by carriers of the caller's. */
  Lender(Path folder, Carrier... carriers) {
    this(List.of(carriers), folder, Server.empty(), 7, new Street());
  }

  /** One who lets a chat model help as far as it can. */
  Lender(Path folder, Database database, Listener listener, Aide aide) {
    this(List.of(), folder, database, 7, new Street(), listener, aide);
  }

  private Lender(List<Carrier> carriers, Path folder, Database database, long seed, Street street) {
    this(carriers, folder, database, seed, street, new FewWords(), Aide.none());
  }

  private Lender(
      List<Carrier> carriers,
      Path folder,
      Database database,
      long seed,
      Street street,
      Listener listener,
      Aide aide) {
    this.folder = folder;
    this.street = street;
    this.database = database;
    this.vault = Vault.open(folder, database, now::get);
    this.guard = new Guard(BOOKS.law());
    Policy first =
        (_, permitted, _) -> new Choice(permitted.getFirst(), 1.0, "first", List.of("the first"));
    Kit kit = new Kit(BOOKS.flows(), new Writer(BOOKS.phrases()), first, _ -> Route.GO_ON, "test");
    this.engine =
        Engine.of(
            new Parts(
                database,
                folder,
                vault,
                guard,
                kit,
                listener,
                (_, lang) -> mandate(lang).with(new ModelUse(true, true)),
                LenderPolicies.NONE,
                Lender::officeHours,
                LOWERED,
                now::get,
                Chance.seeded(seed),
                URI.create("https://pay.example"),
                carriers.isEmpty() ? List.of(street) : carriers,
                aide));
  }

  private static Treatment officeHours(Situation situation) {
    return new Treatment(
        situation.channel(),
        LocalTime.of(9, 0),
        LocalTime.of(20, 0),
        Phrases.first(situation.channel(), situation.unanswered()),
        1.0,
        List.of("fixed: the preferred channel in office hours"));
  }

  /** The same lender in a process of its own. */
  Lender anew(long seed) {
    Lender other = new Lender(folder, Server.again(), seed, street);
    other.at(now());
    return other;
  }

  private static Mandate mandate(Lang lang) {
    return Objects.requireNonNull(BOOKS.mandates().get(lang));
  }

  Instant now() {
    return now.get();
  }

  void at(Instant instant) {
    now.set(instant);
  }

  void later(Duration duration) {
    now.updateAndGet(at -> at.plus(duration));
  }

  static PhoneNumber phone(int borrower) {
    return new PhoneNumber(String.format("+86100%08d", borrower));
  }

  /** Imports the books of a borrower, of whom they say {@code flags}. */
  void flagged(int borrower, String flags) {
    String accounts = ACCOUNTS.replace("\n", ",flags\n") + account(borrower, "3280.50");
    load(ImportKind.ACCOUNTS, accounts.strip() + "," + flags + "\n");
  }

  private static String account(int borrower, String overdue) {
    return "LN%06d,样例消费金融,CN,consumer_finance,消费贷,2025-06-01,10000.00,8000.00,%s,2026-11-05,0.18,0.24,P%06d,样例甲,CN,Asia/Shanghai,no,2026-11-05\n"
        .formatted(borrower, overdue, borrower);
  }

  /** Imports borrowers 0 to {@code count}, each with one account and one number. */
  void borrowers(int count) {
    StringBuilder accounts = new StringBuilder(ACCOUNTS);
    StringBuilder contacts =
        new StringBuilder("account_number,lender,kind,value,relation,source\n");
    for (int i = 0; i < count; i++) {
      accounts.append(account(i, "3280.50"));
      contacts.append("LN%06d,样例消费金融,mobile,%s,self,contract\n".formatted(i, phone(i).reveal()));
    }
    load(ImportKind.ACCOUNTS, accounts.toString());
    load(ImportKind.CONTACTS, contacts.toString());
  }

  /** Imports borrower 0 with what is overdue, and no other figure. */
  void bareBorrower() {
    load(
        ImportKind.ACCOUNTS,
        """
        account_number,lender,lender_place,licence,product,overdue,due_date,person_number,name,\
        place,time_zone,assigned,last_demand
        LN000000,样例消费金融,CN,consumer_finance,消费贷,3280.50,2026-11-05,P000000,样例甲,\
        CN,Asia/Shanghai,no,2026-11-05
        """);
    contact(0, "mobile", phone(0).reveal(), "contract");
  }

  /** Imports one more number or address of a borrower, or the same from another source. */
  void contact(int borrower, String kind, String value, String source) {
    load(
        ImportKind.CONTACTS,
        "account_number,lender,kind,value,relation,source\nLN%06d,样例消费金融,%s,%s,self,%s\n"
            .formatted(borrower, kind, value, source));
  }

  /** Imports a payment that a borrower makes now. */
  void paid(int borrower, String amount, String reference) {
    paid(borrower, amount, reference, now.get());
  }

  /** Imports a payment that a borrower made at {@code at}. */
  void paid(int borrower, String amount, String reference, Instant at) {
    load(
        ImportKind.PAYMENTS,
        "account_number,lender,amount,paid_at,reference\nLN%06d,样例消费金融,%s,%s,%s\n"
            .formatted(borrower, amount, at, reference));
  }

  /** Imports an e-mail address of borrower 0. */
  void mailAddress(String address) {
    load(
        ImportKind.CONTACTS,
        "account_number,lender,kind,value,relation,source,consent_email\n"
            + "LN000000,样例消费金融,email,%s,self,contract,yes\n".formatted(address));
  }

  /** Imports the books of borrower 0 anew, with so much overdue. */
  void books(String overdue) {
    load(ImportKind.ACCOUNTS, ACCOUNTS + account(0, overdue));
  }

  /** The same with the moment up to which payments are in them. */
  void books(String overdue, String asOf) {
    load(
        ImportKind.ACCOUNTS,
        ACCOUNTS.replace("\n", ",as_of\n") + account(0, overdue).replace("\n", "," + asOf + "\n"));
  }

  void load(ImportKind kind, String csv) {
    try {
      Path file = Files.writeString(folder.resolve(kind.id() + ".csv"), csv);
      var report =
          new Importer(
                  database, vault, Ledger.open(folder, vault), HeaderMapping.builtIn(), now::get)
              .run(kind, file, ImportOptions.standard(folder.resolve("rejected.csv")));
      if (report.rejected() > 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("rejected.csv")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only case. */
  Case matter() {
    List<Case> all = database.transactor().get(sql -> new Cases().page(sql, Optional.empty(), 2));
    if (all.size() != 1) {
      throw new IllegalStateException("There are " + all.size() + " cases or more; one is meant.");
    }
    return all.getFirst();
  }

  /** The events of one kind that happened to the only case. */
  <T extends CaseEvent> List<T> events(Class<T> kind) {
    return database
        .transactor()
        .<List<CaseEvent>>get(sql -> new Cases().events(sql, matter().id()))
        .stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  void campaign() {
    engine
        .campaigns()
        .start(engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears")));
  }

  /** Writes to borrower 0, who opens the link and is verified. */
  ConversationId verified() {
    campaign();
    var _ = engine.pulse().tick();
    var _ = engine.desk().open(street.token());
    ConversationId talk = street.last().conversation().orElseThrow();
    var _ = says(talk, "是我");
    var _ = says(talk, "0000");
    return talk;
  }

  /** A person says something; gives our answer. */
  String says(ConversationId talk, String text) {
    List<Said> said = engine.desk().receive(talk, new ChannelEvent.TextReceived(text));
    return said.isEmpty() ? "" : said.getLast().text();
  }

  /** What the ledger holds of work by the clock and by people, in clear. */
  List<String> jobs() {
    return entries("job");
  }

  /** The entries of one kind, in clear. */
  List<String> entries(String kind) {
    Ledger ledger = Ledger.open(folder, vault);
    return database
        .transactor()
        .get(sql ->
            new Cases()
                .page(sql, Optional.empty(), 100).stream()
                    .flatMap(matter -> ledger.of(sql, matter.id()).stream())
                    .filter(entry -> entry.kind().equals(kind))
                    .map(Written::payload)
                    .toList());
  }

  /** Requests to write to the borrowers with the highest ids, one each. */
  List<ContactRequest> requests(int count) {
    Rng rng = Rng.seeded(3);
    record Person(PersonId id, String point) {}
    List<Person> people =
        database
            .transactor()
            .get(sql ->
                sql.list(
                    "select person_id, id from contact_point order by person_id desc limit ?",
                    row ->
                        new Person(new PersonId(row.uuid("person_id")), row.uuid("id").toString()),
                    count));
    return people.stream()
        .map(person ->
            new ContactRequest(
                PermitId.draw(rng),
                person.id(),
                Optional.empty(),
                Optional.empty(),
                new ContactFacts(
                    now(),
                    Channel.SMS,
                    Purpose.OUTREACH,
                    new ContactFacts.Seat("CN", Licence.CONSUMER_FINANCE, Optional.empty()),
                    new ContactFacts.Addressee(
                        "CN", ZoneId.of("Asia/Shanghai"), Relation.SELF, Set.of()),
                    new ContactFacts.Point(person.point(), NumberSource.CONTRACT),
                    new ContactFacts.Debt(
                        "debt",
                        "消费贷",
                        LocalDate.of(2026, 10, 1),
                        false,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                    ContactFacts.Consents.NEVER_ASKED,
                    Set.of(),
                    null,
                    LenderPolicy.NONE)))
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
