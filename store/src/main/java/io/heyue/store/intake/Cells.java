package io.heyue.store.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.heyue.core.base.IdentityNumber;
import io.heyue.core.base.PersonName;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row at a time, read as what they should be. Each reader throws {@link BadCell}
 * for a cell that isn't that, and gives null for one that is empty or that the file doesn't have.
 */
final class Cells {
  private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
  private static final Pattern DAY = Pattern.compile("(?:每月)?(\\d{1,2})[日号]?");

  /** The JDK copies them each time it is asked. */
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private final Header header;
  private final HeaderMapping mapping;
  private final Charset charset;
  private final ImportOptions options;
  private @Nullable CsvRecord row;

  Cells(Header header, HeaderMapping mapping, Charset charset, ImportOptions options) {
    this.header = header;
    this.mapping = mapping;
    this.charset = charset;
    this.options = options;
  }

  /** Goes to the next row and refuses one that is damaged as a whole. */
  void stand(CsvRecord next) {
    row = next;
    int count = next.getFieldCount();
    if (count > header.width()) {
      for (int i = header.width(); i < count; i++) {
        if (!next.getField(i).isBlank()) {
          throw new BadCell(null, Reason.TOO_MANY_CELLS);
        }
      }
    }
    if (count < header.width()) {
      throw new BadCell(null, Reason.TOO_FEW_CELLS);
    }
    header.places().forEach((column, place) -> refuseDamaged(column, next.getField(place)));
  }

  ImportOptions options() {
    return options;
  }

  /** The cell as it stands in the file; empty if there is none. */
  String raw(Column column) {
    Integer place = header.places().get(column);
    CsvRecord current = row;
    return place == null || current == null || place >= current.getFieldCount()
        ? ""
        : current.getField(place);
  }

  @Nullable String text(Column column, int longest) {
    String text = tidy(column);
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > longest) {
      throw new BadCell(column, Reason.TOO_LONG);
    }
    return text;
  }

  String requiredText(Column column, int longest) {
    return required(column, text(column, longest));
  }

  /** A number that names something: digits lost by a spreadsheet are noticed. */
  @Nullable String number(Column column) {
    String text = tidy(column);
    if (text.startsWith("'")) {
      text = text.substring(1).strip();
    }
    if (text.isEmpty()) {
      return null;
    }
    if (ROUNDED.matcher(text).matches()) {
      throw new BadCell(column, Reason.ROUNDED_BY_A_SPREADSHEET);
    }
    if (text.length() > 64) {
      throw new BadCell(column, Reason.TOO_LONG);
    }
    return text;
  }

  String requiredNumber(Column column) {
    return required(column, number(column));
  }

  PersonName requiredName() {
    return new PersonName(requiredText(Column.NAME, 100));
  }

  @Nullable IdentityNumber identityNumber() {
    String number = number(Column.IDENTITY_NUMBER);
    if (number == null) {
      return null;
    }
    return IdentityNumbers.read(number);
  }

  @Nullable LocalDate date(Column column) {
    String text = tidy(column);
    return text.isEmpty() ? null : Dates.date(column, text);
  }

  LocalDate requiredDate(Column column) {
    return required(column, date(column));
  }

  Instant requiredInstant(Column column) {
    String text = tidy(column);
    return Dates.instant(column, required(column, text.isEmpty() ? null : text), options.zone());
  }

  /** The moment up to which something is true; see {@link Dates#upTo}. */
  @Nullable Instant upTo(Column column, Instant now) {
    String text = tidy(column);
    return text.isEmpty() ? null : Dates.upTo(column, text, options.zone(), now);
  }

  @Nullable Long sum(Column column, Currency currency) {
    String text = tidy(column);
    return text.isEmpty() ? null : (Long) Sums.minor(column, text, currency);
  }

  long requiredSum(Column column, Currency currency) {
    return required(column, sum(column, currency));
  }

  /** Millionths a year. */
  @Nullable Long rate(Column column) {
    String text = tidy(column);
    return text.isEmpty()
        ? null
        : (Long) Sums.millionths(column, text, header.percent().contains(column));
  }

  @Nullable Long dayOfMonth(Column column) {
    String text = tidy(column);
    if (text.isEmpty()) {
      return null;
    }
    Matcher day = DAY.matcher(text);
    long number = day.matches() ? Long.parseLong(day.group(1)) : 0;
    if (number < 1 || number > 31) {
      throw new BadCell(column, Reason.NOT_A_NUMBER);
    }
    return number;
  }

  /** The value of a closed list that a word means. */
  @Nullable String choice(Column column) {
    String text = tidy(column);
    return text.isEmpty() ? null : choice(column, text);
  }

  String requiredChoice(Column column) {
    return required(column, choice(column));
  }

  /** Several values of a closed list, joined by commas. */
  @Nullable String choices(Column column) {
    String text = tidy(column);
    if (text.isEmpty()) {
      return null;
    }
    StringBuilder joined = new StringBuilder();
    for (String word : text.split("[;,、|/]", -1)) {
      if (!word.isBlank()) {
        joined.append(joined.isEmpty() ? "" : ",").append(choice(column, word));
      }
    }
    return joined.toString();
  }

  @Nullable Boolean yesOrNo(Column column) {
    String text = tidy(column);
    if (text.isEmpty()) {
      return null;
    }
    return mapping
        .findValue("yes_no", text)
        .orElseThrow(() -> new BadCell(column, Reason.UNKNOWN_WORD))
        .equals("yes");
  }

  Currency currency() {
    String text = tidy(Column.CURRENCY);
    if (text.isEmpty()) {
      return options.currency();
    }
    String code = mapping.findValue("currency", text).orElse(text.toUpperCase(Locale.ROOT));
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new BadCell(Column.CURRENCY, Reason.UNKNOWN_WORD);
    }
  }

  @Nullable String place(Column column) {
    String text = tidy(column);
    if (text.isEmpty()) {
      return null;
    }
    return Places.find(mapping.findValue("place", text).orElse(text))
        .orElseThrow(() -> new BadCell(column, Reason.UNKNOWN_PLACE));
  }

  /** The row's time zone, or that of its place where a place has only one. */
  @Nullable String zone() {
    String text = tidy(Column.TIME_ZONE);
    if (text.isEmpty()) {
      return Optional.ofNullable(place(Column.PLACE)).flatMap(Places::findOnlyZone).orElse(null);
    }
    if (!ZONES.contains(text)) {
      throw new BadCell(Column.TIME_ZONE, Reason.UNKNOWN_ZONE);
    }
    return text;
  }

  String lender() {
    String text = text(Column.LENDER, 100);
    return text == null ? options.lender() : text;
  }

  private String choice(Column column, String word) {
    return mapping
        .findValue(column.id(), word)
        .orElseThrow(() -> new BadCell(column, Reason.UNKNOWN_WORD));
  }

  private String tidy(Column column) {
    return Text.tidy(raw(column));
  }

  private static <T> T required(Column column, @Nullable T value) {
    if (value == null) {
      throw new BadCell(column, Reason.MISSING);
    }
    return value;
  }

  private void refuseDamaged(Column column, String cell) {
    boolean ascii = true;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\uFFFD') {
        throw new BadCell(column, Reason.WRONG_ENCODING);
      }
      if (Character.isISOControl(c) && c != '\t') {
        throw new BadCell(column, Reason.BAD_CHARACTER);
      }
      ascii &= c < 0x80;
    }
    if (!ascii && charset.equals(FileForm.GB18030) && Mojibake.isLikely(cell)) {
      throw new BadCell(column, Reason.WRONG_ENCODING);
    }
  }
}
