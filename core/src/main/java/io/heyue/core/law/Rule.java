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
 * @param place ISO 3166 code, with subdivision where it is narrower
 * @param plain what it says in a plain sentence, by language
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
    Map<Lang, String> plain) {
  public Rule {
    plain = Map.copyOf(plain);
  }

  /** Whether it is law on {@code day} for somebody in {@code at}. */
  boolean inForce(LocalDate day, String at) {
    return !day.isBefore(from)
        && (to.isEmpty() || !day.isAfter(to.get()))
        && (at.equals(place) || at.startsWith(place + "-"));
  }

  /** Whether breaking it blocks; otherwise a person decides. */
  public boolean blocks() {
    return kind != Kind.WARN && confidence.blocks();
  }

  public String says(Lang lang) {
    return plain.getOrDefault(lang, id.toString());
  }
}
