package io.heyue.core.understanding;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words from which everything was taken by which somebody could be recognised, and every figure:
 * sums, days, numbers, names, addresses give way to what they are. What isn't certain to be
 * harmless goes; that costs a little sense, and nothing else.
 *
 * <p>Figures go without fail, since no digit is left, nor three of them in a row in words. Names
 * and addresses are found by rules, and by what is known of the person; a name that nobody knows
 * and nothing introduces may stay.
 *
 * @param text with marks such as 【金额】 or [sum]
 * @param marks how many there are
 */
public record Redaction(String text, int marks) {
  private static final Set<EntityType> HARMLESS =
      Set.of(EntityType.RELATION, EntityType.PAYMENT_EVENT, EntityType.CHANNEL, EntityType.ORDINAL);

  private static final String HAN = "\\u4e00-\\u9fff";

  /** Characters of place names: those that seldom end what stands before one. */
  private static final String PLACE = "[" + HAN + "&&[^我你他她您们这那个住在到从去来是的]]";

  /**
   * What is found by its look, the surest first. Every repetition has an end, so that no text takes
   * long or goes too deep.
   */
  private static final List<Rule> RULES =
      List.of(
          new Rule("mail", "[\\w.+-]{1,64}[@＠][\\w-]{1,63}(\\.[\\w-]{1,63}){1,8}"),
          new Rule("link", "(?i)(https?://|www\\.)[\\w./?=&%#:~+-]+"),
          new Rule(
              "link",
              "(?i)\\b[\\w-]{1,63}(\\.[\\w-]{1,63}){0,8}\\.(com|cn|net|org|top|xyz|vip|io)\\b[\\w/.-]*"),
          new Rule("number", "(?i)\\b(?=[\\w-]{0,63}\\d)(?=[\\w-]{0,63}[a-z])[\\w-]{4,}"),
          new Rule("id", "(?i)(?<=微信号?[是:：为]?|wechat( id)? (is )?|\\bwx[:： ]?)[a-z][\\w-]{4,}"),
          new Rule("name", "(?<=我叫|名叫|名字叫|名字是|叫做|姓名[是:：]?|户名[是:：]?)[" + HAN + "·]{2,4}"),
          new Rule("name", "(?<=我姓|免贵姓|他姓|她姓)[" + HAN + "]"),
          new Rule(
              "name",
              "(?<=我是|这是|本人)["
                  + Surnames.CHARACTERS
                  + "]["
                  + HAN
                  + "]{1,2}(?=[，。！？,.!? 的啊呀吧]|本人|$)"),
          new Rule("name", "[老小][" + Surnames.CHARACTERS + "](?![" + HAN + "]?(人|大|心|时))"),
          new Rule(
              "name",
              "["
                  + Surnames.CHARACTERS
                  + "]["
                  + HAN
                  + "]{0,2}(?=先生|女士|小姐|太太|经理|主任|老师|师傅|律师|总(?!共|之|是|额|算))"),
          new Rule("name", "\\b((?i:Mr|Mrs|Ms|Dr)\\.? [A-Za-z]|Miss [A-Z])[\\w'’-]+"),
          new Rule("address", PLACE + "{2,7}(省|自治区|自治州|(?<![超股城门])市|县|街道)(?!场|民|面)"),
          new Rule(
              "address",
              PLACE + "{1,8}(路|街|巷|弄|大道)[0-9０-９零一二三四五六七八九十百]{1,12}号?[" + HAN + "0-9０-９]{0,12}"),
          new Rule(
              "address",
              PLACE
                  + "{2,7}((?<![地误禁])区(?![别分间])|镇(?![定静])|(?<![家老城])乡(?![下亲])|(?<!农)村(?![民官])"
                  + "|胡同|屯|苑|(?<!村)庄)"),
          new Rule("address", PLACE + "{2,8}(花园|公寓|大厦|家园|新村|村委会|嘉园|名苑)"),
          new Rule("address", "[0-9０-９一二三四五六七八九十]{1,12}(号楼|栋|幢|单元|室)"),
          new Rule(
              "address",
              "(?i)\\b\\d{1,6}[a-z]? ([a-z]{1,20} ){1,3}(street|st|road|rd|avenue|ave|lane|crescent|terrace"
                  + "|boulevard|gardens)\\b"),
          new Rule(
              "address",
              "\\b\\d{1,6}[A-Za-z]? ([A-Z][a-z]{1,20} ){1,3}(Drive|Close|Court|Way|Square|Place|Park)\\b"),
          new Rule(
              "address",
              "\\b([A-Z][a-z]{1,20} ){1,2}(Estate|Village|Town|Gardens|Heights|Street|Road|Avenue|Lane)\\b"),
          new Rule(
              "address",
              "(?i)\\b(?!(?:the|this|that|my|our|your|his|her|their|an?|real|housing|council|whole)\\b)"
                  + "[a-z]{3,} (estate|village)\\b"),
          new Rule("address", "(?i)\\b[A-Z]{1,2}\\d[\\dA-Z]? ?\\d[A-Z]{2}\\b"),
          new Rule("firm", "(?<=在|是|去|叫|来自)[" + HAN + "]{2,10}(有限公司|公司|集团|医院|大学|中学|小学|工厂)"));

