package io.heyue.brain.tables;

import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.StandingForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sees that no table decides by a trait that the law protects. */
final class Traits {
  private Traits() {}

  /** What is wrong with the columns of {@code files}; empty where nothing is. */
  static List<String> flaws(List<Path> files, RuleBook law) {
    List<String> flaws = new ArrayList<>();
    for (Path file : files) {
      if (Files.isReadable(file)) {
        flaws.addAll(flaws(file, law));
      }
    }
    return flaws;
  }

  private static List<String> flaws(Path file, RuleBook law) {
    List<String> flaws = new ArrayList<>();
    for (String input : inputs(file)) {
      for (Rule rule : law.rules()) {
        if (rule.form() instanceof StandingForm.ExcludedInputs excluded
            && excluded.traits().contains(word(input))) {
          flaws.add(
              Sheet.shown(file)
                  + ":1: It decides by '"
                  + input
                  + "', by which nobody may be treated differently: "
                  + rule.id()
                  + " ("
                  + rule.citation().brief()
                  + "). Maybe leave the column out.");
        }
      }
    }
    return flaws;
  }

  /** A table that can't be read is named by whoever loads it. */
  private static List<String> inputs(Path file) {
    try {
      return Sheet.read(file, Files.readAllBytes(file)).inputs();
    } catch (TableFault e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code maritalStatus} and {@code marital status} are {@code marital_status}. */
  private static String word(String input) {
    return input
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_");
  }
}
