package io.heyue.app.engine;

import io.heyue.core.decision.Treatment;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Item;
import io.heyue.store.records.ContactPoint;

/** Somebody whom a campaign is about to write to, and how. */
record Candidate(
    Item item,
    Approach approach,
    Folder folder,
    ContactPoint point,
    Treatment treatment,
    Invitation invitation,
    ContactRequest request) {}
