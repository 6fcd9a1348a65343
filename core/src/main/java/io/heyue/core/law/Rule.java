package io.heyue.core.law;

import io.heyue.core.base.Lang;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One rule as it stood for a time.
 *
 * @param from first day on which it is in force
 * @param to last day, empty while it is in force
 * @param place ISO 3166 code, with subdivision where it is narrower; {@code XX} is everywhere
 * @param plain what it says in a plain sentence, by language
 * @param remedy how what it refuses would become lawful, by language; empty where nothing but
 *     waiting helps, or nothing at all
 */
public record Rule(
    RuleId id,
    LocalDate from,
    Optional<LocalDate> to,
    String place,
    Scope scope,
    RuleForm form,
    Citation citation,
    Confidence confidence,
    Kind kind,
    Map<Lang, String> plain,
    Map<Lang, String> remedy) {
  public Rule {
    plain = Map.copyOf(plain);
    remedy = Map.copyOf(remedy);
  }

  /** A rule without a remedy. */
  public Rule(
      RuleId id,
      LocalDate from,
      Optional<LocalDate> to,
      String place,
      Scope scope,
      RuleForm form,
      Citation citation,
      Confidence confidence,
      Kind kind,
      Map<Lang, String> plain) {
    this(id, from, to, place, scope, form, citation, confidence, kind, plain, Map.of());
  }

  /** Whether it is law on {@code day}. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || !day.isAfter(to.get()));
  }

  /** Whether breaking it blocks; otherwise a person decides. */
  public boolean blocks() {
    return kind != Kind.WARN && confidence.blocks();
  }

  public String says(Lang lang) {
    return plain.getOrDefault(lang, id.toString());
  }
}
