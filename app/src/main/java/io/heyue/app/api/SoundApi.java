package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.house.House;
import io.heyue.core.audit.Canonical;
import io.heyue.core.base.ConversationId;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Transactor;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Calls that go on, as sound. That somebody listens stands in the ledger before they hear anything:
 * whoever answers for quality may do it, and nobody may do it unseen.
 */
@RestController
public final class SoundApi {
  /** So many listen at once at most. */
  private static final int MOST = 16;

  private final Sounds sounds;
  private final Transactor transactor;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(MOST);
  private volatile boolean closing;

  SoundApi(House house, Transactor transactor) {
    this.sounds = new Sounds(house.carriers().live());
    this.transactor = transactor;
    this.ledger = house.ledger();
    this.clock = house.clock();
  }

  /** For the ledger. */
  private record Listened(String by, String what) {}

  /** Until the call is over, or whoever listens goes. */
  @GetMapping("/api/v1/conversations/{id}/sound")
  @ApiResponse(
      responseCode = "200",
      description = "A WAV of no known length: one channel, 8,000 samples a second, 16 bits.",
      content = @Content(mediaType = "audio/wav"))
  void sound(
      @PathVariable UUID id, @AuthenticationPrincipal Principal who, HttpServletResponse answer)
      throws IOException, InterruptedException {
    if (!sounds.stands(id)) {
      throw Problems.none("call that goes on");
    }
    if (!room.tryAcquire()) {
      throw new Unusable(MOST + " listen already. Maybe wait until one of them is done.");
    }
    SoundLine line = new SoundLine();
    Optional<Runnable> leaves = Optional.empty();
    try {
      note(id, who);
      leaves = sounds.listen(id, line);
      if (leaves.isEmpty()) {
        throw Problems.none("call that goes on");
      }
      answer.setContentType("audio/wav");
      answer.setHeader("Cache-Control", "no-store");
      send(line, answer.getOutputStream());
    } finally {
      leaves.ifPresent(Runnable::run);
      room.release();
    }
  }

  private void note(UUID conversation, Principal who) {
    Entry entry =
        new Entry(
            Entry.Kind.ACCESS,
            clock.instant(),
            conversation,
            Optional.of(new ConversationId(conversation)),
            Optional.empty(),
            Optional.empty(),
            Canonical.text(new Listened(who.name(), "call listened to")));
    transactor.run(sql -> ledger.append(sql, List.of(entry)));
  }

  private void send(SoundLine line, OutputStream out) throws IOException, InterruptedException {
    out.write(SoundLine.header());
    Optional<byte[]> next = line.next();
    while (next.isPresent() && !closing) {
      out.write(next.get());
      out.flush();
      next = line.next();
    }
  }

  /** Nobody's listening keeps the server from ending. */
  @EventListener(ContextClosedEvent.class)
  void closing() {
    closing = true;
  }
}
