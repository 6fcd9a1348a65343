package io.heyue.voice.recognise.moonshine;

/** Word error rate: words put in, left out or changed, for each word that was said. */
final class WordErrors {
  private int wrong;
  private int words;
  private int right;
  private int utterances;

  void count(String said, String heard) {
    String[] one = plain(said);
    int distance = distance(one, plain(heard));
    wrong += distance;
    words += one.length;
    utterances++;
    right += distance == 0 ? 1 : 0;
  }

  double rate() {
    return wrong / (double) words;
  }

  @Override
  public String toString() {
    return "%.1f %% of %d words wrong, %d of %d utterances right"
        .formatted(100 * rate(), words, right, utterances);
  }

  /** Figures are as good as words. */
  private static String[] plain(String text) {
    return Written.key(text)
        .replace("two hundred", "200")
        .replace("fifty", "50")
        .replace("fifteenth", "15th")
        .replaceAll("\\bmr\\b", "mister")
        .replaceAll("\\$|\\bdollars\\b", " ")
        .strip()
        .split(" +");
  }

  private static int distance(String[] one, String[] other) {
    int[] row = new int[other.length + 1];
    for (int at = 0; at < row.length; at++) {
      row[at] = at;
    }
    for (int i = 1; i <= one.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int changed = diagonal + (one[i - 1].equals(other[j - 1]) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[other.length];
  }
}
