package io.heyue.brain.words;

import io.heyue.brain.file.Sha256;
import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The wordings that a lender approved, as plain text with something in their places. */
final class Phrasebook {
  /** A marked claim of a phrase, such as {@code [right:person|you may …]}; its words stay. */
  private static final Pattern MARK = Pattern.compile("\\[[a-z_:]+\\|([^|\\]]*)(?:\\|[^\\]]*)?]");

  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  private Phrasebook() {}

  /** All wordings of {@code data/phrases}. */
  static Stream<String> wordings(Path data, Lang lang, String standIn) {
    return Sha256.yamlFiles(data.resolve("phrases/" + lang.code())).stream()
        .flatMap(file -> Yaml.read(file).entries())
        .flatMap(phrase -> wordings(phrase.getValue(), standIn));
  }

  /**
   * The wordings of one phrase.
   *
   * @param standIn what to put in each place
   */
  static Stream<String> wordings(Yaml phrase, String standIn) {
    return texts(each(phrase), standIn);
  }

  /** The same without those that only say on the telephone what others say already. */
  static Stream<String> written(Yaml phrase, String standIn) {
    return texts(each(phrase).filter(each -> !spoken(each)), standIn);
  }

  private static Stream<Yaml> each(Yaml phrase) {
    return phrase.value() instanceof List<?> ? phrase.elements() : Stream.of(phrase);
  }

  private static boolean spoken(Yaml wording) {
    return wording.isMap()
        && wording
            .entries()
            .anyMatch(field ->
                field.getKey().equals("channel") && field.getValue().text().equals("call"));
  }

  private static Stream<String> texts(Stream<Yaml> wordings, String standIn) {
    return wordings
        .map(each -> each.isMap() ? each.field("text").text() : each.text())
        .map(written -> PLACE.matcher(MARK.matcher(written).replaceAll("$1")).replaceAll(standIn));
  }
}
