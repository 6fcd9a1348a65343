package io.heyue.sim.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The first words say for whom we speak (CBA 2026 ch. 3), that a machine made them (GB 45438-2025)
 * and how a person is reached (PIPL 24).
 */
final class OpeningChecker implements Checker {
  private static final Pattern MACHINE =
      Pattern.compile("人工智能|AI|机器|artificial", Pattern.CASE_INSENSITIVE);
  private static final Pattern PERSON =
      Pattern.compile("转人工|人工服务|找人工|reach a person|for a person", Pattern.CASE_INSENSITIVE);

  @Override
  public List<Finding> check(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    if (transcript.exchanges().isEmpty() || transcript.exchanges().getFirst().said().isEmpty()) {
      return List.of();
    }
    String first = transcript.exchanges().getFirst().said();
    if (!first.contains(transcript.dossier().account().lender().name())) {
      findings.add(Finding.unlawful("opening", 1, "does not say for whom we speak"));
    }
    if (!MACHINE.matcher(first).find()) {
      findings.add(Finding.unlawful("opening", 1, "does not say that a machine speaks"));
    }
    if (!PERSON.matcher(first).find()) {
      findings.add(Finding.unlawful("opening", 1, "does not say how to reach a person"));
    }
    return findings;
  }
}
