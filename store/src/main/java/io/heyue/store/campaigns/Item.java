package io.heyue.store.campaigns;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.PersonId;

/**
 * One account's part of a campaign.
 *
 * @param attempts first messages sent so far
 */
public record Item(CampaignId campaign, AccountId account, PersonId person, int attempts) {
  /** The word by which it is put aside. */
  public String key() {
    return campaign + "/" + account;
  }
}
