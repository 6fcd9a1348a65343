package io.heyue.brain.tables;

import io.heyue.core.decision.Policy;
import io.heyue.core.decision.Pricing;
import io.heyue.core.decision.Router;
import io.heyue.core.decision.TreatmentTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The lender's strategy. Immutable and thread-safe.
 *
 * @param version hash of all tables
 */
public record Tables(
    Router router, Policy policy, TreatmentTable treatment, Pricing pricing, String version) {
  /**
   * Loads {@code routing.dmn}, {@code offers.dmn}, {@code treatment.dmn} and {@code pricing.dmn}.
   * Takes a second or two, most of it to start the engine.
   *
   * @param known what the tables may name
   * @throws TableFault naming everything that is wrong in all of them
   */
  public static Tables load(Path strategy, Known known) {
    List<String> flaws =
        new ArrayList<>(
            Traits.flaws(
                Stream.of("routing.dmn", "offers.dmn", "treatment.dmn", "pricing.dmn")
                    .map(strategy::resolve)
                    .toList(),
                known.law()));
    Optional<TableRouter> router =
        attempt(() -> TableRouter.load(strategy.resolve("routing.dmn"), known), flaws);
    Optional<TablePolicy> policy =
        attempt(() -> TablePolicy.load(strategy.resolve("offers.dmn")), flaws);
    Optional<DmnTreatment> treatment =
        attempt(() -> DmnTreatment.load(strategy.resolve("treatment.dmn"), known), flaws);
    Optional<TablePricing> pricing =
        attempt(() -> TablePricing.load(strategy.resolve("pricing.dmn"), known.law()), flaws);
    if (!flaws.isEmpty()) {
      throw new TableFault(flaws);
    }
    return new Tables(
        router.orElseThrow(),
        policy.orElseThrow(),
        treatment.orElseThrow(),
        pricing.orElseThrow(),
        Version.of(
            List.of(
                router.orElseThrow().table(),
                policy.orElseThrow().table(),
                treatment.orElseThrow().table(),
                pricing.orElseThrow().table())));
  }

  private static <T> Optional<T> attempt(Supplier<T> load, List<String> flaws) {
    try {
      return Optional.of(load.get());
    } catch (TableFault fault) {
      flaws.addAll(fault.flaws());
      return Optional.empty();
    }
  }
}
