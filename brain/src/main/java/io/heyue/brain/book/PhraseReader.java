package io.heyue.brain.book;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.reply.PhraseBook.Phrase;
import io.heyue.core.reply.Placeholder;
import io.heyue.core.reply.Template;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the approved wordings, a folder a language. */
final class PhraseReader {
  private static final Words<Tone> TONE = Words.of("tone", Tone.values());

  /** Places that only terms can fill. */
  private static final Set<Placeholder> OF_TERMS =
      EnumSet.of(
          Placeholder.AMOUNT,
          Placeholder.DATE,
          Placeholder.REST,
          Placeholder.WAIVED,
          Placeholder.COUNT,
          Placeholder.EACH,
          Placeholder.LAST_AMOUNT,
          Placeholder.LAST_DATE,
          Placeholder.SCHEDULE,
          Placeholder.WHEN);

  private final Map<Lang, Map<String, List<Phrase>>> phrases = new EnumMap<>(Lang.class);
  private final Map<String, String> files = new LinkedHashMap<>();

  Map<Lang, Map<String, List<Phrase>>> phrases() {
    return phrases;
  }

  void read(Lang lang, Source source) {
    source.read(entry -> entry.each((id, item) -> add(lang, id, item)));
  }

  private void add(Lang lang, String id, Item item) {
    Source source = item.source();
    String other = files.putIfAbsent(lang.code() + " " + id, source.name());
    if (other != null && !other.equals(source.name())) {
      item.flaw("Phrase '" + id + "' stands in " + other + " too. Maybe one is obsolete.");
      return;
    }
    List<Phrase> read =
        item.isList()
            ? item.items().stream().map(member -> variant(id, member)).toList()
            : item.isMapping() ? List.of(variant(id, item)) : List.of(phrase(id, item));
    for (int i = 0; i < read.size(); i++) {
      Phrase one = read.get(i);
      boolean twice =
          read.subList(0, i).stream()
              .anyMatch(p -> p.tone() == one.tone() && p.channel().equals(one.channel()));
      if (twice) {
        item.items()
            .get(i)
            .flaw("'" + id + "' has this tone and channel twice. Maybe one is another tone.");
      }
    }
    phrases.computeIfAbsent(lang, _ -> new TreeMap<>()).put(id, read);
  }

  private static Phrase phrase(String id, Item item) {
    return new Phrase(id, Tone.PLAIN, Optional.empty(), template(id, item));
  }

  private static Phrase variant(String id, Item item) {
    if (!item.isMapping()) {
      return phrase(id, item);
    }
    Entry entry = item.entry();
    Phrase phrase =
        new Phrase(
            id,
            entry.find("tone", TONE::read).orElse(Tone.PLAIN),
            entry.find("channel", FormReader.CHANNEL::read),
            entry.need("text", text -> template(id, text), SampleCase.NO_WORDS));
    entry.end();
    return phrase;
  }

  private static Template template(String id, Item item) {
    Template template = item.parse(Template::parse);
    for (Template.Part part : template.all().toList()) {
      if (part instanceof Template.Part.Place place
          && OF_TERMS.contains(place.placeholder())
          && !fills(id, place.placeholder())) {
        item.flaw(
            "Phrase '"
                + id
                + "' has no terms that could fill {"
                + place.placeholder().name().toLowerCase(java.util.Locale.ROOT)
                + "}. Maybe it belongs to another phrase.");
      }
    }
    return template;
  }

  /** Whether the terms that come with phrase {@code id}, by its name, can fill {@code place}. */
  private static boolean fills(String id, Placeholder place) {
    boolean withTerms =
        id.startsWith("offer_")
            || id.startsWith("read_back_")
            || id.startsWith("confirm_")
            || id.startsWith("summary_open_");
    if (!withTerms) {
      return !isMove(id);
    }
    String terms = id.substring(id.lastIndexOf('_') + 1);
    return switch (place) {
      case AMOUNT -> !terms.equals("callback");
      case REST -> terms.equals("partial");
      case WAIVED -> terms.equals("reduction");
      case WHEN -> terms.equals("callback");
      case COUNT, EACH, LAST_AMOUNT, LAST_DATE, SCHEDULE -> terms.equals("plan");
      default -> true;
    };
  }

  private static boolean isMove(String id) {
    return id.equals("open")
        || id.equals("repeat")
        || id.equals("clarify")
        || List.of("ask_", "tell_", "ack_", "hand_over_", "close_", "menu_").stream()
            .anyMatch(id::startsWith);
  }
}
