package io.heyue.store.budget;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Permitting;
import io.heyue.core.compliance.Permitting.Written;
import io.heyue.core.law.Fact;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was answered before to whoever asks again under the same key. */
final class Answered {
  private Answered() {}

  /**
   * The answers of before.
   *
   * @throws IllegalArgumentException if a key was used for another contact
   */
  static Map<PermitId, ContactVerdict> before(
      Sql sql, Permitting permitting, List<ContactRequest> requests) {
    List<UUID> ids = requests.stream().map(request -> request.permit().value()).toList();
    Map<PermitId, ContactRequest> asked =
        requests.stream()
            .collect(Collectors.toMap(ContactRequest::permit, each -> each, (one, _) -> one));
    Map<PermitId, ContactVerdict> answers = new HashMap<>();
    sql.each(
        "select * from contact_permit where id = any(?)",
        row -> {
          PermitId id = sameContact(row, asked);
          answers.put(id, new ContactVerdict.Permitted(Permitting.again(written(id, row))));
        },
        ids);
    sql.each(
        "select * from contact_refusal where id = any(?)",
        row ->
            answers.put(
                sameContact(row, asked),
                permitting.again(
                    rules(row),
                    row.texts("missing").stream().map(Answered::fact).toList(),
                    row.findInstant("lawful_from"))),
        ids);
    return answers;
  }

  private static PermitId sameContact(Row row, Map<PermitId, ContactRequest> asked) {
    PermitId id = new PermitId(row.uuid("id"));
    ContactRequest request = asked.get(id);
    boolean same =
        request != null
            && request.person().value().equals(row.uuid("person_id"))
            && request.facts().channel().id().equals(row.text("channel"))
            && request.facts().purpose().id().equals(row.text("purpose"))
            && request.facts().point().id().equals(row.text("number"));
    if (!same) {
      throw new IllegalArgumentException(
          "Key " + id + " was used for another contact. Maybe two attempts were given one key.");
    }
    return id;
  }

  private static Written written(PermitId id, Row row) {
    return new Written(
        id,
        new PersonId(row.uuid("person_id")),
        Channel.find(row.text("channel")).orElseThrow(),
        Purpose.find(row.text("purpose")).orElseThrow(),
        row.text("number"),
        row.instant("granted_at"),
        row.instant("expires_at"),
        rules(row),
        row.texts("tasks").stream().map(RuleForm.Task::valueOf).collect(Collectors.toSet()));
  }

  private static List<RuleId> rules(Row row) {
    return row.texts("rules").stream().map(Answered::rule).toList();
  }

  private static RuleId rule(String text) {
    int at = text.lastIndexOf('@');
    return new RuleId(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
  }

  private static Fact fact(String path) {
    return Arrays.stream(Fact.values())
        .filter(fact -> fact.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no fact " + path + "."));
  }
}
