package io.heyue.sim.demo;

import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Opening;
import io.heyue.app.engine.Said;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.sim.check.Checkers;
import io.heyue.sim.check.Exchange;
import io.heyue.sim.check.Finding;
import io.heyue.sim.check.Transcript;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Person;
import io.heyue.sim.people.Reaction;
import io.heyue.sim.world.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One person opens their link and talks with the running system until one of both is done. */
final class Talk {
  private static final Duration ANSWERING = Duration.ofSeconds(20);
  private static final Duration SILENCE = Duration.ofMinutes(11);
  private static final int MOST_TURNS = 24;
  private static final int MOST_SILENCES = 3;

  private final Townsperson who;
  private final Desk desk;
  private final VirtualClock clock;
  private final Supplier<List<CaseEvent>> history;
  private final List<Exchange> exchanges = new ArrayList<>();
  private int seen;

  Talk(Townsperson who, Desk desk, VirtualClock clock, Supplier<List<CaseEvent>> history) {
    this.who = who;
    this.desk = desk;
    this.clock = clock;
    this.history = history;
  }

  /**
   * What came of it.
   *
   * @param person with the truth about them
   * @param events what was recorded in the case during the talk
   */
  record Held(Person person, List<CaseEvent> events, List<Finding> findings) {}

  /** Opens {@code token} and talks; empty where the link doesn't open. */
  Optional<Held> hold(String token) {
    ZonedDateTime start = Cast.local(who.sample(), clock.instant());
    Rng words = who.rng().fork("talk " + clock.instant());
    Person person = Cast.person(who.persona(), who.sample(), start, words);
    seen = history.get().size();
    int before = seen;
    if (!(desk.open(token) instanceof Opening.Opened opened) || opened.over()) {
      return Optional.empty();
    }
    long last = opened.messages().stream().mapToLong(Said::seq).max().orElse(0);
    String said = ours(opened.messages());
    note("", List.of(), said);
    int silences = 0;
    while (!over(before) && exchanges.size() < MOST_TURNS && silences < MOST_SILENCES) {
      Reaction reaction = said.isEmpty() ? new Reaction.Silent() : person.answer(said);
      ChannelEvent event =
          switch (reaction) {
            case Reaction.Says says -> new ChannelEvent.TextReceived(says.words());
            case Reaction.Silent _ -> new ChannelEvent.SilencePassed(SILENCE);
            case Reaction.Leaves _ -> new ChannelEvent.HungUp();
          };
      silences = reaction instanceof Reaction.Silent ? silences + 1 : 0;
      clock.advance(reaction instanceof Reaction.Silent ? SILENCE : ANSWERING);
      desk.receive(opened.conversation(), event);
      List<Said> news = desk.messages(opened.conversation(), last);
      last = news.stream().mapToLong(Said::seq).max().orElse(last);
      said = ours(news);
      note(event.words(), event.spoken() ? person.situations() : List.of(), said);
    }
    List<CaseEvent> events = history.get();
    List<CaseEvent> during = List.copyOf(events.subList(before, events.size()));
    return Optional.of(new Held(person, during, findings(person, start, during)));
  }

  private List<Finding> findings(Person person, ZonedDateTime start, List<CaseEvent> during) {
    Dossier dossier = who.sample().dossier(start.toInstant(), who.rng().fork("ids"));
    Optional<CaseEvent.ConversationEnded> end = last(during, CaseEvent.ConversationEnded.class);
    Optional<HandoverReason> handover =
        last(during, CaseEvent.HandedOver.class).map(CaseEvent.HandedOver::reason);
    return Checkers.check(
        new Transcript(
            start,
            dossier,
            who.sample().proof(),
            person.truth(),
            person.named(),
            person.agreed(),
            exchanges,
            Agreements.of(during, who.sample().overdue()),
            end.map(CaseEvent.ConversationEnded::disposition),
            handover));
  }

  private boolean over(int before) {
    List<CaseEvent> events = history.get();
    return last(
            events.subList(Math.min(before, events.size()), events.size()),
            CaseEvent.ConversationEnded.class)
        .isPresent();
  }

  private void note(String heard, List<String> situations, String said) {
    List<CaseEvent> events = history.get();
    Instant now = clock.instant();
    exchanges.add(
        new Exchange(
            Cast.local(who.sample(), now),
            heard,
            situations,
            said,
            events.subList(Math.min(seen, events.size()), events.size())));
    seen = events.size();
  }

  private static String ours(List<Said> messages) {
    return messages.stream()
        .filter(message -> message.side() == Said.Side.US)
        .map(Said::text)
        .collect(Collectors.joining("\n"));
  }

  private static <E extends CaseEvent> Optional<E> last(List<CaseEvent> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).reduce((_, later) -> later);
  }
}
