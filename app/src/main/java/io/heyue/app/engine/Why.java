package io.heyue.app.engine;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.core.law.Citation;
import io.heyue.core.law.RuleId;
import java.time.Instant;
import java.util.List;

/** Says of any contact why it was lawful, from the ledger. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester") // not filled in yet
public final class Why {
  Why() {}

  /**
   * Why something was said or not said.
   *
   * @param stripe and {@code number}: where in the ledger it stands
   * @param hash of that entry
   * @param verdict permitted, amended, forbidden, silent or refused
   * @param rules that were asked or broken
   * @param entry the whole entry in canonical JSON
   */
  public record Answer(
      int stripe,
      long number,
      String hash,
      Instant at,
      String kind,
      String verdict,
      List<Ground> rules,
      String entry) {
    public Answer {
      rules = List.copyOf(rules);
    }
  }

  /** A rule, where it stands and what it says. */
  public record Ground(RuleId rule, Citation citation, String plain) {}

  /** Everything that the ledger has about a permit, oldest first. */
  public List<Answer> of(PermitId permit) {
    throw new UnsupportedOperationException(permit.toString());
  }

  /** Everything that the ledger has about a conversation, oldest first. */
  public List<Answer> of(ConversationId conversation) {
    throw new UnsupportedOperationException(conversation.toString());
  }
}
