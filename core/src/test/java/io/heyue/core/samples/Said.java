package io.heyue.core.samples;

import io.heyue.core.base.Grain;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Language;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An utterance with its meaning, put together by hand: {@code Said.that("…").means(…)}. */
public final class Said {
  private final String text;
  private final List<ScoredIntent> intents = new ArrayList<>();
  private final List<Entity> entities = new ArrayList<>();
  private Emotion emotion = Emotion.calm();

  private Said(String text) {
    this.text = text;
  }

  public static Said that(String text) {
    return new Said(text);
  }

  /** What an event without words means. */
  public static Understanding nothing() {
    return that("").understood();
  }

  public Said means(Intent intent) {
    return means(intent, 0.9);
  }

  public Said means(Intent intent, double confidence) {
    intents.add(new ScoredIntent(intent, confidence));
    return this;
  }

  public Said feeling(Emotion.Feeling feeling, double intensity) {
    emotion = new Emotion(feeling, intensity, List.of());
    return this;
  }

  /** The first {@code words} that stand in the text and are not named yet have this value. */
  public Said names(String words, Value value, Value... alternatives) {
    int from =
        entities.stream()
            .filter(entity -> entity.text().equals(words))
            .mapToInt(entity -> entity.span().end())
            .max()
            .orElse(0);
    int start = text.indexOf(words, from);
    if (start < 0) {
      throw new IllegalArgumentException("'" + words + "' does not stand in '" + text + "'.");
    }
    Span span = Span.of(start, start + words.length());
    entities.add(new Entity(type(value), span, words, value, List.of(alternatives), false, 1));
    return this;
  }

  public Said sum(String words, long yuan) {
    return names(words, new Value.Sum(Money.fen(yuan * 100)));
  }

  public Said day(String words, LocalDate day) {
    return names(words, new Value.Date(day, Grain.DAY));
  }

  public Said month(String words, LocalDate firstDay) {
    return names(words, new Value.Date(firstDay, Grain.MONTH));
  }

  public Said range(String words, LocalDate from, LocalDate to) {
    return names(words, new Value.DateRange(from, to, Grain.DAY));
  }

  public Said time(String words, LocalTime time) {
    return names(words, new Value.Time(time, Grain.MINUTE));
  }

  public Said moment(String words, ZonedDateTime moment) {
    return names(words, new Value.DateTime(moment, Grain.MINUTE));
  }

  public Said share(String words, Value.ShareOf of, String fraction) {
    return names(words, new Value.Share(of, new BigDecimal(fraction)));
  }

  public Said number(String words, String number) {
    return names(words, new Value.Numeral(new BigDecimal(number)));
  }

  public Understanding understood() {
    if (intents.isEmpty()) {
      intents.add(new ScoredIntent(Intent.UNCLEAR, 0.9));
    }
    entities.sort(Comparator.comparingInt(entity -> entity.span().start()));
    return new Understanding(
        text,
        new Language("zh", 1),
        intents,
        entities,
        emotion,
        Cooperation.MID,
        new Provenance("by hand", "none"));
  }

  private static EntityType type(Value value) {
    return switch (value) {
      case Value.Sum _, Value.Share _ -> EntityType.MONEY;
      case Value.Numeral _ -> EntityType.NUMBER;
      case Value.Percent _ -> EntityType.PERCENT;
      case Value.Ordinal _ -> EntityType.ORDINAL;
      case Value.Date _ -> EntityType.DATE;
      case Value.Time _ -> EntityType.TIME;
      case Value.DateTime _ -> EntityType.DATETIME;
      case Value.DateRange _ -> EntityType.DATE_RANGE;
      case Value.DateTimeRange _ -> EntityType.DATETIME_RANGE;
      case Value.Length _ -> EntityType.DURATION;
      case Value.Recurrence _ -> EntityType.RECURRENCE;
      case Value.Phone _ -> EntityType.PHONE;
      case Value.IdCard _ -> EntityType.ID_CARD;
      case Value.BankCard _ -> EntityType.BANK_CARD;
      case Value.Relation _ -> EntityType.RELATION;
      case Value.PaymentEvent _ -> EntityType.PAYMENT_EVENT;
      case Value.Instalments _ -> EntityType.INSTALMENTS;
      case Value.ChannelName _ -> EntityType.CHANNEL;
    };
  }
}
