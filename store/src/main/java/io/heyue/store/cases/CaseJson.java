package io.heyue.store.cases;

import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.json.Json;

/** Cases and their events as the database holds them. */
final class CaseJson {
  private static final Json JSON = Json.of(CaseEvent.class);

  private CaseJson() {}

  static String write(CaseEvent event) {
    return JSON.write(event);
  }

  static CaseEvent event(String text) {
    return JSON.read(text, CaseEvent.class);
  }

  static String write(Case matter) {
    return JSON.write(matter);
  }

  static Case matter(String text) {
    return JSON.read(text, Case.class);
  }

  /** A digest of what the books say of an account, to see whether they changed. */
  static String books(Account account) {
    return io.heyue.core.audit.Hash.of(io.heyue.core.audit.Canonical.bytes(account)).hex();
  }
}
