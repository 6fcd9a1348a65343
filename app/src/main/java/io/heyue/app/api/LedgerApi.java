package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.house.House;
import io.heyue.app.proof.Bundle;
import io.heyue.app.proof.Evidence;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.LedgerReport;
import io.heyue.store.ledger.Written;
import io.heyue.store.postgres.Transactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger: its entries, and the proof that it is whole. */
@RestController
@RequestMapping("/api/v1/ledger")
public final class LedgerApi {
  private final Transactor transactor;
  private final Ledger ledger;
  private final Evidence evidence;

  LedgerApi(House house, Transactor transactor) {
    this.transactor = transactor;
    this.ledger = house.ledger();
    this.evidence = new Evidence(transactor, ledger, house.checkpoints(), house.clock());
  }

  /**
   * An entry.
   *
   * @param entry canonical JSON of what was written; null in lists of a whole chain
   */
  public record EntryView(
      int stripe,
      long number,
      String hash,
      String kind,
      Instant at,
      @Nullable UUID conversationId,
      @Nullable UUID caseId,
      @Nullable UUID permitId,
      @Nullable String entry) {}

  /** What a walk over the ledger and its checkpoints found. */
  public record ReportView(long entries, long checkpoints, boolean sound, List<FaultView> faults) {}

  /**
   * Something that is not as it was written.
   *
   * @param stripe the chain; -1 where {@code number} is that of a checkpoint
   */
  public record FaultView(int stripe, long number, String what) {}

  static EntryView view(Written written) {
    return new EntryView(
        written.stripe(),
        written.number(),
        written.hash(),
        written.kind(),
        written.at(),
        written.conversation().map(ConversationId::value).orElse(null),
        written.matter().map(CaseId::value).orElse(null),
        written.permit().map(PermitId::value).orElse(null),
        written.payload());
  }

  /** The entries of one chain, from its beginning; {@code after} is the last number seen. */
  @GetMapping("/entries")
  Page<EntryView> entries(
      @RequestParam(defaultValue = "0") int stripe,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return transactor.get(sql ->
        Page.of(
            sql.list(
                """
                select stripe, number, hash, kind, at, conversation_id, case_id, permit_id
                from ledger_entry where stripe = ? and number > ? order by number limit ?
                """,
                row ->
                    new EntryView(
                        (int) row.number("stripe"),
                        row.number("number"),
                        row.text("hash"),
                        row.text("kind"),
                        row.instant("at"),
                        row.findUuid("conversation_id").orElse(null),
                        row.findUuid("case_id").orElse(null),
                        row.findUuid("permit_id").orElse(null),
                        null),
                stripe,
                after,
                most + 1),
            most,
            view -> String.valueOf(view.number())));
  }

  @PostMapping("/verify")
  ReportView verify() {
    LedgerReport report = transactor.get(ledger::verify);
    return new ReportView(
        report.entries(),
        report.checkpoints(),
        report.sound(),
        report.faults().stream()
            .limit(1_000)
            .map(fault -> new FaultView(fault.stripe(), fault.number(), fault.what()))
            .toList());
  }

  /** A zip archive; shows as much as the role of whoever asks may see. */
  @GetMapping(path = "/contacts/{id}/evidence", produces = "application/zip")
  ResponseEntity<byte[]> evidence(@PathVariable UUID id, @AuthenticationPrincipal Principal who) {
    Bundle bundle =
        bounded(() -> evidence.export(id, who.name(), who.role()))
            .orElseThrow(() -> Problems.none("contact"));
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"heyue-evidence-" + id + ".zip\"")
        .header("Cache-Control", "no-store")
        .body(bundle.archive());
  }

  @GetMapping(path = "/contacts/{id}/page", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "zh") String lang,
      @AuthenticationPrincipal Principal who) {
    Lang words =
        Lang.find(lang).orElseThrow(() -> new Unusable("lang must be zh or en; it is neither."));
    String page =
        bounded(() -> evidence.page(id, who.name(), who.role(), words))
            .orElseThrow(() -> Problems.none("contact"));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        // The page brings its style along, and nothing else.
        .header("Content-Security-Policy", Evidence.PAGE_POLICY)
        .header("Cache-Control", "no-store")
        .body(page);
  }

  /** A case with more records than a bundle holds can be shown by its conversations. */
  private static <T> T bounded(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (IllegalArgumentException e) {
      throw new Unusable(String.valueOf(e.getMessage()));
    }
  }
}
