package io.heyue.voice.sip;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Response;

/**
 * That a registrar knows where we are reached (RFC 3261, 10.2): told anew before it forgets, and
 * taken back at the end. Not thread-safe: one mailbox's.
 */
public final class Registration {
  /** Numbers that one telling may use: itself and two proofs. */
  private static final int NUMBERS = 10;

  private static final int SECONDS = 300;

  private final SipEndpoint endpoint;
  private final SipAddress registrar;
  private final SipAddress own;
  private final Credentials credentials;
  private final CallIdHeader call;
  private long number = 1;

  /**
   * @param registrar who is told
   * @param own our address there, as sip:user@registrar
   */
  public Registration(
      SipEndpoint endpoint, SipAddress registrar, SipAddress own, Credentials credentials) {
    this.endpoint = endpoint;
    this.registrar = registrar;
    this.own = own;
    this.credentials = credentials;
    this.call = endpoint.newCall();
  }

  /** How a telling went: after how long it must be told again, or with which status it failed. */
  public record Told(int status, Duration again) {
    public boolean known() {
      return status == Response.OK;
    }
  }

  /** Tells; what comes back says when to tell again. */
  public CompletableFuture<Told> tell() {
    return send(SECONDS).thenApply(Registration::told);
  }

  /** Takes it back. */
  public CompletableFuture<Reply> end() {
    return send(0);
  }

  private CompletableFuture<Reply> send(int seconds) {
    long now = number;
    number += NUMBERS;
    return endpoint.register(registrar, own, credentials, call, now, seconds);
  }

  private static Told told(Reply reply) {
    int granted =
        reply
            .expires()
            .filter(text -> text.matches("\\d{1,6}"))
            .map(Integer::parseInt)
            .orElse(SECONDS);
    // Early enough that a try or two may fail.
    return new Told(reply.status(), Duration.ofSeconds(Math.max(10, granted / 2)));
  }
}
