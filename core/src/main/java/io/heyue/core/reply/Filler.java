package io.heyue.core.reply;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.portfolio.Promise;
import io.heyue.core.reply.Claim.Of;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fills the places of a phrase with facts, and notes each as a claim. */
final class Filler {
  /** The latest payments that are told one by one; the sum is of all. */
  private static final int MOST_PAYMENTS = 12;

  private final Writer.Setting setting;
  private final Optional<Terms> terms;
  private final Account account;
  private final Mandate mandate;
  private final Wording wording;

  Filler(Writer.Setting setting, Optional<Terms> terms) {
    this.setting = setting;
    this.terms = terms;
    this.account = setting.dossier().account();
    this.mandate = setting.dossier().mandate();
    this.wording = new Wording(setting.lang());
  }

  void fill(Placeholder place, StringBuilder out, List<Claim> claims) {
    switch (place) {
      case NAME -> put(out, claims, setting.dossier().borrower().name().reveal(), who(Of.PERSON));
      case LENDER -> put(out, claims, account.lender().name(), who(Of.LENDER));
      case SPEAKER -> put(out, claims, mandate.speaker(), who(Of.SPEAKER));
      case PRODUCT -> put(out, claims, account.product(), who(Of.PRODUCT));
      case TAIL -> put(out, claims, account.tail(), who(Of.TAIL));
      case HOTLINE -> put(out, claims, mandate.hotline(), reach(Of.HOTLINE));
      case SITE -> put(out, claims, mandate.site(), reach(Of.SITE));
      case PAY_AT -> put(out, claims, mandate.payAt(), reach(Of.PAY_AT));
      case HELP_LINE -> put(out, claims, mandate.helpLine(), reach(Of.HELP_LINE));
      case LINK -> put(out, claims, setting.link(), reach(Of.SITE));
      case CODE -> put(out, claims, setting.code(), Claim.Code::new);
      case OVERDUE -> sum(out, claims, Of.OVERDUE, account.overdue());
      case BALANCE -> sum(out, claims, Of.BALANCE, figure(place));
      case PRINCIPAL -> sum(out, claims, Of.PRINCIPAL, figure(place));
      case MINIMUM -> sum(out, claims, Of.MINIMUM, figure(place));
      case PAID -> sum(out, claims, Of.PAID, setting.dossier().matter().paid());
      case PAYMENTS -> payments(out, claims);
      case ANSWER_DAYS -> count(out, claims, Of.ANSWER_DAYS, mandate.answerDays());
      case ANSWER_BY -> day(out, claims, Of.ANSWER_BY, answerBy());
      case DUE_DATE -> day(out, claims, Of.DUE_DATE, account.dueDate());
      case DAYS -> count(out, claims, Of.DAYS_PAST_DUE, account.daysPastDue(setting.today()));
      case CONTRACT_RATE -> price(out, claims, Of.CONTRACT_RATE, account.contractRate());
      case OVERDUE_RATE -> price(out, claims, Of.OVERDUE_RATE, account.overdueRate());
      case AMOUNT -> sum(out, claims, Of.TERMS, amount());
      case DATE -> day(out, claims, Of.TERMS, date());
      case REST -> sum(out, claims, Of.TERMS, part(Terms.Partial.class, Terms.Partial::rest));
      case WAIVED ->
          sum(out, claims, Of.TERMS, part(Terms.Reduction.class, Terms.Reduction::waived));
      case COUNT -> count(out, claims, Of.TERMS, plan().count());
      case EACH -> sum(out, claims, Of.TERMS, plan().first().amount());
      case LAST_AMOUNT -> sum(out, claims, Of.TERMS, plan().last().amount());
      case LAST_DATE -> day(out, claims, Of.TERMS, plan().last().due());
      case SCHEDULE -> schedule(out, claims);
      case AGREEMENT -> agreement(out, claims);
      case WHEN ->
          put(
              out,
              claims,
              wording.moment(part(Terms.Callback.class, Terms.Callback::when)),
              reach(Of.TIME));
      case LATEST -> day(out, claims, Of.TERMS, latest());
    }
  }

  /** Whether the books hold {@code place}. */
  boolean knows(Placeholder place) {
    return place == Placeholder.ANSWER_BY
        ? setting.dossier().matter().complaintDue().isPresent()
        : !place.mayBeUnknown() || find(place).isPresent();
  }

  private LocalDate answerBy() {
    return setting
        .dossier()
        .matter()
        .complaintDue()
        .orElseThrow(() -> new IllegalStateException("No complaint stands, yet its day was told."));
  }

  private Money figure(Placeholder place) {
    return find(place)
        .orElseThrow(() ->
            new IllegalStateException("The books don't hold {" + place + "}, yet it was stated."));
  }

  private Optional<Money> find(Placeholder place) {
    return switch (place) {
      case BALANCE -> account.balance();
      case PRINCIPAL -> account.principal();
      case MINIMUM -> account.minimum();
      default -> Optional.empty();
    };
  }

  void mark(Template.Part.Marked marked, StringBuilder out, List<Claim> claims) {
    put(
        out,
        claims,
        marked.text(),
        span ->
            switch (marked.kind()) {
              case "artificial" -> new Claim.Artificial(span);
              case "right" -> new Claim.Right(span, marked.name());
              default -> new Claim.Consequence(span, marked.name());
            });
  }

