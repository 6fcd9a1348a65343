package io.heyue.sim.demo;

import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Said;
import io.heyue.app.engine.Watch;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.sim.check.Exchange;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Person;
import io.heyue.sim.people.Persona;
import io.heyue.sim.phone.Mailbox;
import io.heyue.sim.phone.Resident;
import io.heyue.sim.phone.Street;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One call to somebody of the town: who takes it, and what is said. The telephone brings what it
 * brings on threads of its own; it is put in order by {@link #listen}, on that of the demo.
 */
final class Visit implements AutoCloseable {
  /** So often nobody is at home. */
  private static final double NOBODY = 0.2;

  /** So often a mailbox is. */
  private static final double MAILBOX = 0.15;

  private final Townsperson who;
  private final ConversationId conversation;
  private final Desk desk;
  private final Supplier<List<CaseEvent>> history;
  private final Person person;
  private final Dossier books;
  private final ZonedDateTime start;
  private final Home home;
  private final Street.Household household;
  private final Queue<Said> news = new ConcurrentLinkedQueue<>();
  private final Queue<Resident.Heard> meant = new ConcurrentLinkedQueue<>();
  private final StringBuilder unread = new StringBuilder();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final int before;
  private final Watch watch;
  private int seen;

  /** Who takes a call. */
  private enum Home {
    NOBODY,
    MAILBOX,
    PERSON
  }

  /**
   * @param history what the system has recorded about them
   * @param now where they are
   */
  Visit(
      Townsperson who,
      ConversationId conversation,
      Desk desk,
      Supplier<List<CaseEvent>> history,
      ZonedDateTime now) {
    this.who = who;
    this.conversation = conversation;
    this.desk = desk;
    this.history = history;
    this.start = now;
    this.before = history.get().size();
    this.seen = before;
    this.books = who.dossier(now.toInstant());
    Rng own = who.rng().fork("call " + now.toInstant());
    this.person = Cast.caller(who.persona(), who.today(), now, own.fork("person"));
    double chance = own.fork("home").nextDouble();
    this.home =
        chance < NOBODY ? Home.NOBODY : chance < NOBODY + MAILBOX ? Home.MAILBOX : Home.PERSON;
    Lang lang = who.persona() == Persona.ENGLISH_SPEAKER ? Lang.EN : who.sample().lang();
    this.household =
        switch (home) {
          case NOBODY -> Mailbox.nobody(lang);
          case MAILBOX -> Mailbox.of(lang);
          case PERSON -> new Resident(person, lang, this::read, meant::add, own.fork("phone"));
        };
    this.watch = desk.watch(conversation, this::told);
  }

  Townsperson who() {
    return who;
  }

  /** Who is at the telephone that rings. */
  Street.Household household() {
    return household;
  }

  /** A new message, on the thread that brought it about. */
  private void told(Said message) {
    news.add(message);
    if (message.side() == Said.Side.US) {
      synchronized (unread) {
        unread.append(message.text()).append('\n');
      }
    }
  }

  /** What we said since they asked last. */
  private String read() {
    synchronized (unread) {
      String words = unread.toString().strip();
      unread.setLength(0);
      return words;
    }
  }

  /** Puts what was said since in order: a turn of theirs, and what we answered. */
  void listen() {
    List<Said> turn = new ArrayList<>();
    for (Said message = news.poll(); message != null; message = news.poll()) {
      if (message.side() == Said.Side.PERSON && !turn.isEmpty()) {
        note(turn);
        turn.clear();
      }
      turn.add(message);
    }
    if (!turn.isEmpty()) {
      note(turn);
    }
  }

  private void note(List<Said> turn) {
    List<String> situations = new ArrayList<>();
    for (Resident.Heard theirs = meant.poll(); theirs != null; theirs = meant.poll()) {
      situations.addAll(theirs.situations());
    }
    List<CaseEvent> events = history.get();
    exchanges.add(
        new Exchange(
            turn.getFirst().at().atZone(start.getZone()),
            words(turn, Said.Side.PERSON),
            situations,
            words(turn, Said.Side.US),
            events.subList(seen, events.size())));
    seen = events.size();
  }

  private static String words(List<Said> turn, Said.Side side) {
    return turn.stream()
        .filter(message -> message.side() == side)
        .map(Said::text)
        .collect(Collectors.joining("\n"));
  }

  /** Whether the system has done with it. */
  boolean over() {
    return desk.find(conversation).orElseThrow().over();
  }

  /** Nobody spoke with anybody. */
  boolean unheard() {
    return home != Home.PERSON || exchanges.isEmpty();
  }

  @Override
  public void close() {
    watch.close();
  }

  /** What came of it, and what the checkers say. */
  Held held() {
    close();
    listen();
    List<CaseEvent> events = history.get();
    return Held.of(
        who, person, books, start, exchanges, List.copyOf(events.subList(before, events.size())));
  }
}
