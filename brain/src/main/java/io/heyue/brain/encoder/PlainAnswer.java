package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import io.heyue.core.understanding.Intent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hears a plain yes or no however it is put together: "嗯 对 是的", "yeah, sure, ok". Only a text that
 * is made of nothing else counts; what it answers decides what it means. Thread-safe.
 */
final class PlainAnswer {
  /** Moves to which a yes agrees; to an open question (when, how much) it only shows hearing. */
  private static final Set<String> CLOSED =
      Set.of(
          "",
          "read_back",
          "offer_plan",
          "offer_extension",
          "offer_reduction",
          "offer_partial",
          "ask_ability",
          "ask_anything_else",
          "ask_callback",
          "ask_dispute");

  /** Longer than this nobody just says yes. */
  private static final int LONGEST = 40;

  private final Words yes;
  private final Words no;
  private final Words all;

  private PlainAnswer(Words yes, Words no, Words all) {
    this.yes = yes;
    this.no = no;
    this.all = all;
  }

  /** Reads {@code answers.yaml} in the folder of a language. */
  static PlainAnswer open(Path folder) {
    Path file = folder.resolve("answers.yaml");
    Yaml root = Files.isRegularFile(file) ? Yaml.read(file) : new Yaml(file, null);
    return new PlainAnswer(
        Words.of(root.field("yes"), "weight"),
        Words.of(root.field("no"), "weight"),
        Words.of(root.field("yes"), "weight")
            .with(Words.of(root.field("no"), "weight"))
            .with(Words.of(root.field("fillers"), "weight")));
  }

  /** What {@code plain} means as an answer to {@code after}, if it is nothing but a yes or a no. */
  Optional<Intent> find(String plain, String after) {
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> pieces = pieces(plain);
    boolean agrees = pieces.stream().anyMatch(yes::holds);
    boolean denies = pieces.stream().anyMatch(no::holds);
    if (agrees == denies) {
      return Optional.empty();
    }
    if (after.equals("open")) {
      return Optional.of(agrees ? Intent.CONFIRM_IDENTITY : Intent.DENY_IDENTITY);
    }
    if (agrees && !CLOSED.contains(after)) {
      return Optional.empty();
    }
    return Optional.of(agrees ? Intent.AFFIRM : Intent.DENY);
  }

  /** The words that {@code plain} is made of; none if anything else stands in it. */
  private List<String> pieces(String plain) {
    List<String> pieces = new ArrayList<>();
    int end = 0;
    for (Cue cue : all.find(plain)) {
      if (saysSomething(plain.substring(end, cue.span().start()))) {
        return List.of();
      }
      pieces.add(cue.word());
      end = cue.span().end();
    }
    return saysSomething(plain.substring(end)) ? List.of() : pieces;
  }

  private static boolean saysSomething(String rest) {
    return rest.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
