package io.heyue.sim.check;

import io.heyue.core.base.Money;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Plan;
import io.heyue.sim.people.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every figure that we state is in the books, was named by the person, or is worked out from both:
 * a share of an even split, what stays, what is waived. A question that reads back what was heard
 * may be wrong; a statement may not.
 */
final class FiguresChecker implements Checker {
  /** Asks whether we understood rightly, and states nothing. */
  private static final Pattern QUESTION =
      Pattern.compile("(跟您确认一下|那就是：)[^。？]*|(Let me make sure:|So that is )[^?]*\\?");

  private static final Pattern DAYS_LATE = Pattern.compile("逾期(\\d+)天|(\\d+) days (past due|ago)");
  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)%");

  @Override
  public List<Finding> check(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    Set<Money> known = known(transcript);
    Account account = transcript.dossier().account();
    LocalDate today = transcript.today();
    for (int i = 0; i < transcript.exchanges().size(); i++) {
      String said = QUESTION.matcher(transcript.exchanges().get(i).said()).replaceAll("");
      for (Money sum : Page.sums(said)) {
        if (!known.contains(sum)) {
          findings.add(Finding.unlawful("figures", i + 1, "the sum " + sum + " is from nowhere"));
        }
      }
      for (LocalDate day : Page.days(said, today)) {
        if (day.isBefore(today) && !day.equals(account.dueDate())) {
          findings.add(Finding.unlawful("figures", i + 1, "the day " + day + " is from nowhere"));
        }
      }
      late(said, account, today, i + 1, findings);
      rates(said, account, i + 1, findings);
    }
    for (Terms terms : transcript.terms()) {
      if (terms instanceof Terms.Instalments plan) {
        schedule(plan.plan(), transcript, findings);
      }
    }
    return findings;
  }

  private static void late(
      String said, Account account, LocalDate today, int turn, List<Finding> findings) {
    Matcher matcher = DAYS_LATE.matcher(said);
    long days = Math.max(0, ChronoUnit.DAYS.between(account.dueDate(), today));
    while (matcher.find()) {
      String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (Long.parseLong(number) != days) {
        findings.add(Finding.unlawful("figures", turn, number + " days late, not " + days));
      }
    }
  }

  private static void rates(String said, Account account, int turn, List<Finding> findings) {
    Matcher matcher = PERCENT.matcher(said);
    while (matcher.find()) {
      BigDecimal rate = new BigDecimal(matcher.group(1)).movePointLeft(2);
      boolean known =
          same(rate, account.contractRate().perYear())
              || same(rate, account.overdueRate().perYear());
      if (!known) {
        findings.add(Finding.unlawful("figures", turn, "the rate " + rate + " is from nowhere"));
      }
    }
  }

  private static boolean same(BigDecimal written, BigDecimal exact) {
    return written.compareTo(exact.setScale(4, RoundingMode.HALF_UP)) == 0;
  }

  /** The instalments that were written down and recorded add up to what is owed, to the cent. */
  private static void schedule(Plan plan, Transcript transcript, List<Finding> findings) {
    Money sum = Money.zero(plan.total().currency());
    for (Plan.Instalment instalment : plan.instalments()) {
      sum = sum.plus(instalment.amount());
    }
    if (!sum.equals(transcript.dossier().account().overdue())) {
      findings.add(Finding.unlawful("figures", 0, "the instalments add up to " + sum));
    }
  }

  private static Set<Money> known(Transcript transcript) {
    Account account = transcript.dossier().account();
    Money overdue = account.overdue();
    Set<Money> known = new HashSet<>(transcript.named());
    known.add(overdue);
    account.balance().ifPresent(known::add);
    account.principal().ifPresent(known::add);
    account.minimum().ifPresent(known::add);
    known.add(transcript.dossier().matter().paid());
    transcript.named().stream()
        .filter(sum -> sum.lessThan(overdue))
        .forEach(sum -> known.add(overdue.minus(sum)));
    for (int parts = 2; parts <= 60; parts++) {
      Money each = new Money(overdue.minor() / parts, overdue.currency());
      known.add(each);
      known.add(overdue.minus(new Money(each.minor() * (parts - 1), overdue.currency())));
    }
    Money waived =
        new Money(
            BigDecimal.valueOf(overdue.minor())
                .multiply(transcript.dossier().mandate().reduction())
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact(),
            overdue.currency());
    known.add(waived);
    known.add(overdue.minus(waived));
    return known;
  }
}
