package io.heyue.app.tuning;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Redaction;
import io.heyue.core.understanding.entity.RuleEntityParser;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.Talk;
import io.heyue.store.records.OwnedAccount;
import io.heyue.store.records.PersonRecord;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Masks a conversation: every figure, and everything by which somebody could be recognised. */
final class Veil {
  private final RuleEntityParser entities = RuleEntityParser.of();

  Dialogue over(Talk talk, List<Message> messages, PersonRecord person, OwnedAccount account) {
    List<String> known =
        List.of(
            person.name().reveal(),
            account.account().tail(),
            person.identityTail().orElse(""),
            talk.id().code());
    ZoneId zone = person.zone() == null ? ZoneOffset.UTC : person.zone();
    String lender = account.account().lender().name();
    List<Dialogue.Line> lines = new ArrayList<>();
    int marks = 0;
    for (Message message : messages) {
      Redaction masked =
          Redaction.of(
              message.text(),
              found(
                  message.text(),
                  message.at().atZone(zone),
                  account.account().overdue().currency()),
              known,
              talk.lang());
      marks += masked.marks();
      String text = masked.text().replace(lender, talk.lang() == Lang.ZH ? "【机构】" : "[lender]");
      if (!lines.isEmpty() && lines.getLast().ours() == message.ours()) {
        text = lines.removeLast().text() + "\n" + text;
      }
      lines.add(new Dialogue.Line(message.ours(), text.strip()));
    }
    return new Dialogue(talk.id(), talk.lang(), lines, marks);
  }

  /** What any of our languages finds: people name sums in both. */
  private List<Entity> found(String text, ZonedDateTime at, Currency currency) {
    return Stream.of(Lang.values())
        .flatMap(lang -> entities.parse(text, lang, at, currency).stream())
        .toList();
  }
}
