package io.heyue.core.turn;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Promise;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.Claim.Of;
import io.heyue.core.reply.Wording;
import io.heyue.core.turn.HumanWords.Place;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Value;
import java.time.LocalDate;
import java.util.Optional;

/** What each figure in a person's words claims to be. Pure. */
final class HumanClaims {
  private final Dossier dossier;
  private final Wording wording;
  private final LocalDate today;

  HumanClaims(Dossier dossier, Lang lang, LocalDate today) {
    this.dossier = dossier;
    this.wording = new Wording(lang);
    this.today = today;
  }

  /** The claim of an entity; empty where nothing that we know could back it. */
  Optional<Place> find(Entity entity) {
    return switch (entity.value()) {
      case Value.Sum sum -> Optional.of(sum(entity.span(), sum.money()));
      case Value.Percent percent -> price(entity.span(), percent);
      case Value.Instalments plan -> count(entity, Of.TERMS, plan.count());
      case Value.Length _ -> count(entity, Of.ANSWER_DAYS, dossier.mandate().answerDays());
      case Value.Time _ ->
          Optional.of(
              new Place(entity.span(), entity.text(), span -> new Claim.Contact(span, Of.TIME)));
      case Value.Date _, Value.DateTime _ -> day(entity);
      case Value.DateRange _ ->
          day(entity).or(() -> count(entity, Of.ANSWER_DAYS, dossier.mandate().answerDays()));
      case Value.Share _,
          Value.Numeral _,
          Value.Ordinal _,
          Value.DateTimeRange _,
          Value.Recurrence _,
          Value.Phone _,
          Value.IdCard _,
          Value.BankCard _,
          Value.Relation _,
          Value.PaymentEvent _,
          Value.ChannelName _ ->
          Optional.empty();
    };
  }

  private Place sum(Span span, Money money) {
    Of of = of(money);
    return new Place(span, wording.sum(money), at -> new Claim.Sum(at, of, money));
  }

  /** What a sum is, if the books hold it; else a term. */
  private Of of(Money money) {
    Account account = dossier.account();
    Case matter = dossier.matter();
    if (money.equals(account.overdue())) {
      return Of.OVERDUE;
    }
    if (account.balance().filter(money::equals).isPresent()) {
      return Of.BALANCE;
    }
    if (account.principal().filter(money::equals).isPresent()) {
      return Of.PRINCIPAL;
    }
    if (account.minimum().filter(money::equals).isPresent()) {
      return Of.MINIMUM;
    }
    if (matter.openPromises().stream().map(Promise::amount).anyMatch(money::equals)) {
      return Of.PROMISED;
    }
    boolean paid =
        money.equals(matter.paid())
            || matter.payments().stream().map(Case.Received::amount).anyMatch(money::equals);
    return paid ? Of.PAID : Of.TERMS;
  }

  /** Only the words of the day itself: what stands about it, such as "before", stays as it is. */
  private Optional<Place> day(Entity entity) {
    return HumanTerms.days(entity).stream()
        .flatMap(day -> within(entity, day).stream())
        .findFirst();
  }

  private Optional<Place> within(Entity entity, LocalDate day) {
    String words = wording.day(day, today);
    int at = entity.text().indexOf(words);
    if (at < 0 && !(entity.value() instanceof Value.Date)) {
      return Optional.empty();
    }
    Span span =
        at < 0
            ? entity.span()
            : Span.of(entity.span().start() + at, entity.span().start() + at + words.length());
    Of of = of(day);
    return Optional.of(new Place(span, words, where -> new Claim.Day(where, of, day)));
  }

  private Of of(LocalDate day) {
    Case matter = dossier.matter();
    if (day.equals(dossier.account().dueDate())) {
      return Of.DUE_DATE;
    }
    if (matter.openPromises().stream().map(Promise::due).anyMatch(day::equals)) {
      return Of.PROMISED;
    }
    return matter.payments().stream().map(Case.Received::paidOn).anyMatch(day::equals)
        ? Of.PAID
        : Of.TERMS;
  }

  private Optional<Place> price(Span span, Value.Percent percent) {
    Account account = dossier.account();
    if (percent.fraction().compareTo(account.contractRate().perYear()) == 0) {
      return Optional.of(
          new Place(
              span,
              wording.rate(account.contractRate()),
              at -> new Claim.Price(at, Of.CONTRACT_RATE, account.contractRate())));
    }
    return percent.fraction().compareTo(account.overdueRate().perYear()) == 0
        ? Optional.of(
            new Place(
                span,
                wording.rate(account.overdueRate()),
                at -> new Claim.Price(at, Of.OVERDUE_RATE, account.overdueRate())))
        : Optional.empty();
  }

  /** The digits of a number that counts something. */
  private static Optional<Place> count(Entity entity, Of of, long count) {
    String digits = Long.toString(count);
    int at = entity.text().indexOf(digits);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            new Place(
                Span.of(entity.span().start() + at, entity.span().start() + at + digits.length()),
                digits,
                where -> new Claim.Count(where, of, count)));
  }
}
