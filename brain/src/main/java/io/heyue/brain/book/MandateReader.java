package io.heyue.brain.book;

import io.heyue.core.base.Lang;
import io.heyue.core.base.ModelUse;
import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Mandate.Texts;
import io.heyue.core.portfolio.Patience;
import io.heyue.core.portfolio.Proofs;
import io.heyue.core.portfolio.Waits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a lender lets us offer, and how it wants to be named in each language. */
final class MandateReader {
  private static final Texts NO_TEXTS = new Texts("", "", "", "", "");

  /** Stands in while a faulty file is read to its end. */
  private static final Proofs NO_PROOFS = new Proofs(1, 1, 1);

  private static final Patience NO_PATIENCE = new Patience(1, 1, Duration.ZERO);

  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Waits NO_WAITS = new Waits(MOMENT, MOMENT, MOMENT, MOMENT, MOMENT, MOMENT);

  private final Map<Lang, Mandate> mandates = new EnumMap<>(Lang.class);
  private final Map<String, ModelUse> modelUses = new TreeMap<>();
  private final Map<String, Double> voices = new TreeMap<>();

  Map<Lang, Mandate> mandates() {
    return mandates;
  }

  /** What single lenders let a chat model help with, by their names. */
  Map<String, ModelUse> modelUses() {
    return modelUses;
  }

  /** How much single lenders let a voice count beside its words, by their names. */
  Map<String, Double> voices() {
    return voices;
  }

  void read(Source source) {
    source.read(this::mandate);
  }

  private void mandate(Entry entry) {
    int promiseWithinDays = entry.need("promise_within_days", FormReader::positive, 1);
    int extensionDays = entry.need("extension_days", FormReader::notNegative, 0);
    int instalments = entry.need("instalments", FormReader::notNegative, 0);
    Currency currency = entry.need("currency", MandateReader::currency, Money.CNY);
    Money least =
        entry.need(
            "least_instalment",
            item -> item.parse(text -> Money.parse(text, currency)),
            Money.zero(currency));
    int answerDays = entry.need("answer_days", FormReader::positive, 1);
    BigDecimal reduction = entry.need("reduction", MandateReader::part, BigDecimal.ZERO);
    Proofs proofs = entry.need("proofs", MandateReader::proofs, NO_PROOFS);
    Patience patience = entry.need("patience", MandateReader::patience, NO_PATIENCE);
    Waits waits = entry.need("waits", MandateReader::waits, NO_WAITS);
    Labelling labelling = entry.find("labels", MandateReader::labelling).orElse(Labelling.NONE);
    Map<Lang, Texts> texts = entry.need("texts", MandateReader::texts, Map.of());
    ModelUse model = entry.find("chat_model", this::models).orElse(ModelUse.NONE);
    double voice = entry.find("voice_emotion", this::voice).orElse(0.0);
    for (Lang lang : Lang.values()) {
      Texts words = texts.getOrDefault(lang, NO_TEXTS);
      mandates.put(
          lang,
          new Mandate(
              words.speaker(),
              words.hotline(),
              words.site(),
              words.payAt(),
              words.helpLine(),
              promiseWithinDays,
              extensionDays,
              instalments,
              least,
              answerDays,
              reduction,
              proofs,
              patience,
              waits,
              labelling,
              texts,
              model,
              voice));
    }
  }

  /** What all lenders let it help with, and beside it what single ones do. */
  private ModelUse models(Item item) {
    Entry entry = item.entry();
    ModelUse all = model(entry);
    entry
        .find("lenders", Item::entry)
        .ifPresent(lenders ->
            lenders.each((name, each) -> {
              Entry one = each.entry();
              modelUses.put(name, model(one));
              one.end();
            }));
    entry.end();
    return all;
  }

