package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Span;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.KnownName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  /** What makes a question of a name: 张伟吧, "Rowan, right". */
  private static final Pattern ASKS = Pattern.compile("[?？吗吧呢么]|\\bright\\b");

  /** What may follow a name at once without being a part of it. */
  private static final String PARTICLES = "啊呀哦噢喔啦哎嘛，。！、";

  /** Longer than this nobody just says yes. */
  private static final int LONGEST = 40;

  private final Words yes;
  private final Words no;
  private final Words introducing;
  private final Words all;
  private final Words allIntroducing;

  private PlainAnswer(Words yes, Words no, Words introducing, Words fillers, Words greetings) {
    this.yes = yes;
    this.no = no;
    this.introducing = introducing;
    this.all = yes.with(no).with(fillers);
    this.allIntroducing = all.with(introducing).with(greetings);
  }

  /** Reads {@code answers.yaml} in the folder of a language. */
  static PlainAnswer open(Path folder) {
    Path file = folder.resolve("answers.yaml");
    Yaml root = Files.isRegularFile(file) ? Yaml.read(file) : new Yaml(file, null);
    return new PlainAnswer(
        Words.of(root.field("yes"), "weight"),
        Words.of(root.field("no"), "weight"),
        Words.of(root.field("introducing"), "weight"),
        Words.of(root.field("fillers"), "weight"),
        Words.of(root.field("greetings"), "weight"));
  }

  /**
   * Whether {@code plain} says that it is {@code sought} who speaks, and nothing else: "hi, this is
   * Rowan". A question says no such thing, nor does a name that is part of a longer one.
   */
  boolean introduces(String plain, String sought) {
    if (plain.length() > LONGEST || ASKS.matcher(plain).find()) {
      return false;
    }
    List<Span> names = KnownName.own(plain, sought);
    if (names.size() != 1 || !standsAlone(plain, names.getFirst())) {
      return false;
    }
    StringBuilder rest = new StringBuilder(plain);
    blank(rest, names.getFirst());
    List<String> pieces = pieces(rest.toString(), allIntroducing);
    return pieces.stream().anyMatch(introducing::holds) && pieces.stream().noneMatch(no::holds);
  }

  /** 王建 doesn't stand in 我是王建中, nor does 小明 in 我是成小明. */
  private boolean standsAlone(String plain, Span name) {
    String before = plain.substring(0, name.start());
    String after = plain.substring(name.end());
    return (!joined(before, before.length() - 1) || introducing.end(before))
        && (!joined(after, 0)
            || PARTICLES.indexOf(after.charAt(0)) >= 0
            || introducing.begin(after));
  }

  private static boolean joined(String text, int at) {
    return at >= 0 && at < text.length() && Character.isIdeographic(text.charAt(at));
  }

  private static void blank(StringBuilder text, Span span) {
    for (int index = span.start(); index < span.end(); index++) {
      text.setCharAt(index, ' ');
    }
  }

  /** What {@code plain} means as an answer to {@code after}, if it is nothing but a yes or a no. */
  Optional<Intent> find(String plain, String after) {
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> pieces = pieces(plain, all);
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

  /** The {@code words} that {@code plain} is made of; none if anything else stands in it. */
  private static List<String> pieces(String plain, Words words) {
    List<String> pieces = new ArrayList<>();
    int end = 0;
    for (Cue cue : words.find(plain)) {
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
