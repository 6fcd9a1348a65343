package io.heyue.sim.play;

import io.heyue.core.dialogue.Move;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.turn.TurnRecord;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A whole conversation as JSON: what it came to and every turn of it. */
final class ConversationJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ConversationJson() {}

  static String text(Parley parley) {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    whole.put("outcome", outcome(Outcome.of(parley.state())));
    whole.put("turns", parley.steps().stream().map(ConversationJson::turn).toList());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
  }

  private static Map<String, @Nullable Object> outcome(Outcome outcome) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("disposition", outcome.disposition());
    map.put("amount", outcome.amount().orElse(null));
    map.put("date", outcome.date().map(Object::toString).orElse(null));
    map.put("callback", outcome.callback().orElse(null));
    map.put("handover", outcome.handover().orElse(null));
    map.put("beside", outcome.beside());
    outcome
        .rest()
        .ifPresent(rest ->
            map.put(
                "rest",
                Map.of(
                    "amount", rest.amount().decimal().toPlainString(),
                    "date", rest.due().toString())));
    map.put("schedule", outcome.schedule().stream().map(ConversationJson::instalment).toList());
    return map;
  }

  private static Map<String, @Nullable Object> instalment(Plan.Instalment instalment) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("number", instalment.number());
    map.put("amount", instalment.amount().decimal().toPlainString());
    map.put("date", instalment.due().toString());
    return map;
  }

  private static Map<String, @Nullable Object> turn(Step step) {
    TurnRecord record = step.turn().record();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("heard", step.event().spoken() ? step.event().words() : null);
    map.put("understanding", step.event().spoken() ? understanding(step.heard()) : null);
    map.put("rows", record.rows());
    map.put("permitted", record.permitted().stream().map(Move::id).toList());
    Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
    chosen.put("move", record.choice().move().id());
    chosen.put("propensity", record.choice().propensity());
    chosen.put("reasons", record.choice().reasons());
    map.put("chosen", chosen);
    Map<String, @Nullable Object> verdict = new LinkedHashMap<>();
    verdict.put("result", record.result());
    verdict.put("rules", record.rules().stream().map(rule -> rule.id()).toList());
    verdict.put("reasons", record.reasons());
    map.put("verdict", verdict);
    map.put("said", step.said().isEmpty() ? null : step.said());
    map.put("hash", step.hash().hex());
    return map;
  }

  private static Map<String, @Nullable Object> understanding(Understanding heard) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("intent", heard.main().intent().id());
    map.put("confidence", rounded(heard.main().confidence()));
    map.put("language", heard.language().code());
    List<Map<String, @Nullable Object>> intents = new ArrayList<>();
    for (ScoredIntent scored : heard.intents()) {
      Map<String, @Nullable Object> intent = new LinkedHashMap<>();
      intent.put("id", scored.intent().id());
      intent.put("confidence", rounded(scored.confidence()));
      intents.add(intent);
    }
    map.put("intents", intents);
    map.put("entities", heard.entities().stream().map(ConversationJson::entity).toList());
    Map<String, @Nullable Object> emotion = new LinkedHashMap<>();
    emotion.put("label", heard.emotion().label().name().toLowerCase(Locale.ROOT));
    emotion.put("intensity", rounded(heard.emotion().intensity()));
    map.put("emotion", emotion);
    map.put("cooperation", heard.cooperation().name().toLowerCase(Locale.ROOT));
    return map;
  }

  private static Map<String, @Nullable Object> entity(Entity entity) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("type", entity.type().id());
    map.put("start", entity.span().start());
    map.put("end", entity.span().end());
    map.put("text", entity.text());
    map.put("value", Values.text(entity.value()));
    if (entity.value() instanceof Value.Sum sum) {
      map.put("unit", sum.money().currency().getCurrencyCode());
    }
    if (entity.approximate()) {
      map.put("approximate", true);
    }
    return map;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
