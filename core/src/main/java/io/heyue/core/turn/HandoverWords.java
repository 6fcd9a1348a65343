package io.heyue.core.turn;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.compliance.Guard;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.OpenOffers;
import io.heyue.core.dialogue.Team;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.reply.Writer;
import io.heyue.core.reply.Writer.Piece;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Mood;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sums a conversation up for the person who takes it over: why, what was told, what was asked, what
 * was offered and declined, which offer still stands. In the words of the phrase book. Pure.
 */
public final class HandoverWords {
  /** Questions of the person that are worth telling: the answers that we gave. */
  private static final List<String> ASKED =
      List.of(
          "amount",
          "statement",
          "due_date",
          "minimum",
          "interest",
          "how_to_pay",
          "consequence",
          "number_source",
          "code",
          "robot");

  /** Terms by their ids, as offers name them. */
  private static final List<String> OFFERS =
      List.of("full", "partial", "extension", "plan", "reduction");

  private final Writer writer;
  private final Guard guard;

  HandoverWords(Writer writer, Guard guard) {
    this.writer = writer;
    this.guard = guard;
  }

  /** Every phrase of which a summary may be made. */
  public static List<String> phrases() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "summary_account",
                "summary_unverified",
                "summary_agreement",
                "summary_statement_due",
                "summary_nothing_offered"));
    Stream.of(HandoverReason.values())
        .map(HandoverReason::id)
        .map("summary_reason_"::concat)
        .forEach(all::add);
    Stream.of(Mark.values())
        .filter(mark -> mark != Mark.VERIFIED)
        .map(Mark::id)
        .map("summary_told_"::concat)
        .forEach(all::add);
    Stream.of(HoldKind.values()).map(HoldKind::id).map("summary_hold_"::concat).forEach(all::add);
    Stream.of(Emotion.Feeling.values())
        .filter(feeling -> feeling != Emotion.Feeling.CALM)
        .map(HandoverWords::word)
        .map("summary_feels_"::concat)
        .forEach(all::add);
    Stream.of(Mood.Trend.values())
        .filter(trend -> trend != Mood.Trend.STEADY)
        .map(HandoverWords::word)
        .map("summary_mood_"::concat)
        .forEach(all::add);
    ASKED.stream().map("summary_asked_"::concat).forEach(all::add);
    OFFERS.stream().map("summary_offered_"::concat).forEach(all::add);
    OFFERS.stream().map("summary_declined_"::concat).forEach(all::add);
    OFFERS.stream().map("summary_open_"::concat).forEach(all::add);
    return List.copyOf(all);
  }

  /** The hand-over that a turn leads to, if it leads to one. */
  Optional<Handover> of(
      Dossier dossier, DialogueState before, DialogueState after, Emotion emotion, Instant now) {
    return reason(before, after)
        .map(reason ->
            new Handover(
                reason,
                Team.of(reason, after.sentTo()),
                summary(reason, dossier, after, emotion, now)));
  }

  /** Whoever is told that a person will see to it is handed over, too. */
  private static Optional<HandoverReason> reason(DialogueState before, DialogueState after) {
    if (before.handover().isEmpty() && after.handover().isPresent()) {
      return after.handover();
    }
    return before.over() ? Optional.empty() : after.ended().flatMap(HandoverWords::promised);
  }

  private static Optional<HandoverReason> promised(Disposition ended) {
    return switch (ended) {
      case DISPUTE -> Optional.of(HandoverReason.DISPUTE);
      case HARDSHIP -> Optional.of(HandoverReason.HARDSHIP);
      case VULNERABLE -> Optional.of(HandoverReason.VULNERABILITY);
      case DISTRESS -> Optional.of(HandoverReason.DISTRESS);
      case DECEASED -> Optional.of(HandoverReason.DECEASED);
      case COMPLAINT -> Optional.of(HandoverReason.COMPLAINT);
      case HANDOVER -> Optional.of(HandoverReason.REQUESTED);
      case PROMISE,
          PLAN,
          PARTIAL_PROMISE,
          EXTENSION,
          ALREADY_PAID,
          WRONG_PERSON,
          THIRD_PARTY,
          STOP_CONTACT,
          CALLBACK,
          FRAUD_CONCERN,
          REFUSED,
          NO_AGREEMENT,
          NOT_REACHED,
          MACHINE ->
          Optional.empty();
    };
  }

  private Map<Lang, String> summary(
      HandoverReason reason, Dossier dossier, DialogueState state, Emotion emotion, Instant now) {
    LocalDate today = Situations.local(dossier, now).toLocalDate();
    List<Piece> pieces = pieces(reason, dossier, state, emotion, today, now);
    Map<Lang, String> summary = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      Writer.Setting setting =
          new Writer.Setting(
              dossier, lang, state.channel(), Tone.PLAIN, state.conversation().code(), "", today);
      summary.put(lang, writer.compose(pieces, setting).words().strip());
    }
    return summary;
  }

  private List<Piece> pieces(
      HandoverReason reason,
      Dossier dossier,
      DialogueState state,
      Emotion emotion,
      LocalDate today,
      Instant now) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.of("summary_reason_" + reason.id()));
    pieces.add(Piece.of("summary_account"));
    if (!state.verified()) {
      pieces.add(Piece.of("summary_unverified"));
    }
    add(pieces, "summary_told_", state.marks().stream().map(Mark::id).sorted());
    if (emotion.label() != Emotion.Feeling.CALM) {
      pieces.add(Piece.of("summary_feels_" + word(emotion.label())));
    }
    if (state.mood().trend() != Mood.Trend.STEADY) {
      pieces.add(Piece.of("summary_mood_" + word(state.mood().trend())));
    }
    add(pieces, "summary_hold_", dossier.matter().holdsAt(now).stream().map(HoldKind::id));
    add(
        pieces,
        "summary_asked_",
        ASKED.stream().filter(id -> state.asked().contains("tell_" + id)));
    add(
        pieces,
        "summary_offered_",
        OFFERS.stream().filter(id -> state.asked().contains("offer_" + id)));
    add(pieces, "summary_declined_", OFFERS.stream().filter(state.declined()::contains));
    if (!dossier.matter().openPromises().isEmpty()) {
      pieces.add(Piece.of("summary_agreement"));
    }
    if (dossier.matter().statementDue()) {
      pieces.add(Piece.of("summary_statement_due"));
    }
    pieces.addAll(open(dossier, state, today, now));
    return pieces;
  }

  private static void add(List<Piece> pieces, String phrase, Stream<String> ids) {
    ids.map(phrase::concat).map(Piece::of).forEach(pieces::add);
  }

  /**
   * What may still be offered at once: within the mandate, and nothing in law stands against it.
   */
  private List<Piece> open(Dossier dossier, DialogueState state, LocalDate today, Instant now) {
    List<Piece> open = new ArrayList<>();
    if (dossier.account().overdue().isPositive()) {
      for (Move move : OpenOffers.of(state, dossier, today)) {
        if (move instanceof Move.Offer offer
            && guard.against(move, dossier, state, now).isEmpty()) {
          open.add(new Piece("summary_open_" + offer.terms().id(), Optional.of(offer.terms())));
        }
      }
    }
    return open.isEmpty() ? List.of(Piece.of("summary_nothing_offered")) : open;
  }

  private static String word(Enum<?> feeling) {
    return feeling.name().toLowerCase(java.util.Locale.ROOT);
  }
}
