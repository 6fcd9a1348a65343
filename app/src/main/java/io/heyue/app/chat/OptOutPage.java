package io.heyue.app.chat;

import io.heyue.app.house.House;
import io.heyue.core.audit.Canonical;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.cases.Cases;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Sql;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes an unsubscribe (RFC 8058): a mail program posts without a question, a person is asked once,
 * because scanners open every link. Consent to that channel is withdrawn on all of their cases.
 */
@RestController
@Hidden
@RequestMapping("/unsubscribe/{token}")
public final class OptOutPage {
  private final House house;
  private final Ledger ledger;
  private final Cases cases = new Cases();

  OptOutPage(House house) {
    this.house = house;
    this.ledger = house.ledger();
  }

  private record Sent(PersonId person, Channel channel) {}

  /** For the ledger. */
  private record Withdrawn(String what, Channel channel) {}

  @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() throws IOException {
    return Html.page("unsubscribe.html");
  }

  @PostMapping
  ResponseEntity<Void> withdraw(@PathVariable String token) {
    Optional<PermitId> permit = house.optOut().find(token);
    boolean done =
        permit.isPresent()
            && house.store().database().transactor().get(sql -> withdraw(sql, permit.get()));
    return ResponseEntity.status(done ? HttpStatus.OK : HttpStatus.NOT_FOUND).build();
  }

  private boolean withdraw(Sql sql, PermitId permit) {
    Optional<Sent> sent =
        sql.find(
            "select person_id, channel from contact_permit where id = ?",
            row ->
                new Sent(
                    new PersonId(row.uuid("person_id")),
                    Channel.find(row.text("channel")).orElseThrow()),
            permit.value());
    if (sent.isEmpty()) {
      return false;
    }
    Instant now = house.clock().instant();
    Channel channel = sent.get().channel();
    List<Cases.Change> changes = new ArrayList<>();
    for (Case matter : cases.byPerson(sql, sent.get().person())) {
      if (!Boolean.FALSE.equals(matter.consents().get(channel))) {
        changes.add(
            new Cases.Change(matter, List.of(new CaseEvent.ConsentWithdrawn(now, channel))));
      }
    }
    if (!changes.isEmpty()) {
      cases.append(sql, changes);
      ledger.append(
          sql,
          List.of(
              new Entry(
                  Entry.Kind.JOB,
                  now,
                  sent.get().person().value(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(permit),
                  Canonical.text(new Withdrawn("consent withdrawn by link", channel)))));
    }
    return true;
  }
}
