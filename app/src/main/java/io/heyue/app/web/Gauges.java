package io.heyue.app.web;

import io.heyue.store.postgres.Transactor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.context.annotation.Bean;

/** What Prometheus is told about the work. No label names a person, a number or an account. */
final class Gauges {
  private record Count(String name, String help, String sql) {}

  private static final List<Count> COUNTS =
      List.of(
          new Count(
              "heyue.letters.queued",
              "Messages waiting to be handed over.",
              "select count(*) as n from letter where state = 'queued'"),
          new Count(
              "heyue.letters.unknown",
              "Messages of which nobody knows whether they arrived.",
              "select count(*) as n from letter where state = 'unknown'"),
          new Count(
              "heyue.campaigns.running",
              "Campaigns that run.",
              "select count(*) as n from campaign where status = 'running'"),
          new Count(
              "heyue.conversations.open",
              "Conversations that began and did not end.",
              "select count(*) as n from conversation where begun_at is not null and ended_at is null"),
          new Count(
              "heyue.setbacks.waiting",
              "Items of work that failed and will be tried again.",
              "select count(*) as n from setback where not given_up"),
          new Count(
              "heyue.setbacks.given.up",
              "Items of work that failed too often; somebody must look at them.",
              "select count(*) as n from setback where given_up and dismissed_at is null"),
          new Count(
              "heyue.payments.unreconciled",
              "Payments that were imported and not yet set against promises.",
              "select count(*) as n from payment where reconciled_at is null"));

  @Bean
  MeterBinder work(Transactor transactor) {
    return registry -> {
      for (Count count : COUNTS) {
        Gauge.builder(
                count.name(),
                transactor,
                source -> source.get(sql -> sql.get(count.sql(), row -> row.number("n"))))
            .description(count.help())
            .register(registry);
      }
    };
  }
}
