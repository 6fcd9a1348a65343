package io.heyue.app.web;

import io.heyue.app.house.House;
import io.heyue.brain.llm.Ask.Use;
import io.heyue.brain.llm.Reply.Reason;
import io.heyue.brain.llm.Tally;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;

/** What Prometheus is told about the chat model. No label says what was asked or of whom. */
final class ModelMeters {
  @Bean
  MeterBinder chatModel(House house) {
    return registry -> bind(house.tally(), registry);
  }

  static void bind(Tally tally, MeterRegistry registry) {
    for (Use use : Use.values()) {
      counter(
              "heyue.model.answers",
              "Answers in time.",
              "use",
              use.id(),
              tally,
              t -> t.answered(use))
          .register(registry);
      counter(
              "heyue.model.refusals",
              "Answers that were thrown away for what they said.",
              "use",
              use.id(),
              tally,
              t -> t.refused(use))
          .register(registry);
    }
    for (Reason reason : Reason.values()) {
      counter(
              "heyue.model.nothing",
              "Times that no answer came, or none was asked for.",
              "reason",
              reason.id(),
              tally,
              t -> t.without(reason))
          .register(registry);
    }
    counter("heyue.model.tokens", "Tokens.", "way", "in", tally, Tally::tokensIn)
        .register(registry);
    counter("heyue.model.tokens", "Tokens.", "way", "out", tally, Tally::tokensOut)
        .register(registry);
    FunctionCounter.builder("heyue.model.cost", tally, Tally::cost)
        .description("Cost by the configured prices.")
        .register(registry);
    FunctionCounter.builder("heyue.model.remembered", tally, Tally::remembered)
        .description("Times that the answer was known already.")
        .register(registry);
    FunctionTimer.builder(
            "heyue.model.first.token",
            tally,
            t -> t.answered(Use.READING) + t.answered(Use.PHRASING),
            t -> t.firstTokens().toNanos(),
            TimeUnit.NANOSECONDS)
        .description("Time to the first token.")
        .register(registry);
  }

  private static FunctionCounter.Builder<Tally> counter(
      String name,
      String help,
      String label,
      String value,
      Tally tally,
      ToDoubleFunction<Tally> count) {
    return FunctionCounter.builder(name, tally, count).description(help).tag(label, value);
  }
}
