package io.heyue.core.dialogue;

import io.heyue.core.base.Grain;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.channel.ChannelEvent.Keyed;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Verification;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the keys of a telephone mean, by the question that is open. Pure.
 *
 * <p>Three keys by themselves mean the same everywhere: 0 a person, 9 say that again, * no more
 * calls. None of them asks back: whoever was told of a key and presses it means it, and to stop
 * must be easy. A single key is therefore never a day or a sum, and is free to say why there is
 * none.
 *
 * <p>A day is two digits, its number in the month, and the next such day is meant: that is what
 * people say ("the fifth"), a promise lies within about a month, and no choice has to be kept in
 * mind while a menu of days is read out. It is read back with its month before it counts. A sum is
 * whole units of the currency; nobody has to find a decimal point.
 */
public final class Keypad {
  private static final Provenance PROVENANCE = new Provenance("keypad", "none");

  /** A sum of more digits was a slip. */
  private static final int MOST_DIGITS = 9;

  /** More have no key of their own: 9 says the question again. */
  private static final int MOST_INSTALMENTS = 8;

  private Keypad() {}

  /** Which kind of keys answer a question; each has a phrase that says so. */
  public enum Menu {
    /** 1 yes, 2 no. */
    YES_NO(1),
    /** 1 it is me, 2 a wrong number, 3 they are not there, 4 not now. */
    IDENTITY(1),
    /** 1 agreed, 2 not agreed. */
    AGREE(1),
    /** The proof of identity, as long as it is. */
    DIGITS(4),
    /**
     * A day of the month, two digits; 1 hard times, 2 instalments, 3 paid, 4 a dispute, 5 later.
     */
    WHEN(2),
    /** A day of the month, two digits. */
    DAY(2),
    /** A day of the month, two digits; 2 alone for not yet. */
    REST(2),
    /** A day of the month, two digits; or a sum, then #. */
    CORRECTION(0),
    /** A sum, then #. */
    SUM(0),
    /** A sum a month, then #; or one digit for so many instalments. */
    ABILITY(0),
    /** Why they are late: 1 income, 2 illness or family, 3 they won't pay, 4 something else. */
    REASON(1),
    /** What is wrong: 1 not their loan, 2 the sum, 3 something else. */
    DISPUTE(1),
    /** An hour of the day, two digits, 00 to 23; a day of the month before it, two digits. */
    HOUR(0),
    /** 2 nothing more. */
    MORE(1),
    /** None but those that mean something everywhere. */
    OTHER(1);

    private final int keys;

    Menu(int keys) {
      this.keys = keys;
    }

