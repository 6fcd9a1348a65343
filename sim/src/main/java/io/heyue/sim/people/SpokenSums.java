package io.heyue.sim.people;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.sim.world.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sums as people write and say them: 1500块, 一千五, ¥1,500, 1.5k. */
final class SpokenSums {
  private static final String DIGITS = "零一二三四五六七八九";

  private SpokenSums() {}

  static String say(Money sum, Lang lang, Rng rng) {
    return switch (lang) {
      case ZH -> Draws.one(chinese(sum), rng);
      case EN -> Draws.one(english(sum), rng);
    };
  }

  /** As somebody says it who wants to be understood. */
  static String aloud(Money sum, Lang lang) {
    String plain = sum.decimal().stripTrailingZeros().toPlainString();
    return switch (lang) {
      case ZH -> plain + "元";
      case EN -> plain + " yuan";
    };
  }

  /** A number as it is said aloud: one by one, with a breath between. */
  static String digits(String number, Lang lang) {
    return switch (lang) {
      case ZH ->
          number
              .chars()
              .mapToObj(sign ->
                  Character.isDigit(sign)
                      ? digit(sign - '0')
                      : Character.toString(sign).toUpperCase(Locale.ROOT))
              .collect(Collectors.joining());
      case EN -> String.join(", ", number.split(""));
    };
  }

  private static List<String> chinese(Money sum) {
    String plain = sum.decimal().stripTrailingZeros().toPlainString();
    List<String> forms = new ArrayList<>(List.of(plain + "块", plain + "元", plain + "块钱"));
    if (sum.minor() % 100 == 0 && sum.minor() < 10_000_000) {
      int yuan = (int) (sum.minor() / 100);
      forms.add(numeral(yuan) + "块");
      forms.add(numeral(yuan) + "块钱");
      if (yuan > 1000 && yuan < 10_000 && yuan % 1000 != 0 && yuan % 100 == 0) {
        forms.add(digit(yuan / 1000) + "千" + digit(yuan % 1000 / 100));
      }
    }
    return forms;
  }

  private static List<String> english(Money sum) {
    String plain = sum.decimal().stripTrailingZeros().toPlainString();
    List<String> forms = new ArrayList<>(List.of(plain + " yuan", "CNY " + plain, plain + " RMB"));
    if (sum.minor() % 100 == 0) {
      forms.add(String.format(Locale.ROOT, "%,d yuan", sum.minor() / 100));
    }
    return forms;
  }

  /** 1 to 99,999 in Chinese numerals. */
  static String numeral(int number) {
    StringBuilder out = new StringBuilder();
    int rest = number;
    boolean gap = false;
    int[] units = {10_000, 1000, 100, 10, 1};
    String[] names = {"万", "千", "百", "十", ""};
    for (int i = 0; i < units.length; i++) {
      int digit = rest / units[i];
      rest %= units[i];
      if (digit == 0) {
        gap = !out.isEmpty();
        continue;
      }
      if (gap) {
        out.append('零');
        gap = false;
      }
      boolean ten = units[i] == 10 && digit == 1 && out.isEmpty();
      out.append(ten ? "" : digit(digit)).append(names[i]);
    }
    return out.toString();
  }

  private static String digit(int digit) {
    return String.valueOf(DIGITS.charAt(digit));
  }
}
