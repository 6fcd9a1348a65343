package io.heyue.app.law;

import io.heyue.app.proof.Labels;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.law.ConsentKind;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Trace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what was known of a contact to somebody who has never seen the system. */
public final class ContactStory {
  /** So many of the contacts before are told one by one. */
  private static final int MOST_TOLD = 8;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Lang lang;
  private final boolean chinese;

  public ContactStory(Lang lang) {
    this.lang = lang;
    this.chinese = lang == Lang.ZH;
  }

  /** What was known, a sentence each. */
  public List<String> of(ContactFacts facts) {
    List<String> told = new ArrayList<>();
    told.add(who(facts));
    told.add(number(facts));
    told.add(debt(facts));
    told.add(standing(facts));
    told.add(history(facts));
    return told;
  }

  private String who(ContactFacts facts) {
    String time = time(facts.at(), facts);
    String zone = facts.person().zone() == null ? "UTC" : facts.person().zone().getId();
    String by = word(facts.channel().id());
    String why = word(facts.purpose().id());
    String licence = enumWord(facts.lender().licence());
    String agency =
        facts
            .lender()
            .agency()
            .map(name -> chinese ? "，由" + name + "代为" : ", by the agency " + name)
            .orElse("");
    String relation = enumWord(facts.person().relation());
    return chinese
        ? "%s（当地时间，%s）以%s联系%s，目的：%s。机构：%s（%s）%s；对方所在地：%s。"
            .formatted(
                time,
                zone,
                by,
                relation,
                why,
                licence,
                place(facts.lender().place()),
                agency,
                place(facts.person().place()))
        : "On %s on the person's clock (%s), by %s, to %s; purpose: %s. The lender: %s in %s%s; the person is in %s."
            .formatted(
                time,
                zone,
                by,
                relation,
                why,
                licence,
                place(facts.lender().place()),
                agency,
                place(facts.person().place()));
  }

  private String number(ContactFacts facts) {
    String source = enumWord(facts.point().source());
    return chinese
        ? "号码或地址的来源：" + source + "。"
        : "The number or address comes from: " + source + ".";
  }

  private String debt(ContactFacts facts) {
    ContactFacts.Debt debt = facts.debt();
    String assigned =
        debt.assigned() == null
            ? unknown()
            : debt.assigned() ? (chinese ? "是" : "yes") : (chinese ? "否" : "no");
    String limitation =
        debt.limitationFrom() == null ? unknown() : debt.limitationFrom().toString();
    String product = debt.product() == null ? unknown() : debt.product();
    return chinese
        ? "产品：" + product + "；时效自 " + limitation + " 起算；债权是否转让：" + assigned + "。"
        : "Product: %s; the limitation period runs from %s; assigned to somebody else: %s."
            .formatted(product, limitation, assigned);
  }

  private String standing(ContactFacts facts) {
    String none = chinese ? "无" : "none";
    Set<HoldKind> holds = facts.holds();
    String held = holds == null ? unknown() : list(holds.stream().map(HoldKind::id).toList(), none);
    String given =
        facts.consents() == null
            ? unknown()
            : list(facts.consents().given().stream().map(ConsentKind::id).toList(), none);
    String withdrawn =
        facts.consents() == null
            ? unknown()
            : list(facts.consents().withdrawn().stream().map(ConsentKind::id).toList(), none);
    return chinese
        ? "暂停事由：" + held + "；已同意：" + given + "；已撤回：" + withdrawn + "。"
        : "Holds: %s; agreed to: %s; took back: %s.".formatted(held, given, withdrawn);
  }

  private String history(ContactFacts facts) {
    List<Trace> history = facts.history();
    if (history == null) {
      return chinese ? "此前的联系记录不明。" : "The contacts before are not known.";
    }
    if (history.isEmpty()) {
      return chinese ? "此前没有联系。" : "No contact before it counts.";
    }
    String told =
        history.stream()
            .sorted(Comparator.comparing(Trace::at).reversed())
            .limit(MOST_TOLD)
            .map(trace ->
                time(trace.at(), facts) + " " + word(trace.channel().id()) + reached(trace))
            .collect(Collectors.joining(chinese ? "；" : "; "));
    return (chinese
            ? "此前计入的联系 " + history.size() + " 次（所有渠道、活动和机构）："
            : "Contacts before it that count, over all channels, campaigns and agencies: "
                + history.size()
                + ": ")
        + told
        + (chinese ? "。" : ".");
  }

  private String reached(Trace trace) {
    if (trace.effective() == null) {
      return chinese ? "（是否联系到不明，按联系到计）" : " (maybe reached, which counts as reached)";
    }
    return trace.effective()
        ? chinese ? "（已联系到）" : " (reached)"
        : chinese ? "（未联系到）" : " (not reached)";
  }

  private static String time(Instant at, ContactFacts facts) {
    ZoneId zone = facts.person().zone() == null ? ZoneOffset.UTC : facts.person().zone();
    return TIME.format(at.atZone(zone));
  }

  private String list(List<String> words, String none) {
    return words.isEmpty()
        ? none
        : words.stream().sorted().map(this::word).collect(Collectors.joining(chinese ? "、" : ", "));
  }

  private String place(@Nullable String place) {
    return place == null ? unknown() : place;
  }

  private String enumWord(@Nullable Enum<?> value) {
    return value == null ? unknown() : word(value.name());
  }

  private String unknown() {
    return chinese ? "不明" : "not known";
  }

  private String word(String word) {
    return Labels.value(word.toUpperCase(Locale.ROOT), lang);
  }
}
