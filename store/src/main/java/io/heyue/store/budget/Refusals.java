package io.heyue.store.budget;

import io.heyue.core.base.CampaignId;
import io.heyue.store.postgres.Sql;
import java.util.LinkedHashMap;
import java.util.Map;

/** Contacts that were refused. Stateless. */
public final class Refusals {
  /** How often each rule refused a contact of a campaign, the commonest first. */
  public Map<String, Long> byRule(Sql sql, CampaignId campaign) {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.each(
        """
        select rule, count(*) as n from contact_refusal, unnest(rules) as rule
        where campaign_id = ? group by rule order by n desc, rule
        """,
        row -> counts.put(row.text("rule"), row.number("n")),
        campaign.value());
    return counts;
  }
}