  private static final String CHINESE_FIGURE = "[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟幺廿卅]";

  private static final String ENGLISH_FIGURE =
      "(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
          + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
          + "|seventy|eighty|ninety|hundred|thousand|million|double|triple|treble)";

  /** Whatever figures are left, in digits of any kind or in words, together or set apart. */
  private static final Pattern FIGURES =
      Pattern.compile(
          "\\p{N}[\\p{N}.,，:：/-]*|"
              + CHINESE_FIGURE
              + "(?:[\\s、，,.。·-]{0,3}"
              + CHINESE_FIGURE
              + "){2,60}|(?i:\\b"
              + ENGLISH_FIGURE
              + "(?:[\\s,.-]{1,3}(?:and\\s)?"
              + ENGLISH_FIGURE
              + "){1,60}\\b)");

  private record Rule(String kind, Pattern pattern) {
    Rule(String kind, String pattern) {
      this(kind, Pattern.compile(pattern));
    }
  }

  /** As they stand; of those that begin together the longest first. */
  private static final Comparator<Hidden> IN_ORDER =
      Comparator.<Hidden>comparingInt(each -> each.span().start())
          .thenComparingInt(each -> -each.span().length());

  private record Hidden(Span span, String kind) {}

  /**
   * Takes out of {@code text} what must not leave.
   *
   * @param entities of the text
   * @param known names and the like that are known to belong to somebody
   */
  public static Redaction of(String text, List<Entity> entities, List<String> known, Lang lang) {
    List<Hidden> hidden = new ArrayList<>();
    for (String one : known) {
      KnownName.find(text, one).forEach(span -> hidden.add(new Hidden(span, "name")));
    }
    for (Entity entity : entities) {
      if (!harmless(entity)) {
        hidden.add(new Hidden(entity.span(), kind(entity)));
      }
    }
    // What is found there stands at the same place here.
    String plain = Simplified.of(text);
    for (Rule rule : RULES) {
      each(rule.pattern().matcher(plain), rule.kind(), hidden);
    }
    Introduction.NAMES.forEach(pattern -> each(pattern.matcher(plain), "name", hidden));
    each(FIGURES.matcher(plain), "number", hidden);
    return cut(text, hidden, lang);
  }

  private static boolean harmless(Entity entity) {
    return HARMLESS.contains(entity.type())
        || (entity.value() instanceof Value.Share
            && entity.text().chars().noneMatch(Character::isDigit));
  }

  private static void each(Matcher matcher, String kind, List<Hidden> hidden) {
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        hidden.add(new Hidden(Span.of(matcher.start(), matcher.end()), kind));
      }
    }
  }

  /** Where two overlap both go, under the name of the one that begins first. */
  private static Redaction cut(String text, List<Hidden> hidden, Lang lang) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int marks = 0;
    for (Hidden one : hidden.stream().sorted(IN_ORDER).toList()) {
      if (one.span().start() >= at) {
        out.append(text, at, one.span().start()).append(mark(one.kind(), lang));
        marks++;
      }
      at = Math.max(at, one.span().end());
    }
    out.append(text, at, text.length());
    return new Redaction(out.toString(), marks);
  }

  private static String kind(Entity entity) {
    return switch (entity.type()) {
      case MONEY -> "sum";
      case DATE, DATETIME, DATE_RANGE, DATETIME_RANGE, RECURRENCE -> "day";
      case TIME -> "time";
      case DURATION -> "length";
      case PHONE -> "phone";
      case ID_CARD -> "id";
      case BANK_CARD -> "card";
      case PERCENT -> "rate";
      case NUMBER, INSTALMENTS, ORDINAL, RELATION, PAYMENT_EVENT, CHANNEL -> "number";
    };
  }

  private static String mark(String kind, Lang lang) {
    return switch (lang) {
      case EN -> "[" + kind + "]";
      case ZH -> "【" + chinese(kind) + "】";
    };
  }

  private static String chinese(String kind) {
    return switch (kind) {
      case "sum" -> "金额";
      case "day" -> "日期";
      case "time" -> "时间";
      case "length" -> "时长";
      case "phone" -> "电话";
      case "id" -> "证件号";
      case "card" -> "卡号";
      case "rate" -> "比例";
      case "name" -> "姓名";
      case "address" -> "地址";
      case "mail" -> "邮箱";
      case "link" -> "网址";
      case "firm" -> "单位";
      default -> "数字";
    };
  }
}
