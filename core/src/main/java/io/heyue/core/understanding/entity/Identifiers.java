package io.heyue.core.understanding.entity;

import io.heyue.core.base.PhoneNumber;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that say who somebody is: telephone, identity card, bank card; typed with or without
 * spaces and hyphens, or spoken digit by digit (幺三八零零…).
 */
final class Identifiers implements Recogniser {
  private static final int MOST_DIGITS = 20;

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    boolean plus = cursor.take("+");
    boolean bracket = !plus && cursor.take("(");
    int first = cursor.at();
    StringBuilder digits = new StringBuilder();
    int separators = 0;
    int end = first;
    while (digits.length() < MOST_DIGITS) {
      int digit = digit(cursor.here());
      if (digit >= 0) {
        digits.append(digit);
        cursor.back(cursor.at() + 1);
        end = cursor.at();
      } else if (!digits.isEmpty() && cursor.seesOneOf(" -)(") && separators < 6) {
        cursor.back(cursor.at() + 1);
        separators++;
      } else {
        break;
      }
    }
    if (digits.length() < 7
        || digit(scene.text().length() > end ? scene.text().charAt(end) : 0) >= 0) {
      return null;
    }
    cursor.back(end);
    if (digits.length() == 17 && cursor.take("x")) {
      return identityCard(start, cursor.at(), digits.append('X').toString(), scene);
    }
    return named(start, end, digits.toString(), plus, bracket, separators, scene);
  }

  private static @Nullable Mention named(
      int start,
      int end,
      String digits,
      boolean plus,
      boolean bracket,
      int separators,
      Scene scene) {
    if (!plus && digits.length() == 18) {
      Mention identity = identityCard(start, end, digits, scene);
      if (identity != null) {
        return identity;
      }
    }
    if (!plus && !bracket && digits.length() >= 15 && digits.length() <= 19) {
      boolean valid = isLuhn(digits);
      boolean called =
          isCalled(scene, start, "卡", "账号", "账户", "银行", "card", "account")
              || isCard(scene, end)
              || (digits.length() >= 16 && isAtBank(scene, start));
      return valid || called
          ? mention(EntityType.BANK_CARD, start, end, new Value.BankCard(digits, valid))
          : null;
    }
    Optional<PhoneNumber> phone = phone(digits, plus, bracket || separators > 0, scene, start);
    return phone
        .map(number -> mention(EntityType.PHONE, start, end, new Value.Phone(number)))
        .orElse(null);
  }

  private static Optional<PhoneNumber> phone(
      String digits, boolean plus, boolean parted, Scene scene, int start) {
    if (plus) {
      return digits.length() >= 8 && digits.length() <= 15 && digits.charAt(0) != '0'
          ? Optional.of(new PhoneNumber("+" + digits))
          : Optional.empty();
    }
    if (digits.startsWith("400") && digits.length() == 10) {
      return Optional.of(new PhoneNumber("+86" + digits));
    }
    if (digits.length() == 10
        && "23456789".indexOf(digits.charAt(0)) >= 0
        && (parted || isCalled(scene, start, "phone", "call", "number", "cell"))
        && "USD".equals(scene.currency().getCurrencyCode())) {
      return Optional.of(new PhoneNumber("+1" + digits));
    }
    return digits.length() >= 10 && digits.length() <= 15
        ? PhoneNumber.find(digits)
        : Optional.empty();
  }

  private static @Nullable Mention identityCard(int start, int end, String digits, Scene scene) {
    boolean valid = isIdentityNumber(digits);
    boolean called = isCalled(scene, start, "身份证", "证件", "id number", "id card");
    boolean plausible = isBirthday(digits) && digits.charAt(0) != '0';
    return valid || called || plausible
        ? mention(EntityType.ID_CARD, start, end, new Value.IdCard(digits, valid))
        : null;
  }

  private static boolean isBirthday(String digits) {
    int year = Integer.parseInt(digits.substring(6, 10));
    return year >= 1900
        && year <= 2099
        && NumericDates.stretch(
                year,
                Integer.parseInt(digits.substring(10, 12)),
                Integer.parseInt(digits.substring(12, 14)))
            != null;
  }

  /** GB 11643-1999 with the check character of ISO 7064, MOD 11-2. */
  static boolean isIdentityNumber(String digits) {
    if (digits.length() != 18) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      int weight = (1 << (17 - i)) % 11;
      sum += weight * (digits.charAt(i) - '0');
    }
    return "10X98765432".charAt(sum % 11) == digits.charAt(17) && isBirthday(digits);
  }

  /** The check digit of ISO/IEC 7812-1, annex B (Luhn). */
  static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static boolean isCalled(Scene scene, int start, String... names) {
    String before = scene.text().substring(Math.max(0, start - 16), start);
    for (String name : names) {
      if (before.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** …这张卡: the word may come behind the number. */
  private static boolean isCard(Scene scene, int end) {
    String behind = scene.text().substring(end, Math.min(scene.text().length(), end + 8));
    return behind.contains("卡")
        || behind.contains("账户")
        || behind.contains("账号")
        || behind.contains("card")
        || behind.startsWith("这张")
        || behind.startsWith("那张");
  }

  /** 工行, 农行, 建行 and so on are short for a bank; so are what one does with an account. */
  private static boolean isAtBank(Scene scene, int start) {
    return isCalled(
        scene, start, "工行", "农行", "建行", "中行", "交行", "招行", "邮储", "农商行", "信用社", "农信", "浦发", "民生",
        "转到", "打到", "汇到", "存到", "转进", "打进", "划到", "绑的", "代扣");
  }

  private static int digit(char c) {
    return c == '两' ? -1 : ChineseDigit.anyValue(c);
  }

  private static Mention mention(EntityType type, int start, int end, Value value) {
    return Mention.sure(type, start, end, value);
  }
}