  private void schedule(StringBuilder out, List<Claim> claims) {
    String separator = setting.lang() == Lang.ZH ? "；" : "; ";
    boolean first = true;
    for (Plan.Instalment instalment : plan().instalments()) {
      if (!first) {
        out.append(separator);
      }
      first = false;
      count(out, claims, Of.TERMS, instalment.number());
      out.append(setting.lang() == Lang.ZH ? "）" : ") ");
      day(out, claims, Of.TERMS, instalment.due());
      out.append(setting.lang() == Lang.ZH ? "，" : ", ");
      sum(out, claims, Of.TERMS, instalment.amount());
    }
  }

  private void payments(StringBuilder out, List<Claim> claims) {
    boolean chinese = setting.lang() == Lang.ZH;
    List<Case.Received> payments = setting.dossier().matter().payments();
    if (payments.isEmpty()) {
      out.append(chinese ? "无" : "none");
      return;
    }
    List<Case.Received> shown =
        payments.subList(Math.max(0, payments.size() - MOST_PAYMENTS), payments.size());
    for (Case.Received payment : shown) {
      day(out, claims, Of.PAID, payment.paidOn());
      out.append(' ');
      sum(out, claims, Of.PAID, payment.amount());
      out.append(chinese ? "；" : "; ");
    }
    out.append(chinese ? "合计" : "in all ");
    sum(out, claims, Of.PAID, setting.dossier().matter().paid());
  }

  private void agreement(StringBuilder out, List<Claim> claims) {
    boolean chinese = setting.lang() == Lang.ZH;
    boolean first = true;
    for (Promise promise : setting.dossier().matter().openPromises()) {
      if (!first) {
        out.append(chinese ? "；" : "; ");
      }
      first = false;
      if (chinese) {
        day(out, claims, Of.PROMISED, promise.due());
        out.append("前还");
        sum(out, claims, Of.PROMISED, promise.amount());
      } else {
        sum(out, claims, Of.PROMISED, promise.amount());
        out.append(" by ");
        day(out, claims, Of.PROMISED, promise.due());
      }
      promise
          .waiver()
          .ifPresent(waiver -> {
            out.append(chinese ? "，到账后减免" : ", after which ");
            sum(out, claims, Of.PROMISED, waiver.sum());
            out.append(chinese ? "" : " is waived");
          });
    }
  }

  private void sum(StringBuilder out, List<Claim> claims, Of of, Money money) {
    put(out, claims, wording.sum(money), span -> new Claim.Sum(span, of, money));
  }

  private void day(StringBuilder out, List<Claim> claims, Of of, LocalDate day) {
    put(out, claims, wording.day(day, setting.today()), span -> new Claim.Day(span, of, day));
  }

  private static void count(StringBuilder out, List<Claim> claims, Of of, long count) {
    put(out, claims, Long.toString(count), span -> new Claim.Count(span, of, count));
  }

  /** Books that hold no rate leave it to the contract. */
  private void price(StringBuilder out, List<Claim> claims, Of of, io.heyue.core.base.Rate rate) {
    if (rate.perYear().signum() == 0) {
      out.append(setting.lang() == Lang.ZH ? "以合同约定为准" : "as the contract says");
      return;
    }
    put(out, claims, wording.rate(rate), span -> new Claim.Price(span, of, rate));
  }

  private static Function<Span, Claim> who(Of of) {
    return span -> new Claim.Identity(span, of);
  }

  private static Function<Span, Claim> reach(Of of) {
    return span -> new Claim.Contact(span, of);
  }

  private static void put(
      StringBuilder out, List<Claim> claims, String text, Function<Span, Claim> claim) {
    int start = out.length();
    out.append(text);
    claims.add(claim.apply(Span.of(start, out.length())));
  }

  private Money amount() {
    return switch (needed()) {
      case Terms.Full full -> full.amount();
      case Terms.Partial partial -> partial.amount();
      case Terms.Rest rest -> rest.amount();
      case Terms.Extension extension -> extension.amount();
      case Terms.Instalments instalments -> instalments.plan().total();
      case Terms.Reduction reduction -> reduction.payable();
      case Terms.Callback _ -> throw lacks(Placeholder.AMOUNT);
    };
  }

  private LocalDate date() {
    return switch (needed()) {
      case Terms.Full full -> full.due();
      case Terms.Partial partial -> partial.due();
      case Terms.Rest rest -> rest.due();
      case Terms.Extension extension -> extension.until();
      case Terms.Instalments instalments -> instalments.plan().first().due();
      case Terms.Reduction reduction -> reduction.by();
      case Terms.Callback callback -> callback.when().toLocalDate();
    };
  }

  private LocalDate latest() {
    return setting.today().plusDays(Math.max(mandate.extensionDays(), mandate.promiseWithinDays()));
  }

  private Plan plan() {
    return part(Terms.Instalments.class, Terms.Instalments::plan);
  }

  private <T extends Terms, R> R part(Class<T> kind, Function<T, R> read) {
    Terms present = needed();
    if (!kind.isInstance(present)) {
      throw new IllegalStateException(
          "A phrase speaks of "
              + kind.getSimpleName()
              + " but the terms are "
              + present.id()
              + ".");
    }
    return read.apply(kind.cast(present));
  }

  private Terms needed() {
    return terms.orElseThrow(
        () -> new IllegalStateException("A phrase speaks of terms, but there are none."));
  }

  private static IllegalStateException lacks(Placeholder place) {
    return new IllegalStateException("The terms have nothing for {" + place + "}.");
  }
}