    /** The word by which phrases name it. */
    public String id() {
      return "menu_" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which keys answer the question that is open. */
  public static Menu menu(DialogueState state, Dossier dossier) {
    return menu(state.lastMove(), dossier);
  }

  /** Whether an entry means the same whatever is asked: a person, that again, no more contact. */
  public static boolean always(String keys) {
    return everywhere(keys).isPresent();
  }

  /** How many keys answer the question that is open; 0 for as many as come up to a pause or a #. */
  public static int keys(DialogueState state, Dossier dossier) {
    Menu menu = menu(state, dossier);
    return menu == Menu.DIGITS ? dossier.borrower().verification().length() : menu.keys;
  }

  /** Which keys answer {@code move}, if it asks. */
  static Optional<Menu> menu(Move move, Dossier dossier) {
    return move.asks()
        ? Optional.of(menu(move instanceof Move.ReadBack ? "read_back" : move.id(), dossier))
        : Optional.empty();
  }

  static Menu menu(String question, Dossier dossier) {
    return switch (question) {
      case "open", "ask_identity" -> Menu.IDENTITY;
      case "ask_stop",
          "ask_paid_heard",
          "ask_dispute_heard",
          "ask_refusal_heard",
          "ask_death_heard",
          "read_back" ->
          Menu.YES_NO;
      case "ask_verification" ->
          dossier.borrower().verification().hasKeys() ? Menu.DIGITS : Menu.OTHER;
      case "tell_account", "ask_when" -> Menu.WHEN;
      case "ask_which_day", "ask_pay_day", "ask_paid_when" -> Menu.DAY;
      case "ask_rest" -> Menu.REST;
      case "ask_correction" -> Menu.CORRECTION;
      case "ask_amount" -> Menu.SUM;
      case "ask_ability" -> Menu.ABILITY;
      case "ask_reason" -> Menu.REASON;
      case "ask_dispute" -> Menu.DISPUTE;
      case "ask_callback" -> Menu.HOUR;
      case "ask_anything_else", "tell_agreement" -> Menu.MORE;
      default -> question.startsWith("offer_") ? Menu.AGREE : Menu.OTHER;
    };
  }

  /**
   * What was keyed in. What means nothing here is unclear, and has no words either: nothing is held
   * against it.
   *
   * @param now on the person's clock
   */
  public static Understanding understand(
      Keyed keyed, DialogueState state, Dossier dossier, ZonedDateTime now) {
    String keys = keyed.keys();
    return everywhere(keys)
        .or(() -> answer(keys, state, dossier, now))
        .orElseGet(() -> new Entry(Intent.UNCLEAR, "", Optional.empty()))
        .understood(state);
  }

  /**
   * What an entry comes to.
   *
   * @param text the keys as words
   * @param value what they name, if they name something
   */
  private record Entry(Intent intent, String text, Optional<Value> value) {
    Understanding understood(DialogueState state) {
      return new Understanding(
          text,
          new Language(state.lang().code(), 1),
          List.of(new ScoredIntent(intent, 1)),
          value
              .map(named ->
                  List.of(
                      new Entity(
                          type(named),
                          Span.of(0, text.length()),
                          text,
                          named,
                          List.of(),
                          false,
                          1)))
              .orElse(List.of()),
          Emotion.calm(),
          Cooperation.MID,
          PROVENANCE);
    }

    private static EntityType type(Value value) {
      return switch (value) {
        case Value.Sum _ -> EntityType.MONEY;
        case Value.Date _ -> EntityType.DATE;
        case Value.Time _ -> EntityType.TIME;
        case Value.DateTime _ -> EntityType.DATETIME;
        case Value.Instalments _ -> EntityType.INSTALMENTS;
        default -> EntityType.NUMBER;
      };
    }
  }

  private static Optional<Entry> everywhere(String keys) {
    return switch (keys) {
      case "0" -> plain(Intent.REQUEST_HUMAN, keys);
      case "9" -> plain(Intent.REPEAT_REQUEST, keys);
      case "*" -> plain(Intent.STOP_CONTACT, keys);
      default -> Optional.empty();
    };
  }

  private static Optional<Entry> answer(
      String keys, DialogueState state, Dossier dossier, ZonedDateTime now) {
    String question = state.lastMove();
    LocalDate today = now.toLocalDate();
    return switch (menu(question, dossier)) {
      case YES_NO, AGREE -> keys.equals("1") ? plain(Intent.AFFIRM, keys) : no(keys);
      case IDENTITY ->
          one(
              keys,
              Intent.AFFIRM,
              Intent.DENY_IDENTITY,
              Intent.THIRD_PARTY_RELATED,
              Intent.BUSY_NOW);
      case WHEN ->
          one(
                  keys,
                  Intent.CANNOT_PAY,
                  Intent.REQUEST_INSTALMENT,
                  Intent.ALREADY_PAID,
                  Intent.DISPUTE_DEBT,
                  Intent.BUSY_NOW)
              .or(() -> day(keys, state, today));
      case REASON ->
          one(
              keys,
              Intent.VULNERABILITY,
              Intent.VULNERABILITY,
              Intent.REFUSE_TO_PAY,
              Intent.UNCLEAR);
      case DISPUTE -> one(keys, Intent.DISPUTE_DEBT, Intent.DISPUTE_DEBT, Intent.DISPUTE_DEBT);
      case ABILITY -> count(keys).or(() -> sum(keys, dossier));
      case MORE -> no(keys);
      case DIGITS -> proof(keys, dossier.borrower().verification());
      case DAY -> day(keys, state, today);
      case REST -> no(keys).or(() -> day(keys, state, today));
      case CORRECTION -> day(keys, state, today).or(() -> sum(keys, dossier));
      case SUM -> sum(keys, dossier);
      case HOUR -> hour(keys).or(() -> dayAndHour(keys, now));
      case OTHER -> Optional.empty();
    };
  }

  /** The first key says the first of {@code intents}. */
  private static Optional<Entry> one(String keys, Intent... intents) {
    return number(keys, 1, 1, intents.length).flatMap(key -> plain(intents[key - 1], keys));
  }

  private static Optional<Entry> count(String keys) {
    return number(keys, 1, 2, MOST_INSTALMENTS)
        .flatMap(count -> named(Intent.REQUEST_INSTALMENT, keys, new Value.Instalments(count)));
  }

  private static Optional<Entry> hour(String keys) {
    return number(keys, 2, 0, 23)
        .map(hour -> new Value.Time(LocalTime.of(hour, 0), Grain.HOUR))
        .flatMap(time -> named(Intent.CALL_BACK_LATER, keys, time));
  }

  private static Optional<Entry> dayAndHour(String keys, ZonedDateTime now) {
    if (keys.length() != 4) {
      return Optional.empty();
    }
    Optional<Integer> day = number(keys.substring(0, 2), 2, 1, 31);
    Optional<Integer> hour = number(keys.substring(2), 2, 0, 23);
    return day.isEmpty() || hour.isEmpty()
        ? Optional.empty()
        : named(
            Intent.CALL_BACK_LATER,
            keys,
            new Value.DateTime(
                DayOfMonth.next(day.get(), now.toLocalDate())
                    .atTime(hour.get(), 0)
                    .atZone(now.getZone()),
                Grain.HOUR));
  }

  private static Optional<Entry> no(String keys) {
    return keys.equals("2") ? plain(Intent.DENY, keys) : Optional.empty();
  }

  /** An X at the end is keyed in as *. */
  private static Optional<Entry> proof(String keys, Verification proof) {
    return keys.length() == proof.length() && keys.matches("[0-9]+[0-9*]")
        ? plain(Intent.UNCLEAR, keys.replace('*', 'X'))
        : Optional.empty();
  }

  private static Optional<Entry> day(String keys, DialogueState state, LocalDate today) {
    String question = state.lastMove();
    Optional<Integer> number = number(keys, 2, 1, 31);
    if (question.equals(Question.PAY_DAY.id())) {
      return number
          .map(day -> new Value.Numeral(BigDecimal.valueOf(day)))
          .flatMap(day -> named(Intent.PROMISE_WITH_DATE, keys, day));
    }
    boolean past = question.equals(Question.PAID_WHEN.id());
    return number
        .map(day -> past ? last(day, today) : next(day, state, today))
        .map(day -> new Value.Date(day, Grain.DAY))
        .flatMap(day -> named(past ? Intent.ALREADY_PAID : Intent.PROMISE_WITH_DATE, keys, day));
  }

  /** Whoever keys in once more the day that they said is wrong means the month after it. */
  private static LocalDate next(int day, DialogueState state, LocalDate today) {
    LocalDate next = DayOfMonth.next(day, today);
    boolean refused =
        state.lastMove().equals(Question.CORRECTION.id())
            && state.slots().date().filter(next::equals).isPresent();
    return refused ? DayOfMonth.in(next.plusMonths(1).withDayOfMonth(1), day) : next;
  }

  /** The last such day that has come. */
  private static LocalDate last(int dayOfMonth, LocalDate today) {
    LocalDate candidate = DayOfMonth.in(today, dayOfMonth);
    return candidate.isAfter(today) ? DayOfMonth.in(today.minusMonths(1), dayOfMonth) : candidate;
  }

  private static Optional<Entry> sum(String keys, Dossier dossier) {
    if (!keys.matches("[0-9]{2," + MOST_DIGITS + "}")) {
      return Optional.empty();
    }
    var currency = dossier.account().overdue().currency();
    long minor =
        BigDecimal.valueOf(Long.parseLong(keys))
            .movePointRight(currency.getDefaultFractionDigits())
            .longValueExact();
    return minor == 0
        ? Optional.empty()
        : named(Intent.OFFER_PARTIAL, keys, new Value.Sum(new Money(minor, currency)));
  }

  private static Optional<Integer> number(String keys, int length, int least, int most) {
    if (keys.length() != length || !keys.matches("[0-9]+")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(keys);
    return number >= least && number <= most ? Optional.of(number) : Optional.empty();
  }

  private static Optional<Entry> plain(Intent intent, String text) {
    return Optional.of(new Entry(intent, text, Optional.empty()));
  }

  private static Optional<Entry> named(Intent intent, String text, Value value) {
    return Optional.of(new Entry(intent, text, Optional.of(value)));
  }
}
