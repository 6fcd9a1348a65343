package io.heyue.sim.play;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.decision.Choice;
import io.heyue.core.dialogue.Move;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleId;
import io.heyue.core.turn.TurnRecord;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Turns as lines for people to read, in order: what was said before is not said again. Not
 * thread-safe.
 */
final class Shown {
  private static final int LABEL = 11;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final RuleBook law;
  private final boolean colours;

  /** The rules that were named last, and in which turn. */
  private List<RuleId> named = List.of();

  private int namedIn;

  Shown(RuleBook law, boolean colours) {
    this.law = law;
    this.colours = colours;
  }

  /** All of a turn, one fact a line. */
  String turn(Step step) {
    TurnRecord record = step.turn().record();
    StringBuilder out = new StringBuilder();
    line(out, "turn " + record.turn(), "1", TIME.format(step.at()));
    line(out, "heard", "36", heard(step));
    if (step.event().spoken()) {
      line(out, "understood", "0", understood(step.heard()));
    }
    line(out, "permitted", "0", moves(record.permitted()));
    line(out, "chose", "0", chosen(record.choice()));
    line(out, "verdict", "0", verdict(record));
    line(out, "said", "32", step.said().isEmpty() ? "(nothing)" : step.said());
    line(out, "ledger", "2", step.hash().brief());
    return out.append('\n').toString();
  }

  private static String heard(Step step) {
    return switch (step.event()) {
      case ChannelEvent.Answered _ -> "(opens the link)";
      case ChannelEvent.SilencePassed silence ->
          "(nothing for " + silence.length().toMinutes() + " minutes)";
      case ChannelEvent.HungUp _ -> "(closes the page)";
      case ChannelEvent.SpeechStarted _,
          ChannelEvent.SpeechHeard _,
          ChannelEvent.TextReceived _,
          ChannelEvent.Keyed _,
          ChannelEvent.DeliveryFailed _,
          ChannelEvent.MachineTook _,
          ChannelEvent.PaymentArrived _ ->
          step.event().words();
    };
  }

  static String understood(Understanding heard) {
    String intents =
        heard.intents().stream().limit(3).map(Shown::intent).collect(Collectors.joining(", "));
    String entities =
        heard.entities().stream().map(Shown::entity).collect(Collectors.joining(", "));
    String emotion =
        heard.emotion().intensity() == 0
            ? ""
            : "; "
                + heard.emotion().label().name().toLowerCase(Locale.ROOT)
                + " "
                + decimal(heard.emotion().intensity());
    return intents + (entities.isEmpty() ? "" : "; " + entities) + emotion;
  }

  private static String intent(ScoredIntent scored) {
    return scored.intent().id() + " " + decimal(scored.confidence());
  }

  private static String entity(Entity entity) {
    String value = Values.text(entity.value()).replaceAll("\\[[A-Za-z_/+-]+]", "");
    return entity.type().id() + " " + entity.text() + " = " + value;
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String moves(List<Move> moves) {
    return moves.stream().map(Move::id).collect(Collectors.joining(", "));
  }

  private static String chosen(Choice choice) {
    return choice.move().id()
        + " (propensity "
        + decimal(choice.propensity())
        + "; "
        + String.join("; ", choice.reasons())
        + ")";
  }

  /** The articles are named once; later turns only say that it was the same ones. */
  private String verdict(TurnRecord record) {
    boolean clean = record.reasons().isEmpty() && !record.rules().isEmpty();
    if (clean && record.rules().equals(named)) {
      return record.result() + " by the same " + named.size() + " rules as in turn " + namedIn;
    }
    if (clean) {
      named = record.rules();
      namedIn = record.turn();
    }
    Map<String, List<String>> byArticle = new LinkedHashMap<>();
    record
        .rules()
        .forEach(id -> byArticle.computeIfAbsent(article(id), _ -> new ArrayList<>()).add(id.id()));
    String articles =
        byArticle.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
            .collect(Collectors.joining("\n" + " ".repeat(LABEL)));
    String reasons =
        record.reasons().isEmpty() ? "" : " because " + String.join(", ", record.reasons());
    return record.result() + reasons + (articles.isEmpty() ? "" : " by " + articles);
  }

  private String article(RuleId id) {
    return law.find(id.id()).map(rule -> rule.citation().brief()).orElse("the lender's own rules");
  }

  private void line(StringBuilder out, String label, String colour, String text) {
    String padded = label + " ".repeat(Math.max(1, LABEL - label.length()));
    out.append(colours ? "\u001b[2m" + padded + "\u001b[0m" : padded)
        .append(
            colours && !colour.equals("0") ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text)
        .append('\n');
  }
}
