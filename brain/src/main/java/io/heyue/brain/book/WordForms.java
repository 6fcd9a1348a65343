package io.heyue.brain.book;

import io.heyue.core.law.RuleForm;
import java.util.Map;
import java.util.function.Function;

/** Reads the forms of rules about words. */
final class WordForms {
  static final Words<RuleForm.Duty> DUTY = Words.of("duty", RuleForm.Duty.values());
  static final Words<RuleForm.Occasion> OCCASION = Words.of("occasion", RuleForm.Occasion.values());
  static final Words<RuleForm.Statement> STATEMENT =
      Words.of("statement", RuleForm.Statement.values());

  private WordForms() {}

  static void into(Map<String, Function<Entry, RuleForm>> forms) {
    forms.put(
        "disclosure",
        v ->
            new RuleForm.Disclosure(
                FormReader.set(v, "duties", DUTY),
                v.find("at", OCCASION::read).orElse(RuleForm.Occasion.OPENING),
                v.list("wording", Item::pattern)));
    forms.put(
        "forbidden_words",
        v ->
            new RuleForm.ForbiddenWords(
                v.need("category", Item::text, ""), FormReader.patterns(v)));
    forms.put("right_party_first", v -> new RuleForm.RightPartyFirst(FormReader.patterns(v)));
    forms.put(
        "fact_gate",
        v ->
            new RuleForm.FactGate(
                v.need("statement", STATEMENT::read, RuleForm.Statement.LAWSUIT),
                FormReader.patterns(v)));
  }
}
