package io.heyue.sim.phone;

import io.heyue.app.phone.CallConversation;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Dossier;
import io.heyue.sim.check.Checkers;
import io.heyue.sim.check.Exchange;
import io.heyue.sim.check.Finding;
import io.heyue.sim.check.Transcript;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Person;
import io.heyue.sim.people.Persona;
import io.heyue.sim.play.Parley;
import io.heyue.sim.play.Stage;
import io.heyue.sim.play.Step;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.VirtualClock;
import io.heyue.voice.talk.CallOrder;
import io.heyue.voice.talk.Calls;
import io.heyue.voice.talk.TalkEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A whole conversation by telephone with a simulated person, over real SIP and RTP, judged. */
public final class SpokenRehearsal {
  private final Stage stage;
  private final Calls calls;
  private final Executor threads;

  /**
   * @param threads where turns are taken; each may wait
   */
  public SpokenRehearsal(Stage stage, Calls calls, Executor threads) {
    this.stage = stage;
    this.calls = calls;
    this.threads = threads;
  }

  /**
   * What came of it.
   *
   * @param steps the turns
   * @param meant what the person meant to say, by turns of theirs
   * @param end how the call ended
   */
  public record Held(
      Persona persona,
      Lang lang,
      List<Step> steps,
      List<String> meant,
      List<Finding> findings,
      TalkEnd end) {
    /** Lawful, the outcome true, and nobody called in without need. */
    public boolean completed() {
      return findings.isEmpty();
    }

    public boolean unlawful() {
      return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.UNLAWFUL);
    }
  }

  /** A conversation that is being prepared: somebody who will answer at a number. */
  public final class Prepared {
    private final Person person;
    private final Lang lang;
    private final Dossier before;
    private final Parley parley;
    private final Instant start;
    private final Resident resident;
    private final List<Step> steps = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Deque<Resident.Heard> meant = new ArrayDeque<>();
    private final List<String> all = new ArrayList<>();
    private final StringBuilder unread = new StringBuilder();

    private Prepared(Persona persona, Sample sample, Instant start, Rng rng) {
      this.start = start;
      this.person = Cast.person(persona, sample, Cast.local(sample, start), rng.fork("person"));
      this.lang = persona == Persona.ENGLISH_SPEAKER ? Lang.EN : sample.lang();
      this.before = sample.dossier(start, rng.fork("ids"));
      this.parley =
          new Parley(
              stage,
              before,
              sample.lang(),
              Channel.CALL,
              new VirtualClock(start),
              rng.fork("parley"));
      this.resident = new Resident(person, lang, this::read, this::means, rng.fork("phone"));
    }

    /** Who answers. */
    public Resident resident() {
      return resident;
    }

    private synchronized String read() {
      String words = unread.toString();
      unread.setLength(0);
      return words;
    }

    private synchronized void means(Resident.Heard heard) {
      meant.add(heard);
      all.add(heard.words());
    }

    private synchronized void took(Step step) {
      steps.add(step);
      boolean spoken = step.event().spoken();
      Resident.Heard heard = spoken ? meant.poll() : null;
      exchanges.add(
          new Exchange(
              step.at(),
              step.event().words(),
              heard == null ? List.of() : heard.situations(),
              step.said(),
              step.turn().events()));
      unread.append(step.said());
    }

    /**
     * Calls them, and waits until it is over.
     *
     * @param longest after which nothing more is waited for
     * @throws IllegalStateException if it can't be dialled, or doesn't end
     */
    public Held hold(Duration longest) throws InterruptedException {
      CompletableFuture<TalkEnd> over = new CompletableFuture<>();
      CallConversation conversation =
          new CallConversation(
              new ParleyLeader(parley, this::took), parley.state().lang(), threads, over::complete);
      CallOrder order =
          new CallOrder(person.sample().phone(), Optional.empty(), parley.state().lang());
      switch (calls.call(order, conversation)) {
        case Calls.Dialled.Begun begun -> conversation.begun(begun.talk());
        case Calls.Dialled.NotNow not -> throw new IllegalStateException(not.reason());
        case Calls.Dialled.Never never -> throw new IllegalStateException(never.reason());
      }
      try {
        TalkEnd end = over.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        return judged(end);
      } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException("A call did not end within " + longest + ".", e);
      }
    }

    private synchronized Held judged(TalkEnd end) {
      Transcript transcript =
          new Transcript(
              Cast.local(person.sample(), start),
              before,
              person.sample().proof(),
              person.truth(),
              person.named(),
              person.agreed(),
              exchanges,
              parley.state().agreed(),
              parley.state().ended(),
              parley.state().handover());
      return new Held(
          person.persona(),
          lang,
          List.copyOf(steps),
          List.copyOf(all),
          Checkers.check(transcript),
          end);
    }
  }

  /** Prepares a conversation; whoever lives at the sample's number has to be its resident. */
  public Prepared prepare(Persona persona, Sample sample, Instant start, Rng rng) {
    return new Prepared(persona, sample, start, rng);
  }
}
