package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Cuts an utterance into short pieces and hashes them into buckets [1]. Short noisy speech is told
 * apart by single words that a sentence vector blurs.
 *
 * <p>Chinese: one to three characters. English: one and two words, and three to five letters within
 * a word. A short utterance also gives its pieces together with what we had asked.
 *
 * <p>[1] Weinberger et al., Feature Hashing for Large Scale Multitask Learning,
 * https://arxiv.org/abs/0902.2206
 */
final class Pieces {
  static final int BUCKETS = 1 << 16;

  /** Up to this many characters or words an answer is read together with its question. */
  private static final int SHORT_CHINESE = 8;

  private static final int SHORT_ENGLISH = 6;
  private static final Pattern WORD_GAP = Pattern.compile(" ");

  private final Set<Integer> buckets = new TreeSet<>();

  private Pieces() {}

  static int[] of(String plain, String after, Lang lang) {
    Pieces pieces = new Pieces();
    switch (lang) {
      case ZH -> pieces.chinese(plain, after);
      case EN -> pieces.english(plain, after);
    }
    return pieces.buckets.stream().mapToInt(Integer::intValue).toArray();
  }

  private void chinese(String plain, String after) {
    String text = plain.replaceAll("[\\p{P}\\p{S}\\s]+", " ").strip();
    String bounded = "^" + text + "$";
    boolean answers = text.length() <= SHORT_CHINESE && !after.isEmpty();
    for (int start = 0; start < bounded.length(); start++) {
      for (int length = 1; length <= 3 && start + length <= bounded.length(); length++) {
        String piece = bounded.substring(start, start + length);
        add(piece);
        if (answers && length <= 2) {
          add(after + "|" + piece);
        }
      }
    }
    whole(text, after, answers);
  }

  private void english(String plain, String after) {
    String text = plain.replaceAll("[^\\p{L}\\p{N}']+", " ").strip();
    List<String> words = WORD_GAP.splitAsStream(text).toList();
    boolean answers = words.size() <= SHORT_ENGLISH && !after.isEmpty();
    String last = "^";
    for (String word : words) {
      add("w:" + word);
      add("b:" + last + " " + word);
      if (answers) {
        add(after + "|" + word);
      }
      letters("^" + word + "$");
      last = word;
    }
    add("b:" + last + " $");
    whole(text, after, answers);
  }

  private void letters(String word) {
    for (int length = 3; length <= 5; length++) {
      for (int start = 0; start + length <= word.length(); start++) {
        add("l:" + word.substring(start, start + length));
      }
    }
  }

  private void whole(String text, String after, boolean answers) {
    if (answers) {
      add(after + "||");
      add(after + "|=" + text);
    }
  }

  private void add(String piece) {
    int hash = piece.hashCode() * 0x9E3779B1;
    buckets.add((hash ^ (hash >>> 15)) & (BUCKETS - 1));
  }
}
