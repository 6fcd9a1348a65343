package io.heyue.app.models;

import io.heyue.core.base.Lang;
import io.heyue.store.postgres.Transactor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far what is heard has moved, for Prometheus: {@code heyue.drift} by language and by what is
 * counted, no number where there is too little to say, or nothing could be counted yet. Counted
 * anew every hour at most, on a thread of its own: no scrape waits for the database. Thread-safe.
 */
public final class DriftGauges implements MeterBinder {
  private static final Logger LOG = LoggerFactory.getLogger(DriftGauges.class);
  private static final Duration OLD = Duration.ofHours(1);

  /** So long after a failure it is tried again. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final Counted NEVER = new Counted(Instant.MIN, Optional.empty());

  private final Transactor transactor;
  private final InstantSource clock;
  private final Map<Lang, Counted> counted = new EnumMap<>(Lang.class);

  /**
   * What was counted.
   *
   * @param due when it is to be counted again
   */
  private record Counted(Instant due, Optional<Moved> moved) {}

  public DriftGauges(Transactor transactor, InstantSource clock) {
    this.transactor = transactor;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Lang lang : Lang.values()) {
      gauge(registry, lang, "intents", Moved::intents);
      gauge(registry, lang, "sureness", Moved::sureness);
    }
  }

  private void gauge(MeterRegistry registry, Lang lang, String of, ToDoubleFunction<Moved> figure) {
    Gauge.builder(
            "heyue.drift",
            this,
            gauges -> gauges.moved(lang).map(figure::applyAsDouble).orElse(Double.NaN))
        .tag("lang", lang.code())
        .tag("of", of)
        .description("Population stability index of the last seven days; see doc/learning.md.")
        .register(registry);
  }

  /** Gives what was counted last; where that is old, counting anew goes on beside it. */
  private Optional<Moved> moved(Lang lang) {
    Instant now = clock.instant();
    synchronized (counted) {
      Counted last = counted.getOrDefault(lang, NEVER);
      if (!now.isBefore(last.due())) {
        // Due again only later, so that nobody else begins meanwhile.
        counted.put(lang, new Counted(now.plus(OLD), last.moved()));
        var _ = Thread.ofVirtual().name("drift").start(() -> count(lang, now));
      }
      return last.moved();
    }
  }

  private void count(Lang lang, Instant now) {
    Counted fresh;
    try {
      fresh =
          new Counted(
              now.plus(OLD), transactor.get(sql -> Moved.of(sql, lang, Optional.empty(), now)));
    } catch (RuntimeException e) {
      LOG.warn("Drift could not be counted: {}.", e.getClass().getName());
      fresh = new Counted(now.plus(PAUSE), Optional.empty());
    }
    synchronized (counted) {
      counted.put(lang, fresh);
    }
  }
}
