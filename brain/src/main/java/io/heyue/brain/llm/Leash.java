package io.heyue.brain.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A chat model that may be asked only so often, and is left alone for a while where it fails. What
 * it costs is counted. Each process has a leash of its own. Thread-safe.
 */
public final class Leash implements ChatModel {
  /** Of so many calls half may fail. */
  private static final int WINDOW = 20;

  private static final int LEAST = 8;
  private static final float HALF = 50;
  private static final Duration ALONE = Duration.ofSeconds(30);

  private final ChatModel model;
  private final Price price;
  private final int mostTokens;
  private final Tally tally;
  private final Budget budget;
  private final Semaphore places;
  private final CircuitBreaker breaker;

  public Leash(ChatModel model, Limits limits, Price price, Tally tally, InstantSource clock) {
    this.model = model;
    this.price = price;
    this.mostTokens = limits.mostTokens();
    this.tally = tally;
    this.budget = new Budget(limits, clock);
    this.places = new Semaphore(limits.atOnce());
    this.breaker =
        CircuitBreaker.of(
            "chat-model",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST)
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(ALONE)
                .permittedNumberOfCallsInHalfOpenState(2)
                .clock(clockOf(clock))
                .build());
  }

  private static Clock clockOf(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }

  @Override
  public Reply ask(Ask ask) {
    Reply reply = held(ask);
    switch (reply) {
      case Reply.Said said -> {
        tally.said(ask.use(), said);
        tally.used(Tokens.of(ask, said), price);
      }
      case Reply.Nothing nothing -> {
        tally.nothing(nothing.reason());
        tally.used(Tokens.of(ask, nothing.reason(), mostTokens), price);
      }
    }
    return reply;
  }

  private Reply held(Ask ask) {
    if (!breaker.tryAcquirePermission()) {
      return new Reply.Nothing(Reply.Reason.OPEN);
    }
    if (!places.tryAcquire()) {
      breaker.releasePermission();
      return new Reply.Nothing(Reply.Reason.BUSY);
    }
    try {
      if (!budget.take()) {
        breaker.releasePermission();
        return new Reply.Nothing(Reply.Reason.SPENT);
      }
      Reply reply = model.ask(ask);
      note(reply, ask);
      return reply;
    } finally {
      places.release();
    }
  }

  private void note(Reply reply, Ask ask) {
    switch (reply) {
      case Reply.Said said -> {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        // A model that counts too little of what it used doesn't get more of it.
        budget.use(
            Math.max(Tokens.of(ask, said).all(), Tokens.asked(ask) + Tokens.guess(said.text())));
      }
      case Reply.Nothing nothing -> {
        // What was said in vain is billed all the same.
        budget.use(Tokens.of(ask, nothing.reason(), mostTokens).all());
        if (nothing.reason().failure()) {
          breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException("no answer"));
        } else {
          breaker.releasePermission();
        }
      }
    }
  }

  @Override
  public String name() {
    return model.name();
  }
}
