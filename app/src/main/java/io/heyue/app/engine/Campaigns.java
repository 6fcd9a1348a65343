package io.heyue.app.engine;

import io.heyue.core.base.CampaignId;
import io.heyue.core.law.RuleId;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Campaign;
import io.heyue.store.campaigns.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Campaigns: who is written to, and the writing. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester") // not filled in yet
public final class Campaigns {
  Campaigns() {}

  /** What a campaign would come to now. */
  public record Preview(
      long accounts, long permitted, long refused, Map<RuleId, Long> refusedByRule) {
    public Preview {
      refusedByRule = Map.copyOf(refusedByRule);
    }
  }

  /**
   * How far a campaign is.
   *
   * @param items accounts that it is about
   * @param waiting not written to yet, or to be written to again
   * @param written written to at least once
   * @param refused that the law refuses and that will not be tried again
   * @param done finished with
   */
  public record Progress(long items, long waiting, long written, long refused, long done) {}

  public CampaignId create(String name, Filter filter, Approach approach) {
    throw new UnsupportedOperationException(name + filter + approach);
  }

  public Campaign get(CampaignId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /** All, the newest first. */
  public List<Campaign> all() {
    throw new UnsupportedOperationException();
  }

  public Progress progress(CampaignId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /** Asks the guard about everybody whom {@code filter} selects, and reserves nothing. */
  public Preview preview(Filter filter, Approach approach) {
    throw new UnsupportedOperationException(filter.toString() + approach);
  }

  /** Plans the items and begins; also goes on after a pause. */
  public void start(CampaignId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  public void schedule(CampaignId id, Instant at) {
    throw new UnsupportedOperationException(id.toString() + at);
  }

  public void pause(CampaignId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /** Ends it for good. */
  public void stop(CampaignId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /**
   * Works at most {@code limit} items that are due, in one transaction.
   *
   * @return how many
   */
  public int step(Instant now, int limit) {
    throw new UnsupportedOperationException(now.toString() + limit);
  }
}
