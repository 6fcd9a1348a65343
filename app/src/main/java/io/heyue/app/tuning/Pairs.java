package io.heyue.app.tuning;

import io.heyue.app.law.WordsDesk;
import io.heyue.app.law.WordsView;
import io.heyue.brain.file.Sha256;
import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forbidden sentences of the corpus of words, each with what may be said instead. Both are this
 * project's own, under its licence; nobody said them.
 */
final class Pairs {
  private final Path data;
  private final WordsDesk desk;

  Pairs(Path data, WordsDesk desk) {
    this.data = data;
    this.desk = desk;
  }

  /** At most so many in each language, as they stand in the files. */
  List<Pair> list(int most) {
    List<Pair> pairs = new ArrayList<>();
    for (Lang lang : Lang.values()) {
      int before = pairs.size();
      for (String worse : forbidden(lang)) {
        if (pairs.size() - before >= most) {
          break;
        }
        better(worse, lang).ifPresent(better -> pairs.add(new Pair(lang, worse, better)));
      }
    }
    return pairs;
  }

  private List<String> forbidden(Lang lang) {
    Path folder = data.resolve("words").resolve(lang.code()).resolve("examples");
    return Sha256.yamlFiles(folder).stream()
        .flatMap(file -> Yaml.read(file).field("forbidden").elements())
        .flatMap(each ->
            each.isMap() ? each.field("text").findText().stream() : each.findText().stream())
        .toList();
  }

  /** What the desk suggests, where it forbids the one and permits the other. */
  private Optional<String> better(String worse, Lang lang) {
    String suggestion = judge(worse, lang).suggestion();
    return Optional.ofNullable(suggestion)
        .filter(better -> !better.equals(worse))
        .filter(better -> better.codePoints().noneMatch(c -> c == '{'))
        .filter(better -> judge(better, lang).verdict().equals("permitted"));
  }

  private WordsView judge(String words, Lang lang) {
    return desk.judge(words, Optional.of(lang), null, WordsDesk.PLACE);
  }
}
