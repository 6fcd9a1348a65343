package io.heyue.store.campaigns;

import io.heyue.core.base.CampaignId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A campaign: accounts that fit a filter, written to by a plan.
 *
 * @param startAt when it starts by itself, if it is scheduled
 * @param planned whether its items stand in the table
 */
public record Campaign(
    CampaignId id,
    String name,
    Filter filter,
    Approach approach,
    Status status,
    Optional<Instant> startAt,
    boolean planned,
    Instant createdAt) {

  /** Where a campaign stands. */
  public enum Status {
    DRAFT,
    SCHEDULED,
    RUNNING,
    PAUSED,
    STOPPED,
    DONE;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
