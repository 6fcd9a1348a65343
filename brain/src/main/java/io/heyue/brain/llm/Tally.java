package io.heyue.brain.llm;

import io.heyue.brain.llm.Ask.Use;
import io.heyue.brain.llm.Reply.Reason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What asking came to, for metrics. Names nobody. Thread-safe. */
public final class Tally {
  private final Map<Use, LongAdder> answered = new EnumMap<>(Use.class);
  private final Map<Use, LongAdder> refused = new EnumMap<>(Use.class);
  private final Map<Reason, LongAdder> nothing = new EnumMap<>(Reason.class);
  private final LongAdder tokensIn = new LongAdder();
  private final LongAdder tokensOut = new LongAdder();
  private final DoubleAdder cost = new DoubleAdder();
  private final LongAdder firstTokenNanos = new LongAdder();
  private final LongAdder remembered = new LongAdder();

  public Tally() {
    for (Use use : Use.values()) {
      answered.put(use, new LongAdder());
      refused.put(use, new LongAdder());
    }
    for (Reason reason : Reason.values()) {
      nothing.put(reason, new LongAdder());
    }
  }

  void said(Use use, Reply.Said said) {
    adder(answered, use).increment();
    firstTokenNanos.add(said.firstToken().toNanos());
  }

  /** What was used is paid for, whether it was of use or not. */
  void used(Tokens tokens, Price price) {
    tokensIn.add(tokens.in());
    tokensOut.add(tokens.out());
    cost.add(price.of(tokens.in(), tokens.out()));
  }

  void nothing(Reason reason) {
    adder(nothing, reason).increment();
  }

  void refuse(Use use) {
    adder(refused, use).increment();
  }

  void remember() {
    remembered.increment();
  }

  /** Answers that came whole and in time. */
  public long answered(Use use) {
    return adder(answered, use).sum();
  }

  /** Answers that came, and were thrown away for what they said. */
  public long refused(Use use) {
    return adder(refused, use).sum();
  }

  /** Times that nothing came, for a reason. */
  public long without(Reason reason) {
    return adder(nothing, reason).sum();
  }

  public long tokensIn() {
    return tokensIn.sum();
  }

  public long tokensOut() {
    return tokensOut.sum();
  }

  /** In the currency of the price. */
  public double cost() {
    return cost.sum();
  }

  /** All times to the first token of answers together. */
  public Duration firstTokens() {
    return Duration.ofNanos(firstTokenNanos.sum());
  }

  /** Times that nobody had to be asked, since the answer was known. */
  public long remembered() {
    return remembered.sum();
  }

  private static <K> LongAdder adder(Map<K, LongAdder> adders, K key) {
    return Objects.requireNonNull(adders.get(key));
  }
}
