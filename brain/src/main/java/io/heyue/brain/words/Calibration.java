package io.heyue.brain.words;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import io.heyue.core.words.Normaliser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Sentences that nobody learns from: on them it is found how much the linear head and the encoder
 * are believed, and from which probability on a sentence may not be said.
 */
final class Calibration {
  /** The share of permitted sentences that may be refused. */
  private static final double FALSE_ALARMS = 0.01;

  /** Nothing is forbidden that is likelier permitted, nor let pass that is nearly certain. */
  private static final double LEAST = 0.3;

  private static final double MOST = 0.9;

  /**
   * @param text normalised
   */
  record Case(String text, boolean forbidden) {}

  private final List<Case> cases;

  private Calibration(List<Case> cases) {
    this.cases = cases;
  }

  static Calibration read(Path data, Lang lang, Normaliser normaliser) {
    List<Case> cases = new ArrayList<>();
    Yaml.read(Lessons.folder(data, lang).resolve("calibration.yaml"))
        .elements()
        .forEach(category ->
            Stream.of("forbidden", "permitted")
                .forEach(label ->
                    category
                        .field(label)
                        .elements()
                        .map(each -> normaliser.normalise(each.text()).text())
                        .forEach(text -> cases.add(new Case(text, label.equals("forbidden"))))));
    return new Calibration(cases);
  }

  Blend blend(ToDoubleFunction<String> linear, ToDoubleFunction<String> deep) {
    long forbidden = cases.stream().filter(Case::forbidden).count();
    long permitted = cases.size() - forbidden;
    return Blend.fit(
        cases.stream()
            .map(each ->
                new Blend.Point(
                    linear.applyAsDouble(each.text()),
                    deep.applyAsDouble(each.text()),
                    each.forbidden(),
                    0.5 / Math.max(1, each.forbidden() ? forbidden : permitted) * cases.size()))
            .toList());
  }

  double threshold(ToDoubleFunction<String> likely) {
    double[] permitted =
        cases.stream()
            .filter(each -> !each.forbidden())
            .mapToDouble(each -> likely.applyAsDouble(each.text()))
            .sorted()
            .toArray();
    double found = permitted[(int) ((1 - FALSE_ALARMS) * (permitted.length - 1))];
    return Math.clamp(found, LEAST, MOST);
  }
}
