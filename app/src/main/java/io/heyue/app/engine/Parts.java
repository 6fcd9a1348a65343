package io.heyue.app.engine;

import io.heyue.core.compliance.Guard;
import io.heyue.core.decision.Pricing;
import io.heyue.core.decision.TreatmentTable;
import io.heyue.core.turn.Kit;
import io.heyue.core.understanding.Listener;
import io.heyue.store.postgres.Database;
import io.heyue.store.vault.Vault;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * What the engine is made of.
 *
 * @param dataFolder where the ledger's key lies
 * @param kit the data that lawyers, linguists and strategists edit
 * @param page address of the borrower's page; a personal link is this, a slash and a token
 * @param carriers one for each channel that messages are sent by
 * @param aide a chat model's part, if it has one
 */
public record Parts(
    Database database,
    Path dataFolder,
    Vault vault,
    Guard guard,
    Kit kit,
    Listener listener,
    Mandates mandates,
    LenderPolicies policies,
    TreatmentTable treatments,
    Pricing pricing,
    InstantSource clock,
    Chance chance,
    URI page,
    List<Carrier> carriers,
    Aide aide) {
  public Parts {
    carriers = List.copyOf(carriers);
  }

  /** The engine of lenders who have no policy, and no chat model. */
  public Parts(
      Database database,
      Path dataFolder,
      Vault vault,
      Guard guard,
      Kit kit,
      Listener listener,
      Mandates mandates,
      TreatmentTable treatments,
      Pricing pricing,
      InstantSource clock,
      Chance chance,
      URI page,
      List<Carrier> carriers) {
    this(
        database,
        dataFolder,
        vault,
        guard,
        kit,
        listener,
        mandates,
        LenderPolicies.NONE,
        treatments,
        pricing,
        clock,
        chance,
        page,
        carriers,
        Aide.none());
  }
}
