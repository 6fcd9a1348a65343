package io.heyue.voice.speech;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mandarin as pinyin with tones 1 to 5, by HanLP's dictionary of words; what is read in two ways
 * and decides what a borrower hears is decided here: 还 (to pay back, or still) by what stands
 * beside it.
 */
final class Pinyin {
  /** A stretch in Latin letters, which another voice says. */
  private static final Pattern FOREIGN = Pattern.compile("[A-Za-z][A-Za-z' ]*");

  /** Behind 还 these say that it is hái, still. */
  private static final String STILL =
      "(?!是|有|没|需|可|会|要|想|能|在|未|欠|剩|差|好|以|记|应|将|请|一直|多次|这么|那么|本来" + "|得(?![起了上清完])|不(?![上起了清掉完]))";

  /** Where 还 is huán, to pay back. */
  private static final Pattern PAY_BACK =
      Pattern.compile(
          "(?<=[应要能先再偿归已经该想来去清期没])还"
              + STILL
              + "|还"
              + STILL
              + "(?=[款钱清上掉完给债贷零一二两三四五六七八九十百千万几多半这那最部本利得了吗呢吧的不，。？])");

  /** Where 得 is děi, must. */
  private static final Pattern MUST = Pattern.compile("(?<=[还就总都也必您你我])得(?![到起上出了清来])");

  private static final String SAID_AS_PAY = "环";

  private Pinyin() {}

  /**
   * A stretch of words.
   *
   * @param foreign whether it is no Mandarin; then it is as it was
   */
  record Run(String written, boolean foreign) {}

  static List<Run> runs(String words) {
    List<Run> runs = new ArrayList<>();
    Matcher foreign = FOREIGN.matcher(words);
    int from = 0;
    while (foreign.find()) {
      add(runs, words.substring(from, foreign.start()));
      runs.add(new Run(foreign.group().strip(), true));
      from = foreign.end();
    }
    add(runs, words.substring(from));
    return runs;
  }

  private static void add(List<Run> runs, String words) {
    if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
      runs.add(new Run(of(words), false));
    }
  }

  /** The pinyin of words, punctuation as it was. */
  static String of(String words) {
    String unambiguous = PAY_BACK.matcher(words).replaceAll(SAID_AS_PAY);
    List<com.hankcs.hanlp.dictionary.py.Pinyin> read = HanLP.convertToPinyinList(unambiguous);
    Matcher must = MUST.matcher(unambiguous).useTransparentBounds(true);
    StringBuilder said = new StringBuilder();
    for (int at = 0; at < read.size(); at++) {
      String sound =
          must.region(at, unambiguous.length()).lookingAt() ? "dei3" : read.get(at).name();
      if (sound.startsWith("none")) {
        said.append(mark(unambiguous.charAt(at)));
      } else {
        said.append(said.isEmpty() || said.charAt(said.length() - 1) == ' ' ? "" : " ")
            .append(sound);
      }
    }
    return said.toString();
  }

  /** What is written between Chinese words, as espeak-ng pauses at it. */
  private static String mark(char written) {
    return switch (written) {
      case '，', '、', '；', '：' -> ", ";
      case '。' -> ". ";
      case '？' -> "? ";
      case '！' -> "! ";
      default -> Character.isLetterOrDigit(written) ? String.valueOf(written) : " ";
    };
  }
}
