package io.heyue.brain.book;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Purpose;
import io.heyue.core.law.Citation;
import io.heyue.core.law.Confidence;
import io.heyue.core.law.Kind;
import io.heyue.core.law.Places;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of law, one a file, and holds each against its own examples. */
final class LawReader {
  static final Words<Kind> KIND = Words.of("kind", Kind.values());
  static final Words<Confidence> CONFIDENCE =
      Words.by("confidence", Confidence.values(), Confidence::name);
  static final Words<Licence> LICENCE = Words.of("licence", Licence.values());
  static final Words<Purpose> PURPOSE = Words.of("purpose", Purpose.values());

  /** The confidences that let a rule block. */
  private static final Set<Confidence> BLOCKING = Set.of(Confidence.H, Confidence.M);

  private final Places places;
  private final List<Ruling> rulings = new ArrayList<>();
  private final Map<String, List<Ruling>> byId = new HashMap<>();

  /**
   * A rule with its examples.
   *
   * @param file where it stands
   * @param examples permitted and forbidden ones, in the order of the file
   */
  record Ruling(Rule rule, String file, List<Example> examples) {}

  LawReader(Places places) {
    this.places = places;
  }

  /** A reader for places without other names or unions. */
  LawReader() {
    this(Places.PLAIN);
  }

  Places places() {
    return places;
  }

  List<Ruling> rulings() {
    return List.copyOf(rulings);
  }

  void read(Source source) {
    source.read(entry -> rule(source, entry));
  }

  private void rule(Source source, Entry entry) {
    RuleId id =
        new RuleId(
            entry.need("id", LawReader::id, ""), entry.need("version", FormReader::positive, 1));
    String place = entry.need("place", LawReader::place, "");
    LocalDate from = entry.need("from", Item::date, LocalDate.EPOCH);
    Optional<LocalDate> to = entry.find("to", Item::date);
    to.filter(last -> last.isBefore(from))
        .ifPresent(last ->
            entry.flaw(
                "to", "It ends on " + last + ", before it begins. Maybe the days are swapped."));
    Scope scope = entry.find("applies", LawReader::scope).orElseGet(LawReader::everywhere);
    Kind kind = entry.need("kind", KIND::read, Kind.HARD);
    Confidence confidence = entry.need("confidence", CONFIDENCE::read, Confidence.U);
    if (!BLOCKING.contains(confidence) && kind != Kind.WARN) {
      entry.flaw(
          "kind",
          "A rule of confidence "
              + confidence
              + " can't block; its kind must be warn. Maybe the confidence is higher.");
    }
    Optional<RuleForm> form = FormReader.read(entry);
    Citation citation = entry.need("citation", LawReader::citation, new Citation("", "", ""));
    Map<Lang, String> plain = entry.need("plain", LawReader::plain, Map.of());
    ExampleReader examples = new ExampleReader(place, from, to, scope, form, places);
    Map<Lang, String> remedy = entry.find("remedy", LawReader::plain).orElse(Map.of());
    List<Example> read = new ArrayList<>();
    read.addAll(entry.needList("permitted", item -> examples.read(item, true)));
    read.addAll(entry.needList("forbidden", item -> examples.read(item, false)));
    if (form.isEmpty()) {
      return;
    }
    Rule rule =
        new Rule(id, from, to, place, scope, form.get(), citation, confidence, kind, plain, remedy);
    Ruling ruling = new Ruling(rule, source.name(), read);
    keep(ruling, entry);
    for (Example example : read) {
      if (!example.agrees(rule)) {
        source.flaw(example.line(), example.contradiction());
      }
    }
  }

  private void keep(Ruling ruling, Entry entry) {
    List<Ruling> others = byId.computeIfAbsent(ruling.rule().id().id(), _ -> new ArrayList<>());
    for (Ruling other : others) {
      if (other.rule().id().equals(ruling.rule().id())) {
        entry.flaw(
            "id",
            "Rule "
                + ruling.rule().id()
                + " stands in "
                + other.file()
                + " too. Maybe its version"
                + " was not raised.");
      } else if (overlap(other.rule(), ruling.rule())) {
        entry.flaw(
            "from",
            "Rule "
                + ruling.rule().id()
                + " is in force while "
                + other.rule().id()
                + " is. Maybe"
                + " the older one needs a last day ('to').");
      }
    }
    others.add(ruling);
    rulings.add(ruling);
  }

  private static boolean overlap(Rule one, Rule other) {
    return !one.from().isAfter(other.to().orElse(LocalDate.MAX))
        && !other.from().isAfter(one.to().orElse(LocalDate.MAX));
  }

  private static Scope scope(Item item) {
    Entry applies = item.entry();
    Scope scope =
        new Scope(
            applies.set("licences", LICENCE::read),
            applies.set("channels", FormReader.CHANNEL::read),
            applies.set("purposes", PURPOSE::read),
            applies.set("products", Item::text),
            applies.set("flags", ContactForms::flag));
    applies.end();
    return scope;
  }

  private static Scope everywhere() {
    return new Scope(Set.of(), Set.of(), Set.of(), Set.of());
  }

  private static Citation citation(Item item) {
    Entry entry = item.entry();
    Citation citation =
        new Citation(
            entry.need("document", Item::text, ""),
            entry.need("article", Item::anyText, ""),
            entry.find("link", Item::anyText).orElse(""));
    entry.end();
    return citation;
  }

  private static Map<Lang, String> plain(Item item) {
    Entry entry = item.entry();
    Map<Lang, String> plain = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      plain.put(lang, entry.need(lang.code(), Item::text, ""));
    }
    entry.end();
    return plain;
  }

  private static String id(Item item) {
    String id = item.text();
    if (!id.matches("[A-Z]{2}(-[A-Z0-9]+[a-z]?)+")) {
      throw item.unreadable("'" + id + "' is no rule id. Maybe CN-GBT-01.");
    }
    return id;
  }

  static String place(Item item) {
    String place = item.text();
    if (!place.matches("[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}")) {
      throw item.unreadable(
          "'" + place + "' is no place. Maybe CN, US-NY or US-NY-NYC (ISO 3166).");
    }
    return place;
  }
}
