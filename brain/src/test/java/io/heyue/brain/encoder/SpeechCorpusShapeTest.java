package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The corpus that judges is large enough, holds every intent, and shares nothing with what trains.
 */
class SpeechCorpusShapeTest {
  /** Share of pairs of letters that two texts have in common, from which on they are alike. */
  private static final double ALIKE = 0.7;

  /** Shorter answers can't but be the same. */
  private static final int SHORT = 4;

  @ParameterizedTest
  @CsvSource({"ZH, 2500, 40", "EN, 600, 8"})
  void everyIntentHasItsUtterances(Lang lang, int least, long each) {
    List<CorpusLine> lines = CorpusLine.all(lang);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(least);
    Map<Intent, Long> counts =
        lines.stream().collect(Collectors.groupingBy(CorpusLine::is, Collectors.counting()));
    assertThat(counts.keySet()).containsExactlyInAnyOrder(Intent.values());
    assertThat(counts.values()).allMatch(count -> count >= each);
    assertThat(lines.stream().filter(CorpusLine::noisy).count()).isGreaterThan(least / 10);
  }

  @ParameterizedTest
  @CsvSource({"ZH", "EN"})
  void nothingThatTrainsIsNearlyTheSame(Lang lang) {
    List<Set<String>> judged = new ArrayList<>();
    Map<String, BitSet> holders = new HashMap<>();
    for (CorpusLine line : CorpusLine.all(lang)) {
      Set<String> pairs = pairs(line.text());
      pairs.forEach(pair -> holders.computeIfAbsent(pair, _ -> new BitSet()).set(judged.size()));
      judged.add(pairs);
    }
    List<String> alike =
        LexiconReader.read(Project.DATA, lang).examples().stream()
            .map(Example::text)
            .filter(text -> letters(text).length() > SHORT)
            .filter(text -> nearest(pairs(text), judged, holders) >= ALIKE)
            .toList();
    assertThat(alike).isEmpty();
  }

  private static double nearest(
      Set<String> pairs, List<Set<String>> judged, Map<String, BitSet> holders) {
    int[] common = new int[judged.size()];
    for (String pair : pairs) {
      holders.getOrDefault(pair, new BitSet()).stream().forEach(at -> common[at]++);
    }
    double nearest = 0;
    for (int at = 0; at < common.length; at++) {
      int all = pairs.size() + judged.get(at).size() - common[at];
      nearest = Math.max(nearest, (double) common[at] / all);
    }
    return nearest;
  }

  private static Set<String> pairs(String text) {
    String letters = letters(text);
    Set<String> pairs = new HashSet<>();
    for (int at = 0; at + 1 < letters.length(); at++) {
      pairs.add(letters.substring(at, at + 2));
    }
    return pairs.isEmpty() ? new HashSet<>(Arrays.asList(letters)) : pairs;
  }

  private static String letters(String text) {
    return PlainText.of(text).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
