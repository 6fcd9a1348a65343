package io.heyue.app.proof;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A rule as its file says it, for people. Reads only that: whether a rule is sound was asked when
 * it was loaded.
 *
 * @param citation where it stands, as people cite it
 * @param zh the plain sentence in Chinese, {@code en} in English
 */
record RuleText(RuleId id, String citation, String link, String zh, String en) {
  private static final int LONGEST = 1 << 20;

  /** The rule of a file; empty where it holds none. */
  static Optional<RuleText> find(byte[] file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(LONGEST)
            .setMaxAliasesForCollections(10)
            .setAllowDuplicateKeys(false)
            .build();
    try {
      Object read = new Load(settings).loadFromString(Reading.utf8(file));
      return read instanceof Map<?, ?> rule ? of(rule) : Optional.empty();
    } catch (YamlEngineException | Unreadable e) {
      return Optional.empty();
    }
  }

  private static Optional<RuleText> of(Map<?, ?> rule) {
    if (!(rule.get("id") instanceof String id)
        || !(rule.get("version") instanceof Integer version)) {
      return Optional.empty();
    }
    Map<?, ?> citation = part(rule, "citation");
    Map<?, ?> plain = part(rule, "plain");
    String article = text(citation, "article");
    String document = text(citation, "document");
    return Optional.of(
        new RuleText(
            new RuleId(id, version),
            article.isEmpty() ? document : document + " " + article,
            text(citation, "link"),
            text(plain, "zh"),
            text(plain, "en")));
  }

  private static Map<?, ?> part(Map<?, ?> of, String name) {
    return of.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Map<?, ?> of, String name) {
    return of.get(name) instanceof String text ? text.strip() : "";
  }

  String says(Lang lang) {
    return lang == Lang.ZH ? zh : en;
  }
}
