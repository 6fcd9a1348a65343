package io.heyue.app.law;

import io.heyue.app.law.Answer.Outcome;
import io.heyue.brain.book.Near;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.StandingForm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Acts that are no contact: handing data on, placing an account with an agency, and what nobody may
 * do at all. What is shown for them is named by {@code shown}: words, or words with the day from
 * which on each was so.
 */
final class OtherActs {
  private final RuleBook book;

  OtherActs(RuleBook book) {
    this.book = book;
  }

  Answer check(Optional<JsonNode> id, Given given, String act, Instant at, Lang lang) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Set<String> places = new TreeSet<>();
    given.part("lender").text("place").ifPresent(places::add);
    given.part("person").text("place").ifPresent(places::add);
    List<Rule> inForce = book.inForce(day, places);
    Set<String> known = known(book.rules());
    if (!known.contains(act)) {
      known.addAll(FactsReader.ACTS.keySet());
      throw given.unreadable("act", "It is '" + act + "'. " + Near.maybe(act, known));
    }
    Licence licence = given.part("lender").oneOf("licence", FactsReader.LICENCES).orElse(null);
    Map<String, LocalDate> shown = shown(given, day);
    List<Rule> asked = new ArrayList<>();
    List<Rule> against = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    for (Rule rule : inForce) {
      if (!speaksOf(rule.form(), act) || !rule.scope().covers(licence)) {
        continue;
      }
      asked.add(rule);
      Set<String> lacking =
          rule.form() instanceof StandingForm.Preconditions conditions
              ? conditions.lacking(shown, day)
              : Set.of();
      if (rule.form() instanceof StandingForm.ProhibitedActs || !lacking.isEmpty()) {
        against.add(rule);
        lacking.forEach(need -> missing.add("shown." + need));
      }
    }
    if (places.isEmpty()) {
      missing.add("lender.place");
    }
    return answer(id, asked, against, missing, inputs(act, at, places, shown), lang);
  }

  private Answer answer(
      Optional<JsonNode> id,
      List<Rule> asked,
      List<Rule> against,
      Set<String> missing,
      SequencedMap<String, String> inputs,
      Lang lang) {
    boolean permitted = against.isEmpty() && missing.isEmpty() && !asked.isEmpty();
    boolean person = !against.isEmpty() && against.stream().noneMatch(Rule::blocks);
    Explanation explanation = new Explanation(book, lang);
    List<RuleId> rules = (permitted ? asked : against).stream().map(Rule::id).sorted().toList();
    return new Answer(
        id,
        permitted ? Outcome.PERMITTED : person ? Outcome.NEEDS_PERSON : Outcome.FORBIDDEN,
        rules,
        List.copyOf(missing),
        Optional.empty(),
        permitted
            ? explanation.permitted(rules.size())
            : rules.isEmpty()
                ? explanation.rule(new RuleId("XX-NO-LAW", 1))
                : String.join(
                    lang == Lang.ZH ? "" : " ", rules.stream().map(explanation::rule).toList()),
        against.stream()
            .flatMap(rule -> Optional.ofNullable(rule.remedy().get(lang)).stream())
            .distinct()
            .toList(),
        List.of(),
        List.of(),
        Optional.empty(),
        book.version(),
        inputs);
  }

  private static SequencedMap<String, String> inputs(
      String act, Instant at, Set<String> places, Map<String, LocalDate> shown) {
    SequencedMap<String, String> inputs = new LinkedHashMap<>();
    inputs.put("at", at.toString());
    inputs.put("act", act);
    inputs.put("places", String.join(", ", places));
    inputs.put("shown", new TreeMap<>(shown).toString());
    return inputs;
  }

  private static Map<String, LocalDate> shown(Given given, LocalDate day) {
    Map<String, LocalDate> shown = new TreeMap<>();
    if (given.isObject("shown")) {
      Given dated = given.part("shown");
      dated.names().forEach(name -> dated.day(name).ifPresent(since -> shown.put(name, since)));
    } else {
      given.words("shown").orElse(Set.of()).forEach(name -> shown.put(name, day));
    }
    return shown;
  }

  private static boolean speaksOf(RuleForm form, String act) {
    return switch (form) {
      case StandingForm.Preconditions conditions -> conditions.acts().contains(act);
      case StandingForm.ProhibitedActs prohibited -> prohibited.acts().contains(act);
      default -> false;
    };
  }

  private static Set<String> known(List<Rule> rules) {
    Set<String> known = new TreeSet<>();
    for (Rule rule : rules) {
      if (rule.form() instanceof StandingForm.Preconditions conditions) {
        known.addAll(conditions.acts());
      } else if (rule.form() instanceof StandingForm.ProhibitedActs prohibited) {
        known.addAll(prohibited.acts());
      }
    }
    return known;
  }
}
