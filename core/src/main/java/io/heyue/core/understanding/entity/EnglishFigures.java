package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Percentages, positions, instalments and bare numbers in English: 24%, the third, 12 payments. */
final class EnglishFigures implements Recogniser {

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    if (Cursor.isLetter(scene.before(start, 1))) {
      return null;
    }
    Cursor cursor = scene.cursor(start);
    boolean the = cursor.take("the ");
    boolean figures = Cursor.isDigit(cursor.here());
    int ordinal = EnglishNumber.ordinal(cursor);
    if (ordinal > 0) {
      boolean counted =
          EnglishNumber.word(cursor, " instalment", " installment", " payment", " time") >= 0;
      if (!the && !figures && !counted) {
        return null;
      }
      return Mention.sure(EntityType.ORDINAL, start, cursor.at(), new Value.Ordinal(ordinal));
    }
    Count count = EnglishNumber.read(cursor);
    if (count == null) {
      return null;
    }
    int end = cursor.at();
    cursor.space();
    if (cursor.take("%") || EnglishNumber.word(cursor, "percent", "per cent") >= 0) {
      BigDecimal fraction = count.low().movePointLeft(2);
      BigDecimal plain = fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
      return Mention.sure(EntityType.PERCENT, start, cursor.at(), new Value.Percent(plain));
    }
    cursor.back(end);
    Mention instalments = instalments(start, cursor, count, scene);
    return instalments == null ? number(start, end, count, scene) : instalments;
  }

  private static @Nullable Mention instalments(int start, Cursor cursor, Count count, Scene scene) {
    cursor.takeAny(" ", "-");
    EnglishNumber.word(cursor, "equal ", "monthly ", "smaller ", "small ");
    cursor.takeAny("equal ", "monthly ", "smaller ", "small ", "weekly ");
    boolean named =
        EnglishNumber.word(
                cursor,
                "instalments",
                "installments",
                "payments",
                "instalment plan",
                "installment plan",
                "parts")
            >= 0;
    if (!named) {
      boolean months =
          EnglishNumber.word(
                  cursor, "month plan", "months plan", "month payment plan", "month arrangement")
              >= 0;
      boolean over =
          (scene.follows(start, "over ")
                  || scene.follows(start, "split it into ")
                  || scene.follows(start, "spread over "))
              && EnglishNumber.word(cursor, "months", "month") >= 0;
      named = months || over;
    }
    boolean fits = count.within(2, 600);
    return named && fits
        ? Mention.sure(
            EntityType.INSTALMENTS, start, cursor.at(), new Value.Instalments(count.toInt()))
        : null;
  }

  private static @Nullable Mention number(int start, int end, Count count, Scene scene) {
    boolean western = count.form() == Count.Form.WESTERN || count.form() == Count.Form.UNITS;
    String words = scene.text().substring(start, end);
    boolean pronoun = words.equals("one") && !scene.isAlone(start, end);
    if ((!western && pronoun)
        || Cursor.isWordPart(end < scene.text().length() ? scene.text().charAt(end) : 0)) {
      return null;
    }
    List<Value> others = count.isRange() ? List.of(new Value.Numeral(count.high())) : List.of();
    return new Mention(
        EntityType.NUMBER, start, end, new Value.Numeral(count.low()), others, count.vague(), 0.8);
  }
}
