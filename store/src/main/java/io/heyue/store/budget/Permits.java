package io.heyue.store.budget;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Permits that were written. Stateless. */
public final class Permits {
  /** For whom and why a permit was given. */
  public record Kept(PersonId person, Purpose purpose, Optional<CampaignId> campaign) {}

  public Map<PermitId, Kept> list(Sql sql, Collection<PermitId> ids) {
    Map<PermitId, Kept> kept = new HashMap<>();
    sql.each(
        "select id, person_id, purpose, campaign_id from contact_permit where id = any(?)",
        row -> kept.put(new PermitId(row.uuid("id")), kept(row)),
        ids.stream().map(PermitId::value).toList());
    return kept;
  }

  private static Kept kept(Row row) {
    String purpose = row.text("purpose");
    return new Kept(
        new PersonId(row.uuid("person_id")),
        Purpose.find(purpose)
            .orElseThrow(() -> new IllegalStateException("There is no purpose " + purpose + ".")),
        row.findUuid("campaign_id").map(CampaignId::new));
  }
}
