package io.heyue.core.understanding.entity;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word or sign for a currency.
 *
 * @param word in the normal spelling
 * @param code ISO 4217, or null where it names whatever currency is usual (元, dollars)
 */
record CurrencyName(String word, @Nullable String code) {

  /** Longer words before their heads. */
  private static final List<CurrencyName> AFTER =
      names(
          "元人民币=CNY",
          "块人民币=CNY",
          "人民币=CNY",
          "rmb=CNY",
          "cny=CNY",
          "元美元=USD",
          "美元=USD",
          "美金=USD",
          "美刀=USD",
          "usd=USD",
          "刀=USD",
          "元欧元=EUR",
          "欧元=EUR",
          "eur=EUR",
          "元港币=HKD",
          "元港元=HKD",
          "港元=HKD",
          "港币=HKD",
          "hkd=HKD",
          "元日币=JPY",
          "元日元=JPY",
          "日元=JPY",
          "日币=JPY",
          "jpy=JPY",
          "英镑=GBP",
          "gbp=GBP",
          "新台币=TWD",
          "台币=TWD",
          "台元=TWD",
          "澳元=AUD",
          "澳币=AUD",
          "加元=CAD",
          "加币=CAD",
          "韩元=KRW",
          "韩币=KRW",
          "卢布=RUB",
          "泰铢=THB",
          "新加坡元=SGD",
          "新币=SGD",
          "瑞士法郎=CHF",
          "澳门元=MOP",
          "澳门币=MOP",
          "葡币=MOP",
          "卢比=INR",
          "越南盾=VND",
          "林吉特=MYR");

  private static final List<CurrencyName> BEFORE =
      names(
          "人民币=CNY", "rmb=CNY", "cny=CNY", "¥=CNY", "us$=USD", "美元=USD", "美金=USD", "usd=USD",
          "hk$=HKD", "nt$=TWD", "a$=AUD", "s$=SGD", "$=USD", "€=EUR", "eur=EUR", "£=GBP", "gbp=GBP",
          "港币=HKD", "港元=HKD", "hkd=HKD", "新台币=TWD", "台币=TWD", "欧元=EUR", "英镑=GBP", "日元=JPY");

  private static List<CurrencyName> names(String... pairs) {
    return List.of(pairs).stream()
        .map(pair -> pair.split("=", 2))
        .map(pair -> new CurrencyName(pair[0], pair[1]))
        .toList();
  }

  /** Takes a currency that stands before its sum: ¥, 人民币, USD. */
  static @Nullable CurrencyName takeBefore(Cursor cursor) {
    return take(cursor, BEFORE);
  }

  /** Takes a foreign or full currency word behind a sum: 美元, 元人民币. */
  static @Nullable CurrencyName takeAfter(Cursor cursor) {
    return take(cursor, AFTER);
  }

  private static @Nullable CurrencyName take(Cursor cursor, List<CurrencyName> names) {
    for (CurrencyName name : names) {
      if (cursor.take(name.word)) {
        return name;
      }
    }
    return null;
  }

  Currency or(Currency usual) {
    return code == null ? usual : Currency.getInstance(code);
  }
}
