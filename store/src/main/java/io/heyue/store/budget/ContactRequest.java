package io.heyue.store.budget;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.law.ContactFacts;
import java.util.Optional;

/**
 * An intended contact.
 *
 * @param permit the identity that its permit will have, or its refusal
 * @param facts what is known of it; its history is left out, since only the budget knows it
 */
public record ContactRequest(
    PermitId permit,
    PersonId person,
    Optional<CaseId> matter,
    Optional<CampaignId> campaign,
    ContactFacts facts) {}
