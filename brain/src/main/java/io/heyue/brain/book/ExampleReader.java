package io.heyue.brain.book;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads the examples of one rule: each names only the facts that differ from a case that is lawful
 * in every way.
 */
final class ExampleReader {
  private static final Words<Lang> LANG = Words.by("language", Lang.values(), Lang::code);

  private final ContactExample contact;
  private final SampleCase sample;
  private final Optional<RuleForm> form;

  ExampleReader(
      String place, LocalDate from, Optional<LocalDate> to, Scope scope, Optional<RuleForm> form) {
    ZoneId zone = place.startsWith("CN") ? ZoneId.of("Asia/Shanghai") : ZoneOffset.UTC;
    LocalDate day = to.filter(last -> last.isBefore(from.plusDays(40))).orElse(from.plusDays(40));
    this.contact = new ContactExample(place, zone, day, scope);
    this.sample = new SampleCase(place, zone, day);
    this.form = form;
  }

  Example read(Item item, boolean permitted) {
    if (form.isEmpty()) {
      return new Example(item.line(), permitted, _ -> !permitted);
    }
    Entry entry = item.entry();
    Example example =
        switch (form.get()) {
          case RuleForm.ContactWindow _,
              RuleForm.FrequencyCap _,
              RuleForm.HoldBar _,
              RuleForm.ConsentNeeded _,
              RuleForm.LawfulSource _,
              RuleForm.Addressee _,
              RuleForm.AssignmentGate _ ->
              contact.read(entry, permitted);
          case RuleForm.Disclosure _,
              RuleForm.ForbiddenWords _,
              RuleForm.RightPartyFirst _,
              RuleForm.FactGate _ ->
              words(entry, permitted);
          case RuleForm.LimitationGate _ -> {
            LocalDate demand = entry.need("last_demand", Item::date, LocalDate.EPOCH);
            yield new Example(entry.line(), permitted, rule -> sample.timeBarred(rule, demand));
          }
          case RuleForm.PlanBound _ -> {
            int count = entry.need("instalments", FormReader::positive, 2);
            yield new Example(entry.line(), permitted, rule -> sample.planRefused(rule, count));
          }
          case RuleForm.PriceCap cap -> price(entry, permitted, cap);
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

  private static Example price(Entry entry, boolean permitted, RuleForm.PriceCap cap) {
    BigDecimal factor = entry.find("factor", Item::decimal).orElse(BigDecimal.ONE);
    BigDecimal rate = entry.find("rate", Item::decimal).orElse(BigDecimal.ZERO);
    boolean refused =
        (cap.reliefOnly() && factor.compareTo(BigDecimal.ONE) > 0)
            || rate.compareTo(cap.most().perYear()) > 0;
    return new Example(entry.line(), permitted, _ -> refused);
  }
}
