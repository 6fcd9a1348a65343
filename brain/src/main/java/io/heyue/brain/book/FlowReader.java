package io.heyue.brain.book;

import io.heyue.core.dialogue.Condition;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Flow.Kind;
import io.heyue.core.dialogue.Flow.Row;
import io.heyue.core.dialogue.Flow.Step;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.MoveSpec;
import io.heyue.core.dialogue.Topic;
import io.heyue.core.understanding.Intent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the conversations, one a file. */
final class FlowReader {
  /** The step in which nothing more is said; every flow has it. */
  static final String ENDED = "ended";

  /** Kinds of which a row must fit whatever has happened. */
  private static final List<Kind> ALWAYS =
      List.of(Kind.START, Kind.SILENCE, Kind.OTHERWISE, Kind.PAYMENT);

  private static final Words<Kind> KIND = Words.of("kind", Kind.values());
  private static final Words<Intent> INTENT = Words.of("intent", Intent.values());
  private static final Words<Condition> CONDITION = Words.of("condition", Condition.values());
  private static final Words<Topic> TOPIC = Words.of("topic", Topic.values());
  private static final Words<Mark> MARK = Words.of("mark", Mark.values());

  /** Phrases of moves that may ever be made in other words; the kernel keeps to it by itself. */
  private static final Pattern REWORDABLE =
      Pattern.compile(
          "clarify|(ask(?!_identity|_verification|_dispute|_stop)|tell|ack|offer)_\\w+");

  private final Map<String, Flow> flows = new TreeMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final PhraseNeeds needs;

  FlowReader(PhraseNeeds needs) {
    this.needs = needs;
  }

  Map<String, Flow> flows() {
    return Map.copyOf(flows);
  }

  void read(Source source) {
    source.read(entry -> flow(source, entry));
  }

  private void flow(Source source, Entry entry) {
    String id = entry.need("id", Item::text, "");
    if (flows.containsKey(id)) {
      entry.flaw(
          "id", "Flow '" + id + "' stands in " + files.get(id) + " too. Maybe it is a copy.");
    }
    Map<String, Step> steps = entry.need("steps", this::steps, Map.of());
    Set<String> places = new LinkedHashSet<>(steps.keySet());
    places.add(ENDED);
    Words<String> step = new Words<>("step", same(places));
    String first = entry.need("first", step::read, ENDED);
    Map<String, Integer> names = new LinkedHashMap<>();
    List<Row> rows = entry.needList("rows", item -> row(item, step, names));
    for (Kind kind : ALWAYS) {
      if (rows.stream().noneMatch(row -> row.kind() == kind && isUnconditional(row))) {
        String word =
            KIND.values().entrySet().stream()
                .filter(known -> known.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        entry.flaw(
            "rows",
            "No row of kind "
                + word
                + " fits in every step. Maybe the last of them needs neither 'in' nor conditions.");
      }
    }
    Flow.Aid aid = entry.find("chat_model", FlowReader::aid).orElse(Flow.Aid.NONE);
    double sure = entry.find("hearing", FlowReader::sure).orElse(Flow.SURE);
    flows.put(id, new Flow(id, source.hash(), first, steps, rows, aid, sure));
    files.put(id, source.name());
  }

  private Map<String, Step> steps(Item item) {
    Map<String, Step> steps = new LinkedHashMap<>();
    item.entry()
        .each((id, value) -> {
          Entry entry = value.entry();
          Optional<MoveSpec> question = entry.find("question", this::move);
          boolean isProtected = entry.find("protected", Item::flag).orElse(false);
          entry.end();
          steps.put(id, new Step(id, question, isProtected));
        });
    return steps;
  }

  private Row row(Item item, Words<String> step, Map<String, Integer> names) {
    Entry entry = item.entry();
    String name = entry.need("name", Item::text, "");
    Integer before = names.putIfAbsent(name, entry.line());
    if (before != null) {
      entry.flaw(
          "name", "Row '" + name + "' stands in line " + before + " too. Maybe it was copied.");
    }
    Row row =
        new Row(
            name,
            entry.find("kind", KIND::read).orElse(Kind.MAIN),
            entry.set("in", step::read),
            entry.set("when", INTENT::read),
            entry.find("least", FlowReader::probability).orElse(0.0),
            entry.find("words", Item::pattern),
            entry.set("if", CONDITION::read),
            entry.set("unless", CONDITION::read),
            entry.find("topic", TOPIC::read),
            entry.needList("say", this::move),
            entry.set("mark", MARK::read),
            entry.find("then", step::read));
    entry.end();
    return row;
  }

  private MoveSpec move(Item item) {
    MoveSpec spec = item.parse(MoveSpec::parse);
    if (spec instanceof MoveSpec.Fixed fixed) {
      needs.move(fixed.move(), item);
    }
    return spec;
  }

  private static double sure(Item item) {
    Entry entry = item.entry();
    double sure = entry.need("sure", FlowReader::probability, Flow.SURE);
    entry.end();
    return sure;
  }

  private static Flow.Aid aid(Item item) {
    Entry entry = item.entry();
    Flow.Aid aid =
        new Flow.Aid(
            entry.find("read_below", FlowReader::probability).orElse(0.0),
            entry.find("read_as", FlowReader::probability).orElse(0.0),
            entry.set("phrases", FlowReader::rewordable));
    entry.end();
    return aid;
  }

  private static String rewordable(Item item) {
    String phrase = item.text();
    if (!REWORDABLE.matcher(phrase).matches()) {
      throw item.unreadable(
          "Phrase '"
              + phrase
              + "' is said in its approved words alone. Maybe one that asks, acknowledges, tells or"
              + " offers is meant.");
    }
    return phrase;
  }

  private static double probability(Item item) {
    double value = item.decimal().doubleValue();
    if (value < 0 || value > 1) {
      throw item.unreadable(
          "A confidence is " + value + "; it must be from 0 to 1. Maybe it is meant in per cent.");
    }
    return value;
  }

  private static boolean isUnconditional(Row row) {
    return row.in().isEmpty()
        && row.when().isEmpty()
        && row.words().isEmpty()
        && row.given().isEmpty()
        && row.unless().isEmpty();
  }

  private static Map<String, String> same(Set<String> words) {
    Map<String, String> same = new LinkedHashMap<>();
    words.forEach(word -> same.put(word, word));
    return same;
  }
}
