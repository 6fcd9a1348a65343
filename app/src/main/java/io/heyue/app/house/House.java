package io.heyue.app.house;

import io.heyue.app.channel.Arrivals;
import io.heyue.app.channel.mail.OptOut;
import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Chance;
import io.heyue.app.engine.Engine;
import io.heyue.app.engine.Parts;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.law.WordsDesk;
import io.heyue.app.models.Hearing;
import io.heyue.app.models.Shadow;
import io.heyue.app.phone.Notice;
import io.heyue.app.phone.Telephony;
import io.heyue.app.policy.Policies;
import io.heyue.app.policy.PolicyLog;
import io.heyue.brain.book.Books;
import io.heyue.brain.encoder.ModelListener;
import io.heyue.brain.llm.Tally;
import io.heyue.brain.tables.Known;
import io.heyue.brain.tables.Tables;
import io.heyue.brain.words.Ears;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Undoing;
import io.heyue.core.compliance.Guard;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Writer;
import io.heyue.core.turn.Kit;
import io.heyue.core.understanding.Listener;
import io.heyue.store.law.LawPacks;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.vault.Field;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that runs, from the data to the street. Opened from top to bottom, closed from bottom
 * to top.
 *
 * <pre>
 * settings ─┐
 * database ─┼─▶ vault ─▶ ledger
 * data/ ────┼─▶ law ─▶ guard ──┐
 *           ├─▶ flows, phrases, tables ─▶ kit ──┼─▶ engine ◀─▶ carriers ◀─▶ the street
 *           └─▶ lexicon ─▶ listener ────────────┘
 * </pre>
 */
