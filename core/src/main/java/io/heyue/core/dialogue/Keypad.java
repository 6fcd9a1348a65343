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
 * must be easy. A single key is therefore never a day or a sum.
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

  private Keypad() {}

  /** Which kind of keys answer a question; each has a phrase that says so. */
  public enum Menu {
    /** 1 yes, 2 no. */
    YES_NO(1),
    /** 1 agreed, 2 not agreed. */
    AGREE(1),
    /** The proof of identity, as long as it is. */
    DIGITS(4),
    /** A day of the month, two digits. */
    DAY(2),
    /** A day of the month, two digits; 2 alone for not yet. */
    REST(2),
    /** A day of the month, two digits; or a sum, then #. */
    CORRECTION(0),
    /** A sum, then #. */
    SUM(0),
    /** An hour of the day, two digits, 00 to 23. */
    HOUR(2),
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

  private static Menu menu(String question, Dossier dossier) {
    return switch (question) {
      case "open", "ask_identity", "ask_stop", "read_back" -> Menu.YES_NO;
      case "ask_verification" ->
          dossier.borrower().verification().hasKeys() ? Menu.DIGITS : Menu.OTHER;
      case "tell_account", "ask_when", "ask_which_day", "ask_pay_day", "ask_paid_when" -> Menu.DAY;
      case "ask_rest" -> Menu.REST;
      case "ask_correction" -> Menu.CORRECTION;
      case "ask_amount", "ask_ability" -> Menu.SUM;
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
        .or(() -> answer(keys, state, dossier, now.toLocalDate()))
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
      String keys, DialogueState state, Dossier dossier, LocalDate today) {
    String question = state.lastMove();
    return switch (menu(question, dossier)) {
      case YES_NO, AGREE -> keys.equals("1") ? plain(Intent.AFFIRM, keys) : no(keys);
      case MORE -> no(keys);
      case DIGITS -> proof(keys, dossier.borrower().verification());
      case DAY -> day(keys, question, today);
      case REST -> no(keys).or(() -> day(keys, question, today));
      case CORRECTION -> day(keys, question, today).or(() -> sum(keys, dossier));
      case SUM -> sum(keys, dossier);
      case HOUR ->
          number(keys, 2, 0, 23)
              .map(hour -> new Value.Time(LocalTime.of(hour, 0), Grain.HOUR))
              .flatMap(time -> named(Intent.CALL_BACK_LATER, keys, time));
      case OTHER -> Optional.empty();
    };
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

  private static Optional<Entry> day(String keys, String question, LocalDate today) {
    Optional<Integer> number = number(keys, 2, 1, 31);
    if (question.equals(Question.PAY_DAY.id())) {
      return number
          .map(day -> new Value.Numeral(BigDecimal.valueOf(day)))
          .flatMap(day -> named(Intent.PROMISE_WITH_DATE, keys, day));
    }
    boolean past = question.equals(Question.PAID_WHEN.id());
    return number
        .map(day -> past ? last(day, today) : DayOfMonth.next(day, today))
        .map(day -> new Value.Date(day, Grain.DAY))
        .flatMap(day -> named(past ? Intent.ALREADY_PAID : Intent.PROMISE_WITH_DATE, keys, day));
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
