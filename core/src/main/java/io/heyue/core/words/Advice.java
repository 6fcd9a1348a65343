package io.heyue.core.words;

import io.heyue.core.base.Lang;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be said instead, by the category of what may not. Immutable and thread-safe.
 *
 * @param counsels by language and category, the first that fits counts; {@code any} fits all
 * @param ways by language: what a sentence holds that shows a way out
 * @param wayOut by language: the sentence that shows one, to be added
 */
public record Advice(
    Map<Lang, Map<String, List<Counsel>>> counsels,
    Map<Lang, List<Pattern>> ways,
    Map<Lang, String> wayOut) {
  /** The category whose counsels fit where those of the own category don't. */
  private static final String ANY = "any";

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  public Advice {
    counsels = Map.copyOf(counsels);
    ways = Map.copyOf(ways);
    wayOut = Map.copyOf(wayOut);
  }

  /** Advises nothing. */
  public static Advice none() {
    return new Advice(Map.of(), Map.of(), Map.of());
  }

  /**
   * A wording for a purpose.
   *
   * @param when what the words hold that it stands in for; empty fits all
   * @param say the wording with places for facts, or the reason for saying nothing
   * @param silence whether nothing is to be said
   */
  public record Counsel(Optional<Pattern> when, String say, boolean silence) {
    boolean fits(String text, Set<String> facts) {
      return when.map(each -> each.matcher(text).find()).orElse(true)
          && PLACE.matcher(say).results().allMatch(place -> facts.contains(place.group(1)));
    }
  }

  /** The counsel for words of {@code category}; empty where there is none. */
  public Optional<Counsel> find(Lang lang, String category, String text, Set<String> facts) {
    Map<String, List<Counsel>> own = counsels.getOrDefault(lang, Map.of());
    return own.getOrDefault(category, own.getOrDefault(ANY, List.of())).stream()
        .filter(counsel -> counsel.fits(text, facts))
        .findFirst();
  }

  /** Whether words show a way out. */
  public boolean showsWayOut(Lang lang, String text) {
    return ways.getOrDefault(lang, List.of()).stream().anyMatch(way -> way.matcher(text).find());
  }

  /** {@code say} with its places filled. */
  public static String filled(String say, Map<String, String> facts) {
    return PLACE
        .matcher(say)
        .replaceAll(place ->
            java.util.regex.Matcher.quoteReplacement(
                facts.getOrDefault(place.group(1), place.group())));
  }
}