public final class House implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(House.class);

  private final Installation installation;
  private final Settings settings;
  private final InstantSource clock;
  private final Books books;
  private final WordsDesk words;
  private final Policies policies;
  private final Undoing opened;
  private final Storehouse store;
  private final OptOut optOut;
  private final Carriers carriers;
  private final Engine engine;
  private final Attesting attesting;
  private final Tally tally = new Tally();

  private House(
      Checkout checkout,
      Installation installation,
      Settings settings,
      InstantSource clock,
      List<Carrier> more,
      Telephony telephony,
      Undoing opened) {
    this.installation = installation;
    this.settings = settings;
    this.clock = clock;
    this.opened = opened;
    Ahead<Storehouse> storing =
        opened.add(
            Ahead.open(
                "database",
                () -> Storehouse.open(installation, settings, clock),
                Storehouse::close));
    Hearing hearing = Hearing.of(checkout, installation.folder());
    Ahead<ModelListener> listening =
        opened.add(Ahead.open("listener", hearing::used, ModelListener::close));
    this.books = Books.read(checkout.data());
    Tables tables =
        Tables.load(
            checkout.data().resolve("strategy"),
            new Known(books.law(), List.copyOf(books.flows().values()), books.phrases().ids()));
    this.store = storing.get();
    this.optOut = new OptOut(secret("opt-out"), links("/unsubscribe"));
    this.carriers = opened.add(Carriers.open(settings, optOut, clock, more, telephony));
    Ears ears = Ears.open(checkout.data(), checkout.heads());
    this.words = new WordsDesk(books, ears, clock);
    Guard guard = new Guard(books.law(), ears.reader());
    store
        .database()
        .transactor()
        .run(sql -> new LawPacks().keep(sql, books.law().version(), books.lawBook().texts()));
    this.policies = policies();
    this.engine =
        Engine.of(
            new Parts(
                store.database(),
                installation.folder(),
                store.vault(),
                guard,
                new Kit(
                    books.flows(),
                    new Writer(books.phrases()),
                    tables.policy(),
                    tables.router(),
                    tables.version()),
                listener(hearing, listening.get()),
                Mandating.of(books),
                policies,
                tables.treatment(),
                tables.pricing(),
                clock,
                Chance.secure(),
                links("/c"),
                carriers.all(),
                Aiding.of(settings.chatModel(), checkout.data(), tally, clock)));
    carriers.arriveAt(arrivals(engine));
    carriers.serve(engine, notices(guard));
    // Closed before everything else, while the database is there.
    this.attesting =
        opened.add(
            Attesting.begin(
                settings.timeAuthority(), store.database().transactor(), checkpoints(), clock));
    var _ = opened.<AutoCloseable>add(() -> engine.sealing().end(clock.instant()));
    // And calls before that, so that it holds what came of them.
    var _ = opened.<AutoCloseable>add(carriers::hangUp);
  }

  /** Opens everything; what was opened is closed again if a later part fails. */
  public static House open(
      Checkout checkout, Installation installation, Settings settings, InstantSource clock) {
    return open(checkout, installation, settings, clock, List.of());
  }

  /** The same with carriers of the caller's beside those that are configured. */
  public static House open(
      Checkout checkout,
      Installation installation,
      Settings settings,
      InstantSource clock,
      List<Carrier> more) {
    return open(checkout, installation, settings, clock, more, Telephony.NONE);
  }

  /**
   * The same with a telephone.
   *
   * @param telephony makes it, where one is configured
   */
  public static House open(
      Checkout checkout,
      Installation installation,
      Settings settings,
      InstantSource clock,
      List<Carrier> more,
      Telephony telephony) {
    Undoing opened = new Undoing();
    try {
      return new House(checkout, installation, settings, clock, more, telephony, opened);
    } catch (RuntimeException | Error e) {
      try {
        opened.close();
      } catch (RuntimeException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  /** What understands people, with what reads in its shadow where something does. */
  private Listener listener(Hearing hearing, ModelListener used) {
    return hearing.beside().<Listener>map(beside -> shadowed(hearing, used, beside)).orElse(used);
  }

  /** A model whose answers are never used keeps nothing from starting. */
  private Listener shadowed(Hearing hearing, ModelListener used, Hearing.Beside beside) {
    try {
      ModelListener candidate = hearing.open(beside);
      return opened.add(
          Shadow.begin(
              used,
              candidate,
              candidate::close,
              beside.versions().keySet(),
              Hearing.tally(store.database().transactor(), clock)));
    } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
      LOG.warn(
          "{} can't read in the shadow: {} Until then nothing does."
              + " Maybe ./heyue models shadow --off.",
          beside.versions(),
          e.getMessage());
      return used;
    }
  }

  /**
   * What of the lenders' policies counts; what does not is said aloud, and stands in the ledger.
   */
  private Policies policies() {
    PolicyLog log = new PolicyLog(store.database().transactor(), ledger());
    Policies read =
        Policies.read(
            installation.folder(),
            books.law(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            log.seen());
    log.note(read, clock.instant());
    read.standings()
        .forEach(standing ->
            standing.problems().forEach(problem -> LOG.warn("{}: {}", standing.file(), problem)));
    return read;
  }

  /**
   * What strangers who call are told: read by the guard for each of them, and once now, so that a
   * wording that is none for them keeps us from starting.
   */
  private Supplier<Optional<Notice>> notices(Guard guard) {
    Mandate mandate = Objects.requireNonNull(books.mandates().get(Lang.ZH));
    Supplier<Optional<Notice>> notices =
        () ->
            Notice.of(
                books.phrases(),
                mandate,
                guard,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    var _ = notices.get();
    return notices;
  }

  private static Arrivals arrivals(Engine engine) {
    return new EngineArrivals(engine);
  }

  private URI links(String path) {
    return URI.create(settings.server().links() + path);
  }

  /** A secret of this installation for one purpose, derived from its key file. */
  public String secret(String purpose) {
    return java.util.HexFormat.of()
        .formatHex(store.vault().indexText(purpose, Field.of("app", "secret")));
  }

  public Installation installation() {
    return installation;
  }

  public Settings settings() {
    return settings;
  }

  public InstantSource clock() {
    return clock;
  }

  public Storehouse store() {
    return store;
  }

  public Engine engine() {
    return engine;
  }

  public Books books() {
    return books;
  }

  public Policies lenderPolicies() {
    return policies;
  }

  /** Where words are judged for whoever asks. */
  public WordsDesk words() {
    return words;
  }

  public OptOut optOut() {
    return optOut;
  }

  public Ledger ledger() {
    return Ledger.open(installation.folder(), store.vault());
  }

  /** What is signed of the ledger from time to time. */
  public Checkpoints checkpoints() {
    return Checkpoints.open(installation.folder());
  }

  /** What asking the chat model came to. */
  public Tally tally() {
    return tally;
  }

  /** Who has the times of checkpoints attested. */
  public Attesting attesting() {
    return attesting;
  }

  /** The carriers, for adapters of the web floor. */
  public Carriers carriers() {
    return carriers;
  }

  @Override
  public void close() {
    opened.close();
  }

  /** Names of the carriers, for the log. */
  @Override
  public String toString() {
    return "House["
        + installation.folder()
        + ", "
        + carriers.all().stream().map(Carrier::channel).toList()
        + "]";
  }
}
