package io.heyue.app.cli;

import io.heyue.app.models.Moved;
import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Registry.Standing;
import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Drift;
import io.heyue.store.labels.ShadowCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of models, for people and for programs. */
final class ModelsPrint {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_DIFFERENCES = 20;

  /** A smaller loss may be chance. */
  private static final double LOSS = 0.02;

  private ModelsPrint() {}

  /** For people, or for programs. */
  enum Format {
    TEXT,
    JSON
  }

  /** The versions of a skill in a language. */
  record Shelf(String model, List<String> versions, Standing standing) {
    private String text() {
      StringBuilder text = new StringBuilder();
      text.append(model)
          .append(": ")
          .append(standing.used().orElse("what the build made"))
          .append(" is used");
      standing.shadow().ifPresent(each -> text.append("; ").append(each).append(" in the shadow"));
      text.append('\n');
      versions.forEach(
          version -> text.append("  ").append(version).append(mark(version)).append('\n'));
      return text.toString();
    }

    private String mark(String version) {
      if (standing.used().equals(Optional.of(version))) {
        return "  used";
      }
      if (standing.shadow().equals(Optional.of(version))) {
        return "  shadow";
      }
      return standing.promoted().contains(version) ? "  used before" : "";
    }
  }

  /**
   * One version.
   *
   * @param comparison what training said of it beside the one that was used; empty where it didn't
   * @param shadow what it made of people's words in the shadow of each model that was in use
   */
  record Version(
      String model,
      String version,
      Map<String, String> provenance,
      Optional<JsonNode> comparison,
      List<Shadowed> shadow) {

    /**
     * Beside one model.
     *
     * @param used the model that was in use
     * @param readings how many utterances both read
     * @param agreed of how many they made the same
     * @param differences what they took otherwise, the most frequent first
     */
    record Shadowed(String used, long readings, long agreed, List<Difference> differences) {
      static Shadowed of(String used, List<ShadowCounts.Count> counts) {
        return new Shadowed(
            used,
            counts.stream().mapToLong(ShadowCounts.Count::times).sum(),
            counts.stream()
                .filter(ShadowCounts.Count::agrees)
                .mapToLong(ShadowCounts.Count::times)
                .sum(),
            counts.stream()
                .filter(count -> !count.agrees())
                .limit(MOST_DIFFERENCES)
                .map(count -> new Difference(count.intent(), count.other(), count.times()))
                .toList());
      }

      private String text() {
        StringBuilder text =
            new StringBuilder(
                "In the shadow of %s it read %d utterances and agreed on %d (%.1f %%).%n"
                    .formatted(used, readings, agreed, 100.0 * agreed / readings));
        differences.forEach(each ->
            text.append("  %5d  %s → %s%n".formatted(each.times(), each.used(), each.candidate())));
        return text.toString();
      }
    }

    /** What the one in use took for {@code used} and this one for {@code candidate}. */
    record Difference(String used, String candidate, long times) {}

    static Version read(
        String model, String version, Path folder, Lang lang, List<ShadowCounts.Count> counts) {
      try {
        Path compared = folder.resolve("comparison.json");
        return new Version(
            model,
            version,
            new TreeMap<>(Adapter.read(Skill.SPEECH.adapterIn(folder, lang)).provenance()),
            Files.isRegularFile(compared)
                ? Optional.of(JSON.readTree(Files.readString(compared)))
                : Optional.empty(),
            counts.stream()
                .collect(
                    Collectors.groupingBy(
                        ShadowCounts.Count::used, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> Shadowed.of(each.getKey(), each.getValue()))
                .toList());
      } catch (IOException e) {
        throw new UncheckedIOException("Version " + version + " can't be read.", e);
      }
    }

    private String text() {
      StringBuilder text = new StringBuilder(model + ' ' + version + '\n');
      provenance.forEach((key, value) -> {
        if (!key.equals("answers")) {
          text.append("  ").append(key).append(": ").append(value).append('\n');
        }
      });
      comparison.ifPresent(each -> compared(each, text));
      if (shadow.isEmpty()) {
        text.append("It has read nothing in the shadow.\n");
      }
      shadow.forEach(each -> text.append(each.text()));
      return text.toString();
    }

    private static void compared(JsonNode comparison, StringBuilder text) {
      text.append(
          "Beside %s, on %d sentences:%n"
              .formatted(
                  comparison.path("used").asString(""), comparison.path("sentences").asInt(0)));
      comparison
          .path("questions")
          .forEach(question ->
              text.append(
                  "  %s: macro-F1 %.3f → %.3f, accuracy %.3f → %.3f%n"
                      .formatted(
                          question.path("question").asString(""),
                          question.path("macroF1").path("before").asDouble(0),
                          question.path("macroF1").path("after").asDouble(0),
                          question.path("accuracy").path("before").asDouble(0),
                          question.path("accuracy").path("after").asDouble(0))));
      worst(comparison, text);
    }

    /** Of what is right or wrong by itself only what got worse is told here. */
    private static void worst(JsonNode comparison, StringBuilder text) {
      List<JsonNode> marks = new ArrayList<>();
      comparison.path("marks").forEach(marks::add);
      marks.stream()
          .filter(mark -> loss(mark) > LOSS)
          .sorted(Comparator.comparingDouble(mark -> -loss(mark)))
          .limit(MOST_DIFFERENCES)
          .forEach(mark ->
              text.append(
                  "  worse %s: F1 %.3f → %.3f in %d cases%n"
                      .formatted(
                          mark.path("answer").asString(""),
                          mark.path("f1").path("before").asDouble(0),
                          mark.path("f1").path("after").asDouble(0),
                          mark.path("cases").asInt(0))));
    }

    private static double loss(JsonNode mark) {
      return mark.path("f1").path("before").asDouble(0) - mark.path("f1").path("after").asDouble(0);
    }
  }

  /** How far what is heard has moved; empty where there is too little to say. */
  record Drifted(Lang lang, Optional<Moved> moved) {
    private String text() {
      return moved
          .map(each ->
              "%s: intents %.3f, sureness %.3f: %s (%d utterances in the week from %s, %d in the last seven days)%n"
                  .formatted(
                      lang.code(),
                      each.intents(),
                      each.sureness(),
                      verdict(each.most()),
                      each.then(),
                      each.reference().toString().substring(0, 10),
                      each.now()))
          .orElse(
              "%s: too little to say; two weeks apart of %d utterances each are needed%n"
                  .formatted(lang.code(), Moved.FEWEST));
    }

    private static String verdict(double index) {
      if (index < Drift.WORTH_A_LOOK) {
        return "nothing to speak of";
      }
      return index < Drift.ANOTHER_POPULATION ? "worth a look" : "other people speak";
    }
  }

  static String of(Object what, Format format) {
    if (format == Format.JSON) {
      return JSON.writeValueAsString(what) + "\n";
    }
    return switch (what) {
      case List<?> all -> all.stream().map(each -> of(each, format)).reduce("", String::concat);
      case Shelf shelf -> shelf.text();
      case Version version -> version.text();
      case Drifted drifted -> drifted.text();
      default ->
          throw new IllegalArgumentException("Nothing is said of a " + what.getClass() + ".");
    };
  }
}
