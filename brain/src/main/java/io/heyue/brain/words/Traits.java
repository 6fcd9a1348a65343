package io.heyue.brain.words;

import io.heyue.core.base.Lang;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a sentence into hashed features [1]: its letters or words in short runs, the concepts that
 * it holds, and which concept follows which. All together have a length of 1. Thread-safe.
 *
 * <p>[1] Weinberger et al., Feature Hashing for Large Scale Multitask Learning,
 * https://arxiv.org/abs/0902.2206
 */
final class Traits {
  static final int BUCKETS = 1 << 18;

  /** So many pieces are told apart where it is asked whether they are known. */
  static final int PIECES = 1 << 22;

  /** So many concepts back one still counts as following another. */
  private static final int REACH = 5;

  private static final float RUN = 1f;
  private static final float CONCEPT = 1.6f;
  private static final float PAIR = 1.3f;

  private final Lang lang;
  private final Concepts concepts;

  Traits(Lang lang, Concepts concepts) {
    this.lang = lang;
    this.concepts = concepts;
  }

  /** What a sentence has: buckets, ascending, and how much each weighs. */
  static final class Trait {
    private final int[] buckets;
    private final float[] weights;

    Trait(int[] buckets, float[] weights) {
      this.buckets = buckets;
      this.weights = weights;
    }

    int[] buckets() {
      return buckets;
    }

    float[] weights() {
      return weights;
    }
  }

  Trait of(String sentence) {
    Map<Integer, Float> found = new HashMap<>();
    String text = plain(sentence);
    switch (lang) {
      case ZH -> characters(text, found);
      case EN -> words(text, found);
    }
    concepts(text, found);
    if (sentence.indexOf('?') >= 0) {
      add("?", RUN, found);
    }
    return scaled(found);
  }

  /** The pieces by which it is told whether a sentence is anything that somebody would say. */
  List<Integer> pieces(String sentence) {
    String text = plain(sentence);
    List<Integer> pieces = new ArrayList<>();
    switch (lang) {
      case ZH -> {
        for (int at = 0; at + 2 <= text.length(); at++) {
          if (text.charAt(at) != ' ' && text.charAt(at + 1) != ' ') {
            pieces.add(piece(text.substring(at, at + 2)));
          }
        }
      }
      case EN -> {
        for (String word : text.split(" ", -1)) {
          if (!word.isEmpty()) {
            pieces.add(piece(word));
          }
        }
      }
    }
    return pieces;
  }

  /** One sort of digit, one sort of gap, none at the ends. */
  private static String plain(String sentence) {
    StringBuilder plain = new StringBuilder(sentence.length());
    for (int index = 0; index < sentence.length(); index++) {
      char unit = sentence.charAt(index);
      if (Character.isDigit(unit)) {
        unit = '0';
      } else if (!Character.isLetter(unit) && unit != '\'') {
        unit = ' ';
      }
      boolean again =
          (unit == ' ' || unit == '0')
              && !plain.isEmpty()
              && plain.charAt(plain.length() - 1) == unit;
      if (!again) {
        plain.append(unit);
      }
    }
    return plain.toString().strip();
  }

  private static void characters(String text, Map<Integer, Float> found) {
    String bounded = "^" + text + "$";
    for (int start = 0; start < bounded.length(); start++) {
      for (int length = 1; length <= 4 && start + length <= bounded.length(); length++) {
        add(bounded.substring(start, start + length), RUN, found);
      }
    }
  }

  private static void words(String text, Map<Integer, Float> found) {
    String before = "^";
    String last = "^";
    for (String word : text.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      add("w:" + word, RUN, found);
      add("b:" + last + ' ' + word, RUN, found);
      add("t:" + before + ' ' + last + ' ' + word, RUN, found);
      String bounded = "^" + word + "$";
      for (int start = 0; start + 5 <= bounded.length(); start++) {
        add("l:" + bounded.substring(start, start + 5), RUN / 2, found);
      }
      before = last;
      last = word;
    }
    add("b:" + last + " $", RUN, found);
  }

  private void concepts(String text, Map<Integer, Float> found) {
    List<String> met = new ArrayList<>();
    concepts.in(text).forEach(each -> met.add(each.concept()));
    for (int index = 0; index < met.size(); index++) {
      add("c:" + met.get(index), CONCEPT, found);
      for (int back = Math.max(0, index - REACH); back < index; back++) {
        if (!met.get(back).equals(met.get(index))) {
          add("p:" + met.get(back) + '>' + met.get(index), PAIR, found);
        }
      }
      if (index >= 2) {
        add(
            "q:" + met.get(index - 2) + '>' + met.get(index - 1) + '>' + met.get(index),
            PAIR,
            found);
      }
    }
    add("n:" + Math.min(6, met.size()), RUN, found);
  }

  private static void add(String trait, float weight, Map<Integer, Float> found) {
    found.merge(bucket(trait), weight, Math::max);
  }

  private static int piece(String piece) {
    int hash = piece.hashCode() * 0x9E3779B1;
    return (hash ^ (hash >>> 13)) & (PIECES - 1);
  }

  private static int bucket(String trait) {
    int hash = trait.hashCode() * 0x9E3779B1;
    return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }

  private static Trait scaled(Map<Integer, Float> found) {
    int[] buckets = found.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    float[] weights = new float[buckets.length];
    double square = 0;
    for (int index = 0; index < buckets.length; index++) {
      weights[index] = found.getOrDefault(buckets[index], 0f);
      square += weights[index] * weights[index];
    }
    float scale = (float) (1 / Math.sqrt(Math.max(square, 1e-9)));
    for (int index = 0; index < weights.length; index++) {
      weights[index] *= scale;
    }
    return new Trait(buckets, weights);
  }
}
