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
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A whole conversation by telephone with a simulated person, over real SIP and RTP, judged. */
public final class SpokenRehearsal {
  /** So soon a call ends that was hung up. */
  private static final Duration AFTER = Duration.ofSeconds(40);

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
   * @param end how the call ended
   */
  public record Held(
      Persona persona, Lang lang, List<Told> turns, List<Finding> findings, TalkEnd end) {
    public Held {
      turns = List.copyOf(turns);
      findings = List.copyOf(findings);
    }

    /** Lawful, the outcome true, and nobody called in without need. */
    public boolean completed() {
      return findings.isEmpty();
    }

    public boolean unlawful() {
      return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.UNLAWFUL);
    }
  }

  /**
   * One turn.
   *
   * @param meant what the person said or pressed since the turn before, each as they meant it
   * @param step what was heard of it, and what we said to it
   */
  public record Told(List<String> meant, Step step) {
    public Told {
      meant = List.copyOf(meant);
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
    private final List<Told> turns = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Deque<Resident.Heard> meant = new ArrayDeque<>();
    private final StringBuilder unread = new StringBuilder();

    private Prepared(Persona persona, Sample sample, Instant start, Rng rng) {
      this.start = start;
      this.person = Cast.caller(persona, sample, Cast.local(sample, start), rng.fork("person"));
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
    }

    private synchronized void took(Step step) {
      List<Resident.Heard> since = List.copyOf(meant);
      meant.clear();
      turns.add(new Told(since.stream().map(Resident.Heard::words).toList(), step));
      exchanges.add(
          new Exchange(
              step.at(),
              step.event().words(),
              since.stream().flatMap(heard -> heard.situations().stream()).toList(),
              step.said(),
              step.turn().events()));
      unread.append(step.said());
    }

    /**
     * Calls them, and waits until it is over.
     *
     * @param longest after which it is hung up
     * @throws IllegalStateException if it can't be dialled, or doesn't end
     */
    public Held hold(Duration longest) throws InterruptedException {
      CompletableFuture<TalkEnd> over = new CompletableFuture<>();
      CallConversation conversation =
          new CallConversation(
              new ParleyLeader(parley, this::took), parley.state().lang(), threads, over::complete);
      CallOrder order =
          new CallOrder(person.sample().phone(), Optional.empty(), parley.state().lang());
      Talk talk =
          switch (calls.call(order, conversation)) {
            case Calls.Dialled.Begun begun -> begun.talk();
            case Calls.Dialled.NotNow not -> throw new IllegalStateException(not.reason());
            case Calls.Dialled.Never never -> throw new IllegalStateException(never.reason());
          };
      conversation.begun(talk);
      try {
        return judged(over.get(longest.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        talk.hangUp();
        return judged(hungUp(over));
      } catch (ExecutionException e) {
        throw new IllegalStateException("A call failed.", e.getCause());
      }
    }

    private TalkEnd hungUp(CompletableFuture<TalkEnd> over) throws InterruptedException {
      try {
        return over.get(AFTER.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        throw new IllegalStateException(
            "A call did not end within " + AFTER + " after it was hung up.", e);
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
      return new Held(person.persona(), lang, turns, Checkers.check(transcript), end);
    }
  }

  /** Prepares a conversation; whoever lives at the sample's number has to be its resident. */
  public Prepared prepare(Persona persona, Sample sample, Instant start, Rng rng) {
    return new Prepared(persona, sample, start, rng);
  }
}
