package io.heyue.brain.noise;

import io.heyue.brain.file.Yaml;
import io.heyue.brain.words.TableReader;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes an utterance as a recogniser would hear it on a bad line: no punctuation, words lost or
 * said twice, others of the same sound in their place, fillers between. Every draw comes from the
 * caller's source of chance. Thread-safe as far as that is.
 */
public final class Noise {
  private static final Pattern MARKS = Pattern.compile("[，。；、！？：,;!?:…~“”\"()（）]+|\\.(?!\\d)");
  private static final Charset GB = Charset.forName("GB18030");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Lang lang;
  private final List<String> fillers;
  private final Map<String, List<String>> slips;
  private final Map<Character, List<Character>> alike;

  private Noise(
      Lang lang,
      List<String> fillers,
      Map<String, List<String>> slips,
      Map<Character, List<Character>> alike) {
    this.lang = lang;
    this.fillers = fillers;
    this.slips = slips;
    this.alike = alike;
  }

  /**
   * That of {@code data/noise/<lang>.yaml}.
   *
   * @throws IllegalArgumentException where the file is missing or is none
   */
  public static Noise read(Path data, Lang lang) {
    Yaml file = Yaml.read(data.resolve("noise").resolve(lang.code() + ".yaml"));
    Map<String, List<String>> slips = new TreeMap<>();
    file.field("slips")
        .elements()
        .map(slip -> slip.elements().map(Yaml::text).toList())
        .forEach(slip ->
            slips.computeIfAbsent(slip.getFirst(), _ -> new ArrayList<>()).add(slip.getLast()));
    return new Noise(
        lang,
        file.field("fillers").elements().map(Yaml::text).toList(),
        slips,
        lang == Lang.ZH ? alike(TableReader.read(data).readings()) : Map.of());
  }

  /** Of each character those that sound the same but for the tone. */
  private static Map<Character, List<Character>> alike(Map<Character, List<String>> readings) {
    Map<String, List<Character>> sounds = new TreeMap<>();
    new TreeMap<>(readings)
        .forEach((character, own) ->
            sounds.computeIfAbsent(sound(own), _ -> new ArrayList<>()).add(character));
    Map<Character, List<Character>> alike = new HashMap<>();
    readings.forEach((character, own) ->
        alike.put(
            character,
            sounds.getOrDefault(sound(own), List.of()).stream()
                .filter(each -> !each.equals(character) && common(each))
                .toList()));
    return alike;
  }

  /** Of the first level of GB 2312, which holds the 3,755 usual characters: nobody hears 吖. */
  private static boolean common(char character) {
    byte[] code = String.valueOf(character).getBytes(GB);
    int first = code[0] & 0xff;
    return code.length == 2 && first >= 0xb0 && first <= 0xd7;
  }

  private static String sound(List<String> readings) {
    String reading = readings.getFirst();
    return reading.substring(0, reading.length() - 1);
  }

  /**
   * As it was heard.
   *
   * @param rate 0 to 1; about this share of the words goes wrong
   */
  public String heard(String text, double rate, Rng rng) {
    String bare = SPACES.matcher(MARKS.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    String slipped = slipped(bare, rate, rng);
    List<String> heard = new ArrayList<>();
    for (String word : words(slipped)) {
      double drawn = rng.nextDouble();
      if (drawn < rate / 4) {
        continue;
      }
      heard.add(drawn < rate ? wrong(word, rng) : word);
      if (rng.nextDouble() < rate / 4) {
        heard.add(rng.nextInt(3) == 0 ? word : fillers.get(rng.nextInt(fillers.size())));
      }
    }
    String joined = heard.stream().collect(Collectors.joining(lang == Lang.ZH ? "" : " ")).strip();
    return joined.isEmpty() ? bare : joined;
  }

  /** Whole words that are easily taken for others. */
  private String slipped(String text, double rate, Rng rng) {
    String result = lang == Lang.EN ? text.toLowerCase(Locale.ROOT) : text;
    for (Map.Entry<String, List<String>> slip : slips.entrySet()) {
      String word = slip.getKey();
      boolean there = lang == Lang.ZH ? result.contains(word) : whole(word).matcher(result).find();
      if (there && rng.nextDouble() < rate) {
        String other = slip.getValue().get(rng.nextInt(slip.getValue().size()));
        result =
            lang == Lang.ZH
                ? result.replace(word, other)
                : whole(word).matcher(result).replaceFirst(other);
      }
    }
    return result;
  }

  private static Pattern whole(String word) {
    return Pattern.compile("\\b" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "\\b");
  }

  /** In Chinese each character by itself. */
  private List<String> words(String text) {
    return lang == Lang.ZH
        ? text.codePoints().mapToObj(Character::toString).toList()
        : List.of(text.split(" ", -1));
  }

  private String wrong(String word, Rng rng) {
    if (word.length() == 1) {
      List<Character> others = alike.getOrDefault(word.charAt(0), List.of());
      return others.isEmpty() ? word : others.get(rng.nextInt(others.size())).toString();
    }
    if (word.length() > 3 && lang == Lang.EN) {
      int cut = 1 + rng.nextInt(word.length() - 2);
      return rng.nextInt(2) == 0 ? word.substring(0, cut) : word.substring(cut);
    }
    return word;
  }
}
