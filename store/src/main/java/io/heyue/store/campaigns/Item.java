package io.heyue.store.campaigns;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import java.time.Instant;

/**
 * One account's part of a campaign.
 *
 * @param attempts first messages sent so far
 * @param due when it was to be worked
 */
public record Item(
    CampaignId campaign, AccountId account, PersonId person, int attempts, Instant due) {
  /** The word by which it is put aside. */
  public String key() {
    return campaign + "/" + account;
  }

  /** The key of what is tried now: whoever works it again before anything came of it tries this. */
  public PermitId attempt() {
    return PermitId.keyed("campaign " + key() + ", " + attempts + " before, due " + due);
  }
}
