package io.heyue.core.turn;

import io.heyue.core.base.Grain;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what words assert against given facts. A sum, a rate or a lender's name must be one of the
 * facts, once any are given; the due day and the days past due may not differ from what is known.
 * Pure.
 */
final class Assertions {
  /** So far around a figure stand the words that say what it is. */
  private static final int AROUND = 12;

  private static final Pattern DUE = Pattern.compile("到期|应还日|还款日|应于|\\bdue\\b");
  private static final Pattern PAST_DUE = Pattern.compile("逾期|拖欠|past due|overdue|in arrears|late");
  private static final Pattern PART =
      Pattern.compile(
          "先还|先处理|每期|每月|每个月|分期|一部分|部分|能还|可以还|还一点|剩|余下|降到|减"
              + "|part|each|month|instal|first|start|rest|could pay|can pay|afford|towards");
  private static final Pattern LENDER =
      Pattern.compile(
          "(?:我是|我们是|这里是|这边是|代表|受)((?!(?:您|你|贵|贷款|本|委托|我)).{0,10}?"
              + "(?:银行|消费金融|小额贷款|小贷|信托|资产管理|信用卡中心))");

  private final WordFacts facts;
  private final LocalDate today;
  private final List<Span> wrong = new ArrayList<>();
  private final List<Span> unproven = new ArrayList<>();

  private Assertions(WordFacts facts, LocalDate today) {
    this.facts = facts;
    this.today = today;
  }

  /** What {@code words} assert, held against {@code facts}. */
  static Assertions of(String words, List<Entity> entities, WordFacts facts, LocalDate today) {
    Assertions assertions = new Assertions(facts, today);
    for (Entity entity : entities) {
      assertions.hold(words, entity);
    }
    assertions.lender(words);
    return assertions;
  }

  /** What the facts contradict, or would have to back and don't. */
  List<Span> wrong() {
    return wrong;
  }

  /** What no fact was given for. */
  List<Span> unproven() {
    return unproven;
  }

  private void hold(String words, Entity entity) {
    switch (entity.value()) {
      case Value.Sum sum -> sum(words, entity, sum.money());
      case Value.Percent percent -> strict(entity, knownRate(percent.fraction()));
      case Value.Date date when date.grain() == Grain.DAY ->
          lenient(entity, due(words, entity), Optional.ofNullable(facts.dueDate()), date.date());
      case Value.Length length -> pastDue(words, entity, length.period());
      case Value.Date _,
          Value.DateTime _,
          Value.DateRange _,
          Value.DateTimeRange _,
          Value.Instalments _,
          Value.Phone _ ->
          unproven.add(entity.span());
      case Value.Time _,
          Value.Share _,
          Value.Numeral _,
          Value.Ordinal _,
          Value.Recurrence _,
          Value.IdCard _,
          Value.BankCard _,
          Value.Relation _,
          Value.PaymentEvent _,
          Value.ChannelName _ -> {}
    }
  }

  /** A part that somebody could pay is no claim of what is owed. */
  private void sum(String words, Entity entity, Money money) {
    boolean part =
        PART.matcher(around(words, entity)).find()
            && facts.sums().values().stream()
                .anyMatch(sum -> money.decimal().compareTo(sum.decimal()) <= 0);
    if (part || money.isZero()) {
      unproven.add(entity.span());
    } else {
      strict(entity, facts.knows(money));
    }
  }

  private boolean knownRate(BigDecimal fraction) {
    return facts.rates().stream().anyMatch(rate -> rate.compareTo(fraction) == 0);
  }

  private void strict(Entity entity, boolean known) {
    if (known) {
      return;
    }
    (facts.given() ? wrong : unproven).add(entity.span());
  }

  private void pastDue(String words, Entity entity, Period period) {
    boolean said = PAST_DUE.matcher(around(words, entity)).find();
    long days = ChronoUnit.DAYS.between(today, today.plus(period));
    lenient(entity, said && days > 0, facts.daysPastDue(today), days);
  }

  /** Refused only where it differs from what is known. */
  private <T> void lenient(Entity entity, boolean meant, Optional<T> known, T said) {
    if (!meant || known.isEmpty()) {
      unproven.add(entity.span());
    } else if (!known.get().equals(said)) {
      wrong.add(entity.span());
    }
  }

  private static boolean due(String words, Entity entity) {
    return DUE.matcher(around(words, entity)).find();
  }

  private static String around(String words, Entity entity) {
    int start = Math.max(0, entity.span().start() - AROUND);
    int end = Math.min(words.length(), entity.span().end() + AROUND);
    return words.substring(start, end);
  }

  private void lender(String words) {
    String lender = facts.lender();
    if (lender == null) {
      return;
    }
    Matcher matcher = LENDER.matcher(words);
    while (matcher.find()) {
      String named = matcher.group(1);
      if (!named.contains(lender) && !lender.contains(named)) {
        wrong.add(Span.of(matcher.start(1), matcher.end(1)));
      }
    }
  }
}
