package io.heyue.core.dialogue;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.understanding.Mood;
import io.heyue.core.understanding.ScoredIntent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a conversation stands. Immutable; holds sums and days that the person named, no words of
 * theirs and nothing that says who they are.
 *
 * @param conversation which
 * @param flow id of the flow
 * @param step where in it
 * @param lang in which we write
 * @param channel by which way
 * @param point at which number or address, if there is one
 * @param turn how many turns were taken
 * @param verified whether the person proved who they are
 * @param tries wrong answers to the verification
 * @param slots what the person has named
 * @param topic what is negotiated
 * @param proposed terms on the table, ours or theirs
 * @param declined ids of offers that the person declined
 * @param agreed what was agreed, in order
 * @param marks what was told
 * @param misunderstood utterances in a row that were not understood
 * @param silences times in a row that nothing was said
 * @param taken names of the rows that were taken, "intent:" with what they answered, "team:" with
 *     where the routing table sent it last, "keys:" with the question for which keys were offered,
 *     "unsure:" with what was heard unsurely last, "said_back:" with the row that waits for a yes,
 *     "round:" with how often something was tried, "closed" where nothing but expected phrases is
 *     heard
 * @param deferred what was meant before the verification and is still unanswered
 * @param asked ids of the moves that were made
 * @param lastMove id of the last move, by which the next words are heard
 * @param ended how it ended, once it has
 * @param handover why a person takes over, if one does
 * @param mood how the person has felt so far
 */
public record DialogueState(
    ConversationId conversation,
    String flow,
    String step,
    Lang lang,
    Channel channel,
    Optional<ContactPointId> point,
    int turn,
    boolean verified,
    int tries,
    Slots slots,
    Optional<Topic> topic,
    Optional<Terms> proposed,
    Set<String> declined,
    List<Terms> agreed,
    Set<Mark> marks,
    int misunderstood,
    int silences,
    Set<String> taken,
    List<ScoredIntent> deferred,
    Set<String> asked,
    String lastMove,
    Optional<Disposition> ended,
    Optional<HandoverReason> handover,
    Mood mood) {
  /** Begins the entry of {@code taken} that names the team. */
  static final String SENT_TO = "team:";

  /** Begins the entry of {@code taken} that names the question for which keys were offered. */
  static final String KEYS = "keys:";

  /** The entry of {@code taken} that says that nothing but expected phrases is heard. */
  static final String CLOSED = "closed";

  public DialogueState {
    declined = Set.copyOf(declined);
    agreed = List.copyOf(agreed);
    marks = Set.copyOf(marks);
    taken = Set.copyOf(taken);
    deferred = List.copyOf(deferred);
    asked = Set.copyOf(asked);
    // Conversations that were stored before moods were kept are read back without one.
    mood = Objects.requireNonNullElse(mood, Mood.calm());
  }

  /** A conversation that has not begun. */
  public static DialogueState begin(
      ConversationId conversation,
      Flow flow,
      Lang lang,
      Channel channel,
      Optional<ContactPointId> point) {
    return new DialogueState(
        conversation,
        flow.id(),
        flow.first(),
        lang,
        channel,
        point,
        0,
        false,
        0,
        Slots.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(),
        Set.of(),
        0,
        0,
        Set.of(),
        List.of(),
        Set.of(),
        "",
        Optional.empty(),
        Optional.empty(),
        Mood.calm());
  }

  public boolean over() {
    return ended.isPresent();
  }

  /** The question by which the next words are heard, under the name that the lexicon has for it. */
  public String after() {
    return switch (lastMove) {
      case "ask_identity" -> "open";
      case "tell_account" -> "state_account";
      case "tell_agreement" -> "ask_anything_else";
      case "ask_which_day", "ask_correction" -> "ask_when";
      case "offer_full" -> "offer_extension";
      case "ask_stop",
          "ask_paid_heard",
          "ask_dispute_heard",
          "ask_refusal_heard",
          "ask_death_heard",
          "read_back_callback" ->
          "read_back";
      default -> lastMove;
    };
  }

  /** How the conversation ends if it ends now: the weightiest of what was agreed and told. */
  public Disposition outcome() {
    return Outcome.of(this);
  }

  /** The last team to which the routing table sent what was said in this conversation. */
  public Optional<Team> sentTo() {
    return taken.stream()
        .filter(name -> name.startsWith(SENT_TO))
        .findFirst()
        .flatMap(name -> Team.find(name.substring(SENT_TO.length())));
  }

  /** Whether keys were offered for the question that is open. */
  public boolean keysOffered() {
    return taken.contains(KEYS + lastMove);
  }

  /**
   * Whether of what the person says nothing but expected phrases is heard, or nothing at all: then
   * keys stand beside each question.
   */
  public boolean closed() {
    return taken.contains(CLOSED);
  }

  /** A copy to be changed. */
  public StateDraft draft() {
    return new StateDraft(this);
  }
}
