package io.heyue.voice.recognise.grammar;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammars' rules as a test reads them: what they hold, and any sentence of them. */
final class Rules {
  private static final Pattern RULE = Pattern.compile("<(\\w+)>\\s*=\\s*([^;]*);");

  private final Map<String, String> bodies = new HashMap<>();

  private Rules(String text) {
    Matcher rule = RULE.matcher(text);
    while (rule.find()) {
      bodies.put(rule.group(1), rule.group(2).replaceAll("/[0-9.]+/", " "));
    }
  }

  static Rules of(String file) throws Exception {
    return new Rules(text("common.gram") + text(file));
  }

  private static String text(String name) throws Exception {
    try (InputStream in = Objects.requireNonNull(Rules.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("//[^\\n]*", "");
    }
  }

  /** What a rule holds, as a pattern over sentences without blanks. */
  Pattern pattern(String rule) {
    return Pattern.compile(regex(rule));
  }

  private String regex(String rule) {
    String body = Objects.requireNonNull(bodies.get(rule), rule).replace("<NULL>", "");
    StringBuilder regex = new StringBuilder("(?:");
    Matcher part = Pattern.compile("<(\\w+)>|\\[|\\]|\\(|\\)|[^\\s]").matcher(body);
    while (part.find()) {
      String inner = part.group(1);
      regex.append(
          inner != null
              ? regex(inner)
              : switch (part.group()) {
                case "[", "(" -> "(?:";
                case "]" -> ")?";
                default -> part.group();
              });
    }
    return regex.append(')').toString();
  }

  /** Any sentence of a rule. */
  String sentence(String rule, Random random) {
    return any(tokens(Objects.requireNonNull(bodies.get(rule), rule)), random);
  }

  private static List<String> tokens(String body) {
    List<String> tokens = new ArrayList<>();
    Matcher part = Pattern.compile("<\\w+>|[\\[\\]()|+]|\\p{IsHan}+").matcher(body);
    while (part.find()) {
      tokens.add(part.group());
    }
    return tokens;
  }

  private String any(List<String> tokens, Random random) {
    List<List<String>> choices = new ArrayList<>(List.of(new ArrayList<>()));
    int depth = 0;
    for (String token : tokens) {
      depth += token.matches("[(\\[]") ? 1 : token.matches("[)\\]]") ? -1 : 0;
      if (token.equals("|") && depth == 0) {
        choices.add(new ArrayList<>());
      } else {
        choices.getLast().add(token);
      }
    }
    List<String> chosen = choices.get(random.nextInt(choices.size()));
    StringBuilder said = new StringBuilder();
    for (int at = 0; at < chosen.size(); at++) {
      String token = chosen.get(at);
      if (token.matches("[(\\[]")) {
        int end = end(chosen, at);
        if (token.equals("(") || random.nextBoolean()) {
          said.append(any(chosen.subList(at + 1, end), random));
        }
        at = end;
      } else if (token.startsWith("<")) {
        String name = token.substring(1, token.length() - 1);
        said.append(name.equals("NULL") ? "" : sentence(name, random));
      } else if (!token.equals("+")) {
        said.append(token);
      }
    }
    return said.toString();
  }

  private static int end(List<String> tokens, int from) {
    int depth = 0;
    for (int at = from; at < tokens.size(); at++) {
      depth += tokens.get(at).matches("[(\\[]") ? 1 : tokens.get(at).matches("[)\\]]") ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException("no end in " + tokens);
  }
}
