package io.heyue.brain.words;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import io.heyue.core.words.Advice;
import io.heyue.core.words.Advice.Counsel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what may be said instead; a mistake there stops the start with the file's name. */
final class AdviceReader {
  private AdviceReader() {}

  static Advice read(Path data) {
    Map<Lang, Map<String, List<Counsel>>> counsels = new EnumMap<>(Lang.class);
    Map<Lang, List<Pattern>> ways = new EnumMap<>(Lang.class);
    Map<Lang, String> wayOut = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      Yaml file = Yaml.read(Lessons.folder(data, lang).resolve("suggestions.yaml"));
      ways.put(lang, TableReader.patterns(file.field("ways")));
      wayOut.put(lang, file.field("way_out").text());
      Map<String, List<Counsel>> own = new HashMap<>();
      file.field("categories")
          .entries()
          .forEach(entry ->
              own.put(
                  entry.getKey(), entry.getValue().elements().map(AdviceReader::counsel).toList()));
      counsels.put(lang, own);
    }
    return new Advice(counsels, ways, wayOut);
  }

  private static Counsel counsel(Yaml entry) {
    Optional<Pattern> when =
        entry.field("when").findText().map(each -> TableReader.pattern(each, entry));
    Optional<String> silence = entry.field("silence").findText();
    return new Counsel(
        when, silence.orElseGet(() -> entry.field("say").text()), silence.isPresent());
  }
}
