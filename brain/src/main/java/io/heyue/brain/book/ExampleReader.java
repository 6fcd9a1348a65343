package io.heyue.brain.book;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.law.Places;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.Scope;
import io.heyue.core.law.StandingForm;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the examples of one rule: each names only the facts that differ from a case that is lawful
 * in every way.
 */
final class ExampleReader {
  static final Words<Lang> LANG = Words.by("language", Lang.values(), Lang::code);

  private final ContactExample contact;
  private final SampleCase sample;
  private final StandingExample standing;
  private final Optional<RuleForm> form;

  ExampleReader(
      String place,
      LocalDate from,
      Optional<LocalDate> to,
      Scope scope,
      Optional<RuleForm> form,
      Places places) {
    ZoneId zone = place.startsWith("CN") ? ZoneId.of("Asia/Shanghai") : ZoneOffset.UTC;
    LocalDate day = to.filter(last -> last.isBefore(from.plusDays(40))).orElse(from.plusDays(40));
    this.contact = new ContactExample(place, zone, day, scope, places);
    this.sample = new SampleCase(place, zone, day, scope);
    this.standing = new StandingExample(sample, day);
    this.form = form;
  }

  Example read(Item item, boolean permitted) {
    if (form.isEmpty()) {
      return new Example(item.line(), permitted, _ -> !permitted);
    }
    Entry entry = item.entry();
    Example example =
        switch (form.get()) {
          case RuleForm.HoldBar bar when bar.asking() -> asking(bar, entry, permitted);
          case RuleForm.ContactWindow _,
              RuleForm.FrequencyCap _,
              RuleForm.CoolingOff _,
              RuleForm.HoldBar _,
              RuleForm.FlagBar _,
              RuleForm.ConsentNeeded _,
              RuleForm.LawfulSource _,
              RuleForm.Addressee _,
              RuleForm.ThirdParty _,
              RuleForm.NoticeGate _,
              RuleForm.RequiredFacts _ ->
              contact.read(entry, permitted);
          case RuleForm.Rights rights when entry.has("granted") ->
              done(entry, permitted, "granted", ContactForms.RIGHT, rights.rights());
          case RuleForm.Rights _ -> contact.read(entry, permitted);
          case RuleForm.LimitationGate _ -> limitation(entry, permitted);
          case RuleForm.ContactDuty duty ->
              done(entry, permitted, "done", ContactForms.TASK, duty.tasks());
          case RuleForm.Disclosure disclosure when disclosure.at() != RuleForm.Occasion.OPENING ->
              done(entry, permitted, "carries", WordForms.DUTY, disclosure.duties());
          case RuleForm.Disclosure _,
              RuleForm.ForbiddenWords _,
              RuleForm.RightPartyFirst _,
              RuleForm.FactGate _ ->
              words(entry, permitted);
          case RuleForm.PriceCap cap -> StandingExample.price(entry, permitted, cap);
          case StandingForm standing -> this.standing.read(standing, entry, permitted);
        };
    entry.end();
    return example;
  }

  private Example words(Entry entry, boolean permitted) {
    SampleCase.Said said =
        new SampleCase.Said(
            entry.need(
                "words",
                item -> item.parse(io.heyue.core.reply.Template::parse),
                SampleCase.NO_WORDS),
            entry.find("lang", LANG::read).orElse(Lang.ZH),
            entry.find("verified", Item::flag).orElse(true),
            entry.find("opening", Item::flag).orElse(false),
            entry.find("credit_reporting", Item::flag),
            entry.find("credit_notice", Item::date));
    return new Example(entry.line(), permitted, rule -> sample.refuses(rule, said));
  }

  private Example limitation(Entry entry, boolean permitted) {
    LocalDate demand = entry.need("last_demand", Item::date, LocalDate.EPOCH);
    return new Example(entry.line(), permitted, rule -> sample.timeBarred(rule, demand));
  }

  /** Whether payment may be asked for while some holds stand. */
  private static Example asking(RuleForm.HoldBar bar, Entry entry, boolean permitted) {
    Set<HoldKind> holds = entry.set("holds", FormReader.HOLD::read);
    return new Example(entry.line(), permitted, _ -> !Collections.disjoint(bar.holds(), holds));
  }

  /** Whether all that must be done, or carried, is. */
  private static <E> Example done(
      Entry entry, boolean permitted, String key, Words<E> words, Set<E> needed) {
    Set<E> done = entry.set(key, words::read);
    entry.has(key);
    return new Example(entry.line(), permitted, _ -> !done.containsAll(needed));
  }
}
