package io.heyue.sim.demo;

import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Opening;
import io.heyue.app.engine.Said;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.sim.check.Exchange;
import io.heyue.sim.check.Transcript;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Person;
import io.heyue.sim.people.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One person's conversation with the running system, an answer at a time, so that many go on at
 * once. Not thread-safe.
 */
final class Talk {
  /** Longer than the system waits before it asks whether the person is still there. */
  private static final Duration SILENCE = Duration.ofMinutes(20);

  private static final int MOST_SILENCES = 3;

  private final Townsperson who;
  private final Person person;
  private final Desk desk;
  private final InstantSource clock;
  private final Supplier<List<CaseEvent>> history;
  private final Opening.Opened opened;
  private final Dossier books;
  private final ZonedDateTime start;
  private final Rng pace;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final int before;
  private int seen;
  private long last;
  private String said = "";
  private int silences;

  private Talk(
      Townsperson who,
      Desk desk,
      InstantSource clock,
      Supplier<List<CaseEvent>> history,
      Opening.Opened opened,
      int before) {
    this.who = who;
    this.desk = desk;
    this.clock = clock;
    this.history = history;
    this.opened = opened;
    this.before = before;
    this.seen = before;
    this.books = who.dossier(clock.instant());
    this.start = Cast.local(who.sample(), clock.instant());
    Rng words = who.rng().fork("talk " + clock.instant());
    this.pace = words.fork("pace");
    this.person = Cast.person(who.persona(), who.today(), start, words);
  }

  /** Opens the link {@code token}; empty where it doesn't open or there is nothing more to say. */
  static Optional<Talk> open(
      Townsperson who,
      Desk desk,
      InstantSource clock,
      Supplier<List<CaseEvent>> history,
      String token) {
    int before = history.get().size();
    if (!(desk.open(token) instanceof Opening.Opened opened) || opened.over()) {
      return Optional.empty();
    }
    Talk talk = new Talk(who, desk, clock, history, opened, before);
    talk.hear("", List.of());
    return Optional.of(talk);
  }

  /** The person reads and answers, or doesn't. */
  void answer() {
    if (said.isEmpty()) {
      // Whoever waits sees what the system said in the meantime.
      hear("", List.of());
    }
    Reaction reaction = said.isEmpty() ? new Reaction.Silent() : person.answer(said);
    switch (reaction) {
      case Reaction.Says says -> {
        silences = 0;
        tell(new ChannelEvent.TextReceived(says.words()), person.situations());
      }
      case Reaction.Presses presses -> {
        silences = 0;
        tell(new ChannelEvent.TextReceived(presses.keys()), person.situations());
      }
      case Reaction.Leaves _ -> tell(new ChannelEvent.HungUp(), List.of());
      case Reaction.Silent _ -> {
        silences++;
        said = "";
      }
    }
  }

  private void tell(ChannelEvent event, List<String> situations) {
    var _ = desk.receive(opened.conversation(), event);
    hear(event.words(), situations);
  }

  /** How long the person takes to answer what they read. */
  Duration thinking() {
    return said.isEmpty() ? SILENCE : Duration.ofSeconds(10 + pace.nextInt(80));
  }

  boolean over() {
    return silences >= MOST_SILENCES
        || exchanges.size() >= Transcript.ENDLESS
        || desk.find(opened.conversation()).orElseThrow().over();
  }

  /** What came of it, and what the checkers say. */
  Held held() {
    List<CaseEvent> events = history.get();
    return Held.of(
        who, person, books, start, exchanges, List.copyOf(events.subList(before, events.size())));
  }

  /** Reads what was said and recorded since. */
  private void hear(String heard, List<String> situations) {
    List<Said> news = desk.messages(opened.conversation(), last);
    last = news.stream().mapToLong(Said::seq).max().orElse(last);
    said =
        news.stream()
            .filter(message -> message.side() == Said.Side.US)
            .map(Said::text)
            .collect(Collectors.joining("\n"));
    List<CaseEvent> events = history.get();
    Instant now = clock.instant();
    exchanges.add(
        new Exchange(
            Cast.local(who.sample(), now),
            heard,
            situations,
            said,
            events.subList(seen, events.size())));
    seen = events.size();
  }
}
