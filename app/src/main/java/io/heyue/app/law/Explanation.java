package io.heyue.app.law;

import io.heyue.core.base.Lang;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.law.Fact;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleId;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in plain words why an act is lawful or not. */
final class Explanation {
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '('xxx')'");
  private static final DateTimeFormatter CHINESE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm（xxx）");

  private final RuleBook book;
  private final boolean chinese;
  private final Lang lang;

  Explanation(RuleBook book, Lang lang) {
    this.book = book;
    this.lang = lang;
    this.chinese = lang == Lang.ZH;
  }

  String permitted(int rules) {
    return chinese
        ? "可以。共核对 " + rules + " 条规则，均无反对。"
        : "It may be done. " + rules + " rules were asked and none has anything against it.";
  }

  String refused(ContactVerdict.Refused refused, Optional<OffsetDateTime> from) {
    List<String> parts = new ArrayList<>();
    if (refused.needsPerson()) {
      parts.add(chinese ? "须由人工决定。" : "A person must decide on it or see to it.");
    }
    if (!refused.missing().isEmpty()) {
      String names =
          refused.missing().stream()
              .map(Fact::path)
              .collect(Collectors.joining(chinese ? "、" : ", "));
      parts.add(chinese ? "缺少：" + names + "。" : "Not known: " + names + ".");
    }
    for (Objection objection : refused.objections()) {
      if (objection.missing().isEmpty() || objection.missing().contains(Fact.LAW)) {
        parts.add(rule(objection.rule()));
      }
    }
    from.ifPresent(moment ->
        parts.add(
            chinese
                ? "自" + CHINESE.format(moment) + "起可以。"
                : "It becomes lawful on " + ENGLISH.format(moment) + "."));
    return String.join(chinese ? "" : " ", parts);
  }

  /** A rule's plain sentence with its article. */
  String rule(RuleId id) {
    Optional<Rule> rule = book.find(id);
    if (rule.isEmpty()) {
      return chinese
          ? "没有该地适用的规则（" + id.id() + "）。"
          : "No rules for the place are known (" + id.id() + ").";
    }
    String says = rule.get().says(lang);
    String cited = rule.get().citation().brief();
    return chinese
        ? says.replaceFirst("。$", "") + "（" + id.id() + "，" + cited + "）。"
        : says.replaceFirst("\\.$", "") + " (" + id.id() + ", " + cited + ").";
  }

  /** How what stands against it could be met, each way once. */
  static List<String> remedies(ContactVerdict.Refused refused, Lang lang) {
    return refused.objections().stream()
        .flatMap(objection -> Optional.ofNullable(objection.remedy().get(lang)).stream())
        .distinct()
        .toList();
  }
}
