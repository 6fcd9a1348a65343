package io.heyue.bench;

import io.heyue.core.base.Rng;
import java.util.List;

/**
 * Makes strings from a seed that no telephone and no keyboard makes, but that come all the same:
 * lone surrogates, heaps of combining marks, text that runs both ways, bytes that are no text,
 * words of ours torn and repeated, and now and then a megabyte of one of them.
 */
final class OddStrings {
  /** One in so many is as long as {@link #LONG}. */
  private static final int RARELY = 5_000;

  private static final int LONG = 1 << 20;

  private static final List<String> PIECES =
      List.of(
          "还",
          "钱",
          "下周五",
          "两千三",
          "一万二",
          "贰仟叁佰元整",
          "农历腊月二十",
          "每月十五",
          "唔得",
          "還款",
          "幺三八",
          "pay",
          "next Friday",
          "£40",
          "twelve instalments",
          "Q",
          "1e309",
          "0x7f",
          "-0",
          "9".repeat(40),
          "十".repeat(30),
          "百分之",
          "%",
          "½",
          "٣",
          "१",
          "①",
          "Ⅷ",
          "{name}",
          "[SEP]",
          "<b>",
          "&nbsp;",
          "\\u0000",
          "! ",
          "，",
          "累死了想死",
          "嗯",
          "and");

  private static final String MARKS = "\u0301\u0489\u20e3\ufe0f\u200d\u0e4d\u064b";

  private static final String WAYS = "\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2069\u200f\u061c";

  private static final String BREAKS =
      " \n\r\t\u0000\u0007\u001b\u0085\u00a0\u2028\u3000\ufeff\uffff";

  private final Rng rng;

  OddStrings(Rng rng) {
    this.rng = rng;
  }

  String next() {
    StringBuilder text = new StringBuilder();
    int kind = rng.nextInt(6);
    int pieces = 1 + rng.nextInt(rng.nextInt(8) == 0 ? 200 : 12);
    for (int piece = 0; piece < pieces; piece++) {
      add(kind == 5 ? rng.nextInt(5) : kind, text);
    }
    return rng.nextInt(RARELY) == 0
        ? text.toString().repeat(Math.max(1, LONG / Math.max(1, text.length())))
        : text.toString();
  }

  private void add(int kind, StringBuilder text) {
    switch (kind) {
      case 0 -> text.append((char) (0xd800 + rng.nextInt(0x800)));
      case 1 -> text.append(pick(PIECES)).append(any(MARKS).repeat(1 + rng.nextInt(40)));
      case 2 -> text.append(any(WAYS)).append(pick(PIECES)).append(any(WAYS));
      case 3 -> text.append((char) rng.nextInt(0x100)).append(any(BREAKS));
      default -> words(text);
    }
  }

  private void words(StringBuilder text) {
    switch (rng.nextInt(4)) {
      case 0 -> text.append(pick(PIECES));
      case 1 -> text.append(pick(PIECES)).append(any(BREAKS));
      case 2 -> text.appendCodePoint(rng.nextInt(Character.MAX_CODE_POINT + 1));
      default -> {
        String piece = pick(PIECES);
        text.append(piece, 0, rng.nextInt(piece.length() + 1));
      }
    }
  }

  private String pick(List<String> all) {
    return all.get(rng.nextInt(all.size()));
  }

  private String any(String letters) {
    return String.valueOf(letters.charAt(rng.nextInt(letters.length())));
  }
}
