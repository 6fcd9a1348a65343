package io.heyue.sim.play;

import io.heyue.core.action.Action;
import io.heyue.core.audit.Canonical;
import io.heyue.core.audit.Chain;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Keypad;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.turn.Turn;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Language;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import io.heyue.sim.world.VirtualClock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation in memory, turn by turn, with a ledger of its own. Not thread-safe.
 *
 * <p>Time passes as it does between people: half a minute for an answer, more for a silence.
 */
public final class Parley {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration SILENCE = Duration.ofMinutes(10);

  /** On the telephone. */
  private static final Duration SPOKEN_ANSWER = Duration.ofSeconds(6);

  private static final Duration SPOKEN_SILENCE = Duration.ofSeconds(7);

  private final Stage stage;
  private final VirtualClock clock;
  private final Rng rng;
  private final List<Step> steps = new ArrayList<>();
  private Dossier dossier;
  private DialogueState state;
  private Chain chain = Chain.empty();

  /** One on the page. */
  public Parley(Stage stage, Dossier dossier, Lang lang, VirtualClock clock, Rng rng) {
    this(stage, dossier, lang, Channel.CHAT, clock, rng);
  }

  /**
   * @param channel the page or the telephone
   */
  public Parley(
      Stage stage, Dossier dossier, Lang lang, Channel channel, VirtualClock clock, Rng rng) {
    this.stage = stage;
    this.clock = clock;
    this.rng = rng;
    this.dossier = dossier;
    Flow flow = stage.books().flows().values().iterator().next();
    this.state =
        DialogueState.begin(
            ConversationId.draw(rng.fork("conversation")), flow, lang, channel, Optional.empty());
  }

  /** The person opened the link, or took the call. */
  public Step begin() {
    return begin(new ChannelEvent.Answered());
  }

  /** The same, of somebody of whom it is known how they will be heard. */
  public Step begin(ChannelEvent.Answered answered) {
    return take(answered);
  }

  /** They wrote or, on the telephone, said something that was heard as well as can be. */
  public Step hear(String words) {
    return tell(
        spoken() ? new ChannelEvent.SpeechHeard(words, 1) : new ChannelEvent.TextReceived(words));
  }

  /** Something happened that is an answer. */
  public Step tell(ChannelEvent event) {
    clock.advance(spoken() ? SPOKEN_ANSWER : ANSWER);
    return take(event);
  }

  public Step silence() {
    Duration length = spoken() ? SPOKEN_SILENCE : SILENCE;
    clock.advance(length);
    return take(new ChannelEvent.SilencePassed(length));
  }

  private boolean spoken() {
    return state.channel() == Channel.CALL;
  }

  public Step leave() {
    clock.advance(spoken() ? SPOKEN_ANSWER : ANSWER);
    return take(new ChannelEvent.HungUp());
  }

  /** Anything else happened, such as what only a telephone knows. */
  public Step happen(ChannelEvent event) {
    clock.advance(ANSWER);
    return take(event);
  }

  public boolean over() {
    return state.over();
  }

  public DialogueState state() {
    return state;
  }

  public Dossier dossier() {
    return dossier;
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }

  private Step take(ChannelEvent event) {
    Understanding heard = understand(event);
    Turn turn =
        stage
            .loop()
            .advance(
                dossier, state, event, heard, clock.instant(), rng.fork("turn " + state.turn()));
    state = turn.state();
    dossier = dossier.with(dossier.matter().after(turn.events()));
    chain = chain.append(Canonical.bytes(turn.record()));
    String said =
        turn.actions().stream()
            .filter(Action.SendText.class::isInstance)
            .map(action -> ((Action.SendText) action).reply().words())
            .reduce("", String::concat);
    Step step = new Step(local(), event, heard, turn, said, chain.head());
    steps.add(step);
    return step;
  }

  private Understanding understand(ChannelEvent event) {
    if (event instanceof ChannelEvent.Keyed keyed) {
      return Keypad.understand(keyed, state, dossier, local());
    }
    return event.spoken()
        ? stage
            .listener()
            .understand(
                new Heard(
                    event.words(),
                    Optional.of(state.lang()),
                    Optional.of(state.after()).filter(after -> !after.isEmpty()),
                    Optional.of(dossier.borrower().name()),
                    local(),
                    dossier.account().overdue().currency()))
        : nothing(state.lang());
  }

  private static Understanding nothing(Lang lang) {
    return new Understanding(
        "",
        new Language(lang.code(), 1),
        List.of(new ScoredIntent(Intent.UNCLEAR, 1)),
        List.of(),
        Emotion.calm(),
        Cooperation.MID,
        new Provenance("none", "none"));
  }

  private ZonedDateTime local() {
    ZoneId zone = dossier.borrower().zone();
    return clock.instant().atZone(zone == null ? ZoneOffset.UTC : zone);
  }
}
