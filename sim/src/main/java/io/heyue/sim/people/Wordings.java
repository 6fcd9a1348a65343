package io.heyue.sim.people;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The words that one kind of people have for each situation, those of everybody included.
 * Immutable.
 */
public final class Wordings {
  /** What everybody may come to say; anybody may be short of money. */
  private static final List<String> SHARED = List.of("common", "hardship");

  private final Map<String, List<String>> bySituation;

  private Wordings(Map<String, List<String>> bySituation) {
    this.bySituation = Map.copyOf(bySituation);
  }

  /**
   * Reads the words of {@code persona} in {@code lang}; a kind without words of its own has those
   * of everybody.
   */
  public static Wordings of(Lang lang, String persona) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    SHARED.forEach(file -> read(lang, file).ifPresent(words::putAll));
    read(lang, persona).ifPresent(words::putAll);
    return new Wordings(words);
  }

  /**
   * The same where {@code persona} speaks: much that is written is said otherwise, and shorter. Of
   * what is said otherwise the first wording is the plainest.
   */
  static Wordings spoken(Lang lang, String persona) {
    Map<String, List<String>> words = new LinkedHashMap<>(of(lang, persona).bySituation);
    read(lang, "spoken").ifPresent(words::putAll);
    return new Wordings(words);
  }

  /** All wordings of everybody and of {@code persona}, by situation. */
  public Map<String, List<String>> all() {
    return bySituation;
  }

  List<String> get(String situation) {
    List<String> words = bySituation.get(situation);
    if (words == null) {
      throw new IllegalStateException(
          "There are no words for '" + situation + "'. Maybe one of " + bySituation.keySet() + ".");
    }
    return words;
  }

  private static Optional<Map<String, List<String>>> read(Lang lang, String persona) {
    String name = "/people/" + lang.code() + "/" + persona + ".yaml";
    try (InputStream in = Wordings.class.getResourceAsStream(name)) {
      if (in == null) {
        return Optional.empty();
      }
      Object read = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
      Map<String, List<String>> words = new LinkedHashMap<>();
      if (read instanceof Map<?, ?> map) {
        map.forEach((key, value) -> words.put(String.valueOf(key), texts(value)));
      }
      return Optional.of(words);
    } catch (IOException e) {
      throw new UncheckedIOException("Wordings " + name + " can't be read.", e);
    }
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    }
    return List.copyOf(texts);
  }
}
