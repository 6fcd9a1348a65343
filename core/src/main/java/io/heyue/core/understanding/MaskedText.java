package io.heyue.core.understanding;

import io.heyue.core.base.PersonName;
import io.heyue.core.base.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An utterance in which nothing says who somebody is: in place of names, of numbers of telephones,
 * identities, cards and accounts, and of addresses stands what was there. Sums and days stay; they
 * say what is meant and belong to many. Masks too much rather than too little, and is bounded: of a
 * text over {@value #LONGEST} characters the rest is left out.
 */
public record MaskedText(String text) {
  /** What stands where a name stood. */
  public static final String NAME = "[name]";

  /** What stands where a number stood that belongs to one person. */
  public static final String NUMBER = "[number]";

  /** What stands where a postal or an e-mail address or a link stood. */
  public static final String ADDRESS = "[address]";

  private static final int LONGEST = 500;

  /** As many digits in a row are a number of somebody's, where they are no sum and no day. */
  private static final int FEW_DIGITS = 5;

  /** As many are one whatever they are taken for, but a day. */
  private static final int MANY_DIGITS = 8;

  private static final Set<EntityType> PERSONAL =
      EnumSet.of(EntityType.PHONE, EntityType.ID_CARD, EntityType.BANK_CARD);

  private static final Set<EntityType> DAYS =
      EnumSet.of(
          EntityType.DATE,
          EntityType.TIME,
          EntityType.DATETIME,
          EntityType.DATE_RANGE,
          EntityType.DATETIME_RANGE,
          EntityType.RECURRENCE);

  private static final List<Pattern> NAMES =
      List.of(
          Pattern.compile(
              "(?<=我叫|名叫|叫做|名字是|名字叫|姓名是|本人是|[他她]叫)\\p{IsHan}{2,4}(?![\\p{IsHan}])|"
                  + "(?<=我叫|名叫|叫做|名字是|名字叫|姓名是|本人是|[他她]叫)"
                  + Surnames.ONE
                  + "\\p{IsHan}{1,2}"),
          Pattern.compile(
              "(?<=我是|是不是|这是|找)" + Surnames.ONE + "\\p{IsHan}{1,2}(?=[，。,.!！?？ 的本啊呀吧]|$)"),
          Pattern.compile(Surnames.ONE + "\\p{IsHan}{0,2}(?=先生|女士|小姐|太太|老师|经理|主任|律师|师傅|医生|总监)"),
          Pattern.compile("(?<=免贵姓|我姓)" + Surnames.ONE),
          Pattern.compile(
              "(?<=\\b(?:Mr|Mrs|Ms|Miss|Dr|mr|mrs|ms|miss|dr)\\.? )[A-Za-z][a-z'-]{1,20}"));

  private static final List<Pattern> ADDRESSES =
      List.of(
          Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,32}){1,4}"),
          Pattern.compile("(?i)(?:https?://|www\\.)[^\\s，。]{1,200}"),
          Pattern.compile(
              "[\\p{IsHan}&&[^在到住是寄我了去来]]{0,16}(?:路|街|巷|弄|村|小区|花园|公寓|大厦|苑|大道|镇|里)"
                  + "\\s?[\\d一二三四五六七八九十百]{1,5}\\s?(?:号|栋|幢|单元|室|弄|组|座)"
                  + "[\\dA-Za-z一二三四五六七八九十百号栋幢单元室楼层座]{0,20}"),
          Pattern.compile(
              "(?i)\\b\\d{1,5}[a-z]? (?:[a-z]{2,20} ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr"
                  + "|court|ct|boulevard|blvd|square|terrace|close|crescent)\\b"),
          Pattern.compile("(?i)\\b[A-Z]{1,2}\\d[\\dA-Z]? ?\\d[A-Z]{2}\\b"));

  private static final Pattern HANDLE =
      Pattern.compile(
          "(?i)(?<=微信|微信号|微信号码|微信账号|qq|qq号|qq号码|wechat|wechat id|wechat is|wechat id is)"
              + "[是为:： ]{0,3}[a-z][a-z0-9_-]{4,30}");

  private static final Pattern DIGITS =
      Pattern.compile("[A-Za-z]{0,3}[0-9０-９](?:[-\\s.,，、/()（）]{0,2}[0-9０-９]){4,40}[Xx]?");

  /** One after the other, as numbers of telephones and cards are said; sums are said otherwise. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "[零〇一二两三四五六七八九幺洞拐](?:[\\s、，,.·-]{0,3}[零〇一二两三四五六七八九幺洞拐]){5,40}"
              + "|(?i:\\b(?:DIGIT)(?:[\\s,.-]{1,3}(?:DIGIT)){4,40}\\b)"
                  .replace(
                      "DIGIT",
                      "oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple"
                          + "|treble"));

  private record Hidden(Span span, String by) {}

  /**
   * @param entities of {@code text}, with the spans in it
   * @param names of people whom {@code text} may name
   */
  public static MaskedText of(String text, List<Entity> entities, Collection<PersonName> names) {
    List<Hidden> hidden = new ArrayList<>();
    for (PersonName name : names) {
      KnownName.find(text, name.reveal()).forEach(span -> hidden.add(new Hidden(span, NAME)));
    }
    entities.stream()
        .filter(entity -> PERSONAL.contains(entity.type()))
        .forEach(entity -> hidden.add(new Hidden(entity.span(), NUMBER)));
    // What is found there stands at the same place here.
    String plain = Simplified.of(text);
    NAMES.forEach(pattern -> find(pattern, plain, NAME, hidden));
    Introduction.NAMES.forEach(pattern -> find(pattern, plain, NAME, hidden));
    ADDRESSES.forEach(pattern -> find(pattern, plain, ADDRESS, hidden));
    find(HANDLE, plain, NUMBER, hidden);
    find(SPOKEN, plain, NUMBER, hidden);
    digits(text, entities, hidden);
    String masked = printable(masked(text, hidden));
    return new MaskedText(masked.length() <= LONGEST ? masked : masked.substring(0, end(masked)));
  }

  /** Not within a character that takes two places. */
  private static int end(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  private static void find(Pattern pattern, String text, String by, List<Hidden> hidden) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      hidden.add(new Hidden(new Span(matcher.start(), matcher.end()), by));
    }
  }

  /** A label is read again as a line of a file, where control characters have no place. */
  private static String printable(String text) {
    return text.codePoints()
        .map(point -> isPrintable(point) ? point : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintable(int point) {
    return !Character.isISOControl(point)
        && (point & 0xfffe) != 0xfffe
        && Character.getType(point) != Character.SURROGATE;
  }

  /** Between days, so that a day doesn't hide the number beside it. */
  private static void digits(String text, List<Entity> entities, List<Hidden> hidden) {
    int from = 0;
    for (Span day :
        entities.stream()
            .filter(entity -> DAYS.contains(entity.type()))
            .map(Entity::span)
            .sorted(Comparator.comparingInt(Span::start))
            .toList()) {
      if (day.start() > from) {
        digits(text, from, day.start(), entities, hidden);
      }
      from = Math.max(from, day.end());
    }
    digits(text, from, text.length(), entities, hidden);
  }

  private static void digits(
      String text, int from, int to, List<Entity> entities, List<Hidden> hidden) {
    Matcher matcher = DIGITS.matcher(text).region(Math.min(from, to), to);
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      long digits = matcher.group().codePoints().filter(Character::isDigit).count();
      boolean sum = covered(span, entities, EnumSet.of(EntityType.MONEY));
      if (digits >= (sum ? MANY_DIGITS : FEW_DIGITS)) {
        hidden.add(new Hidden(span, NUMBER));
      }
    }
  }

  private static boolean covered(Span span, List<Entity> entities, Set<EntityType> types) {
    return entities.stream()
        .anyMatch(entity -> types.contains(entity.type()) && entity.span().overlaps(span));
  }

  /** Of what overlaps the first and longest says what stood there; all of it is hidden. */
  private static String masked(String text, List<Hidden> hidden) {
    hidden.sort(
        Comparator.<Hidden>comparingInt(each -> each.span().start())
            .thenComparing(Comparator.<Hidden>comparingInt(each -> each.span().end()).reversed()));
    StringBuilder masked = new StringBuilder();
    int end = 0;
    for (Hidden each : hidden) {
      if (each.span().start() >= end) {
        masked.append(text, end, each.span().start()).append(each.by());
      }
      end = Math.max(end, each.span().end());
    }
    return masked.append(text.substring(Math.min(end, text.length()))).toString();
  }
}
