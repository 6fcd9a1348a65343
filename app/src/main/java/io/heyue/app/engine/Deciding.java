package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.portfolio.Decision;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.campaigns.Item;
import io.heyue.store.campaigns.Referrals.Referral;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person's decision, made or missing, means for outreach. Pure. */
final class Deciding {
  static final String DECLINED = "a person decided against contact";
  static final String PERMITTED = "a person decided that there may be contact";

  private Deciding() {}

  /** Those of {@code channels} that a decision on the person leaves; all where there is none. */
  static List<Channel> channels(List<Channel> channels, Dossier dossier, Instant now) {
    if (dossier.flags().isEmpty()) {
      return channels;
    }
    Optional<Decision> made = dossier.decision(now).filter(Decision::contact);
    return channels.stream()
        .filter(channel -> made.isEmpty() || made.get().covers(channel))
        .toList();
  }

  /** Whether a person decided that there is no contact, and it needn't be asked again. */
  static boolean declined(Dossier dossier, Instant now) {
    return dossier.decision(now).filter(made -> !made.contact()).isPresent();
  }

  /**
   * The item as one for a person, where nothing stands against it for good but that one must
   * decide. What waiting ends beside it is seen to after the decision.
   */
  static Optional<Referral> referral(Item item, ContactVerdict.Refused refused) {
    List<Objection> person = refused.objections().stream().filter(Objection::needsPerson).toList();
    boolean others =
        refused.objections().stream()
            .allMatch(each -> each.needsPerson() || each.lawfulFrom().isPresent());
    return person.isEmpty() || !others
        ? Optional.empty()
        : Optional.of(
            new Referral(item, person.stream().map(Objection::rule).toList(), refused.undecided()));
  }
}