  /** How much a voice counts with all lenders, and beside it with single ones. */
  private double voice(Item item) {
    Entry entry = item.entry();
    double all = entry.need("reliability", MandateReader::part, BigDecimal.ZERO).doubleValue();
    entry
        .find("lenders", Item::entry)
        .ifPresent(
            lenders -> lenders.each((name, each) -> voices.put(name, part(each).doubleValue())));
    entry.end();
    return all;
  }

  private static ModelUse model(Entry entry) {
    return new ModelUse(
        entry.find("reading", Item::flag).orElse(false),
        entry.find("phrasing", Item::flag).orElse(false));
  }

  private static Proofs proofs(Item item) {
    Entry entry = item.entry();
    int tries = entry.need("tries", FormReader::positive, 1);
    int failures = entry.need("failures", FormReader::positive, tries);
    int days = entry.need("days", FormReader::positive, 1);
    entry.end();
    if (failures < tries) {
      throw item.unreadable(
          "There are "
              + failures
              + " failures for "
              + tries
              + " tries of one conversation. Maybe at least as many.");
    }
    return new Proofs(tries, failures, days);
  }

  private static Patience patience(Item item) {
    Entry entry = item.entry();
    int grace = entry.need("grace_days", FormReader::positive, 1);
    int after = entry.need("ask_after_promise_days", FormReader::positive, grace);
    Duration part = entry.need("peace_after_part", Item::duration, Duration.ZERO);
    entry.end();
    if (after < grace || part.isNegative()) {
      throw item.unreadable(
          "A promise is asked after "
              + after
              + " days and broken after "
              + grace
              + ", and a part gives "
              + part
              + " of peace. Maybe at least as many days, and a time above 0.");
    }
    return new Patience(grace, after, part);
  }

  private static Waits waits(Item item) {
    Entry entry = item.entry();
    Waits waits =
        new Waits(
            entry.need("claimed_payment", MandateReader::wait, MOMENT),
            entry.need("chat_answer", MandateReader::wait, MOMENT),
            entry.need("text_answer", MandateReader::wait, MOMENT),
            entry.need("confirmation", MandateReader::wait, MOMENT),
            entry.need("link", MandateReader::wait, MOMENT),
            entry.need("decision", MandateReader::wait, MOMENT));
    entry.end();
    return waits;
  }

  private static Labelling labelling(Item item) {
    Entry entry = item.entry();
    Labelling labelling =
        new Labelling(
            entry.need("unsure_below", MandateReader::part, BigDecimal.ZERO).doubleValue(),
            entry.need("per_day", FormReader::notNegative, 0));
    entry.end();
    return labelling;
  }

  private static Duration wait(Item item) {
    Duration wait = item.duration();
    if (!wait.isPositive()) {
      throw item.unreadable("The time is " + wait + "; it must be above 0. Maybe a sign too many.");
    }
    return wait;
  }

  private static Map<Lang, Texts> texts(Item item) {
    Entry languages = item.entry();
    Map<Lang, Texts> texts = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      texts.put(lang, languages.need(lang.code(), MandateReader::language, NO_TEXTS));
    }
    languages.end();
    return texts;
  }

  private static Texts language(Item item) {
    Entry entry = item.entry();
    Texts texts =
        new Texts(
            entry.need("speaker", Item::text, ""),
            entry.need("hotline", Item::text, ""),
            entry.need("site", Item::text, ""),
            entry.need("pay_at", Item::text, ""),
            entry.need("help_line", Item::text, ""));
    entry.end();
    return texts;
  }

  private static Currency currency(Item item) {
    String code = item.text();
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw item.unreadable("There is no currency '" + code + "'. Maybe 'CNY' (ISO 4217).");
    }
  }

  private static BigDecimal part(Item item) {
    BigDecimal part = item.decimal();
    if (part.signum() < 0 || part.compareTo(BigDecimal.ONE) > 0) {
      throw item.unreadable(
          "The part is " + part + "; it must be from 0 to 1. Maybe it is meant in per cent.");
    }
    return part;
  }
}
