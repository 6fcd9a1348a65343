package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.engine.Outside;
import io.heyue.app.engine.Outside.Answer;
import io.heyue.app.engine.Outside.Told;
import io.heyue.app.house.House;
import io.heyue.core.base.AccountId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.MailAddress;
import io.heyue.core.base.Personal;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contacts that agencies made outside this system, reported so that they count. */
@RestController
@RequestMapping("/api/v1/outside-contacts")
public final class OutsideContactsApi {
  private static final int MOST = 1000;
  private static final int LONGEST = 200;

  private final Outside outside;

  OutsideContactsApi(House house) {
    this.outside = house.engine().outside();
  }

  /** Contacts to be reported. */
  public record ReportBody(@Nullable List<ContactBody> contacts) {
    @Override
    public String toString() {
      return "ReportBody";
    }
  }

  /**
   * One contact.
   *
   * @param agency who made it
   * @param key by which the agency knows it; told again under it, it counts once
   * @param accountId our id of an account of the person
   * @param lender and {@code account}, in its place: the account as the lender knows it
   * @param channel call, sms, email, push, chat, visit or letter
   * @param number the telephone number or e-mail address; left out, it counts for every one
   * @param relation of whoever was contacted to the debtor: self, guarantor, spouse … left out, the
   *     number says it where we know it
   * @param effective whether the person was reached and the debt spoken of; null counts as reached,
   *     and may be told later
   */
  public record ContactBody(
      @Nullable String agency,
      @Nullable String key,
      @Nullable UUID accountId,
      @Nullable String lender,
      @Nullable String account,
      @Nullable Instant at,
      @Nullable String channel,
      @Nullable String number,
      @Nullable String relation,
      @Nullable Boolean effective) {
    @Override
    public String toString() {
      return "ContactBody[" + key + "]";
    }
  }

  /** One that was not noted, by its place in the request, from 0 on. */
  public record RejectedView(int index, String reason) {}

  /** What came of them. */
  public record ReportView(int recorded, int repeated, int settled, List<RejectedView> rejected) {
    public ReportView {
      rejected = List.copyOf(rejected);
    }
  }

  @PostMapping
  ReportView report(@RequestBody ReportBody body, @AuthenticationPrincipal Principal who) {
    List<ContactBody> contacts = body.contacts() == null ? List.of() : body.contacts();
    if (contacts.isEmpty() || contacts.size() > MOST) {
      throw new Unusable("contacts must hold 1 to " + MOST + " of them.");
    }
    List<RejectedView> rejected = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < contacts.size(); i++) {
      try {
        told.add(told(contacts.get(i)));
        places.add(i);
      } catch (Unusable e) {
        rejected.add(new RejectedView(i, String.valueOf(e.getMessage())));
      }
    }
    List<Answer> answers = told.isEmpty() ? List.of() : outside.report(told, who.name());
    int recorded = 0;
    int repeated = 0;
    int settled = 0;
    for (int i = 0; i < answers.size(); i++) {
      switch (answers.get(i)) {
        case Answer.Refused refused -> rejected.add(new RejectedView(places.get(i), refused.why()));
        case Answer.Noted noted -> {
          switch (noted.outcome()) {
            case RECORDED -> recorded++;
            case SETTLED -> settled++;
            case REPEATED, OTHER -> repeated++;
          }
        }
      }
    }
    return new ReportView(recorded, repeated, settled, rejected);
  }

  private static Told told(ContactBody body) {
    Channel channel = OneOf.need("channel", body.channel(), List.of(Channel.values()), Channel::id);
    if (body.accountId() == null && (body.account() == null || body.account().isBlank())) {
      throw new Unusable("accountId, or lender and account, must say whom it was made to.");
    }
    if (body.at() == null) {
      throw new Unusable("at is missing; it must be an instant such as 2026-11-23T02:00:00Z.");
    }
    return new Told(
        filled("agency", body.agency()),
        filled("key", body.key()),
        Optional.ofNullable(body.accountId()).map(AccountId::new),
        body.lender() == null ? "" : body.lender().strip(),
        Optional.ofNullable(body.account()).map(String::strip),
        body.at(),
        channel,
        Optional.ofNullable(body.number()).map(number -> address(channel, number)),
        OneOf.find("relation", body.relation(), List.of(Relation.values()), Relation::id),
        body.effective());
  }

  private static String filled(String what, @Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw new Unusable(what + " must hold 1 to " + LONGEST + " characters.");
    }
    return text.strip();
  }

  private static Personal address(Channel channel, String written) {
    Optional<? extends Personal> address =
        switch (channel) {
          case CALL, SMS -> PhoneNumber.find(written);
          case EMAIL ->
              written.indexOf('@') > 0
                  ? Optional.of(new MailAddress(written.strip()))
                  : Optional.empty();
          default -> Optional.empty();
        };
    if (address.isEmpty()) {
      throw new Unusable(
          "number is no telephone number or e-mail address by which this channel reaches somebody."
              + " Maybe leave it out; then it counts for every one.");
    }
    return address.get();
  }
}
