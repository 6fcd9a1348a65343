package io.heyue.bench;

import io.heyue.app.engine.Campaigns;
import io.heyue.core.base.CampaignId;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.postgres.Transactor;
import java.util.List;
import java.util.Optional;

/**
 * A campaign planned: what it would come to, which asks the law about everybody, and its items. The
 * baseline copies the ids of the same accounts into another table.
 */
final class PlanningBenchmark implements Benchmark {
  private static final double SECONDS = 60;
  private static final double ACCOUNTS = 100_000;

  @Override
  public String name() {
    return "planning";
  }

  @Override
  public List<Figure> measure(Trial trial) {
    int count = trial.scale().planned();
    try (Lender lender = Lender.open(trial)) {
      lender.borrowers(count);
      Campaigns campaigns =
          lender
              .engine(
                  _ -> {
                    throw new IllegalStateException("Nobody speaks while a campaign is planned.");
                  },
                  new Street())
              .campaigns();
      Filter everyone = Filter.everyone();
      Approach approach = Approach.text("arrears");
      long begin = System.nanoTime();
      long asked = campaigns.preview(everyone, approach).accounts();
      long previewed = System.nanoTime();
      CampaignId id = campaigns.create("bench", everyone, approach);
      campaigns.start(id);
      long started = System.nanoTime();
      long planned = campaigns.progress(id).items();
      double copied = copy(lender.database().transactor());
      Figure.Baseline baseline = new Figure.Baseline("ids copied to a table", copied);
      return List.of(
          seconds("preview", asked, begin, previewed, baseline, Optional.empty()),
          seconds("create and start", planned, previewed, started, baseline, Optional.empty()),
          seconds(
              "preview, create and start",
              planned,
              begin,
              started,
              baseline,
              Figure.Target.atMost(SECONDS * count / ACCOUNTS)));
    }
  }

  private static double copy(Transactor transactor) {
    transactor.run(sql -> sql.update("create table bench_row (id uuid primary key)"));
    long start = System.nanoTime();
    transactor.run(sql -> sql.update("insert into bench_row select id from account"));
    return (System.nanoTime() - start) / 1e9;
  }

  private Figure seconds(
      String what,
      long n,
      long from,
      long to,
      Figure.Baseline baseline,
      Optional<Figure.Target> target) {
    return new Figure(name(), what, n, (to - from) / 1e9, "s", baseline, target);
  }
}
