package io.heyue.sim.check;

import java.util.ArrayList;
import java.util.List;

/**
 * All judges of a conversation. They know the law from its sources (GB/T 45251-2025 §5.3, CBA 2026
 * ch. 3, 民法典 188 and 192, 征信业管理条例 15), not from the rule book, so that a fault in the one is not
 * repeated in the other.
 */
public final class Checkers {
  private static final List<Checker> ALL =
      List.of(
          new OpeningChecker(),
          new SecrecyChecker(),
          new MannersChecker(),
          new FiguresChecker(),
          new PressureChecker(),
          new CreditChecker(),
          new HoursChecker(),
          new MandateChecker(),
          new OutcomeChecker());

  private Checkers() {}

  /** Everything that there is against {@code transcript}. */
  public static List<Finding> check(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    ALL.forEach(checker -> findings.addAll(checker.check(transcript)));
    return List.copyOf(findings);
  }
}
