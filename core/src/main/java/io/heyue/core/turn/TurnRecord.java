package io.heyue.core.turn;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.decision.Choice;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Proposal;
import io.heyue.core.dialogue.Team;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is needed to take a turn again and get the same: what came in, what was
 * permitted, what was chosen and why, what was said, and by which versions of everything.
 *
 * @param turn number within the conversation, from 1
 * @param event what happened, with the words as they came
 * @param intents what they were understood to mean
 * @param team to whom the routing table sends it
 * @param rows rows of the flow that were taken
 * @param permitted moves among which the policy chose
 * @param choice the chosen one with its propensity and reasons
 * @param result permitted, amended, forbidden, not_permitted or silent
 * @param rules rules that were broken, or else that were asked
 * @param reasons why words were amended or forbidden
 * @param permit rules under which the answer was permitted, or that refused it
 * @param said the words
 * @param reworded what of it was said in other words than the approved ones; absent where nothing
 *     was
 * @param state where the conversation stands now
 */
public record TurnRecord(
    ConversationId conversation,
    CaseId matter,
    long matterVersion,
    int turn,
    Instant at,
    ChannelEvent event,
    List<ScoredIntent> intents,
    String emotion,
    String team,
    List<String> rows,
    List<Move> permitted,
    Choice choice,
    String result,
    List<RuleId> rules,
    List<String> reasons,
    List<RuleId> permit,
    String said,
    Optional<List<Reworded>> reworded,
    DialogueState state,
    long seed,
    Versions versions) {

  /**
   * A phrase that was said in other words.
   *
   * @param phrase its id
   * @param text the words with their places empty
   * @param source who made them, and how they were asked
   */
  public record Reworded(String phrase, String text, String source) {}

  /**
   * By which versions of everything the turn was taken.
   *
   * @param reader what the guard read the words with
   */
  public record Versions(
      String law,
      String reader,
      String flow,
      String phrases,
      String tables,
      Provenance understanding) {}

  static TurnRecord of(
      Dossier dossier,
      DialogueState after,
      ChannelEvent event,
      Understanding heard,
      Team team,
      Proposal proposal,
      List<Move> permitted,
      Choice choice,
      Verdict verdict,
      Draft draft,
      ContactVerdict permit,
      long seed,
      Instant now,
      Kit kit,
      Guard guard) {
    return new TurnRecord(
        after.conversation(),
        dossier.matter().id(),
        dossier.matter().version(),
        after.turn(),
        now,
        event.lasting(),
        heard.intents(),
        heard.emotion().label().name(),
        team.id(),
        proposal.rows(),
        permitted,
        choice,
        permit instanceof ContactVerdict.Refused ? "not_permitted" : result(verdict, draft),
        rules(verdict),
        reasons(verdict),
        asked(permit),
        draft.words(),
        reworded(draft),
        after,
        seed,
        new Versions(
            guard.lawVersion(),
            guard.wordsVersion(),
            kit.flow(after.flow()).version(),
            kit.writer().version(),
            kit.version(),
            heard.provenance()));
  }

  private static Optional<List<Reworded>> reworded(Draft draft) {
    return draft.reworded().isEmpty()
        ? Optional.empty()
        : Optional.of(
            draft.reworded().stream()
                .map(each -> new Reworded(each.phrase(), each.text(), each.source()))
                .toList());
  }

  private static String result(Verdict verdict, Draft draft) {
    return switch (verdict) {
      case Verdict.Permitted _ -> "permitted";
      case Verdict.Amended _ -> "amended";
      case Verdict.Forbidden _ -> draft.spoken() ? "forbidden" : "silent";
    };
  }

  /** The rules under which the answer was permitted, or those that refused it. */
  private static List<RuleId> asked(ContactVerdict permit) {
    return switch (permit) {
      case ContactVerdict.Permitted granted -> granted.permit().rules();
      case ContactVerdict.Refused refused ->
          refused.objections().stream().map(ContactVerdict.Objection::rule).toList();
    };
  }

  private static List<RuleId> rules(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Permitted permitted -> permitted.reply().rules();
      case Verdict.Amended amended -> amended.rules();
      case Verdict.Forbidden forbidden -> forbidden.rules();
    };
  }

  private static List<String> reasons(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Permitted _ -> List.of();
      case Verdict.Amended amended -> amended.reasons();
      case Verdict.Forbidden forbidden -> forbidden.reasons();
    };
  }
}
