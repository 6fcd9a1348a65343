package io.heyue.voice.sip;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Response;

/**
 * That a registrar knows where we are reached (RFC 3261, 10.2): told anew before it forgets, and
 * taken back at the end. Thread-safe, but told once at a time.
 */
public final class Registration {
  /** Numbers that one telling may use: itself and two proofs. */
  private static final int NUMBERS = 10;

  private static final int SECONDS = 300;

  /** Whoever wants it told for longer gets what they grant us by themselves. */
  private static final int MOST_SECONDS = 86_400;

  private static final int TOO_BRIEF = 423;

  private final SipEndpoint endpoint;
  private final SipAddress registrar;
  private final SipAddress own;
  private final Credentials credentials;
  private final CallIdHeader call;
  private long number = 1;

  /** For how long it is told; more where the registrar wants it so. */
  private volatile int seconds = SECONDS;

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

  /**
   * How a telling went.
   *
   * @param status 200 where they know it now; 408 also where nobody answered
   * @param again after which time it must be told again, where they know it
   */
  public record Told(int status, Duration again) {
    public boolean known() {
      return status == Response.OK;
    }

    /** Whether they don't believe who we are, or don't want us: telling it again is no use. */
    public boolean refused() {
      return status == Response.UNAUTHORIZED
          || status == Response.FORBIDDEN
          || status == Response.NOT_FOUND
          || status == Response.PROXY_AUTHENTICATION_REQUIRED;
    }
  }

  /**
   * Tells; what comes back says when to tell again. Where it must be told for longer (423), it is,
   * once. To be called again only after that.
   */
  public CompletableFuture<Told> tell() {
    int told = seconds;
    return send(told)
        .thenCompose(reply -> {
          int least = seconds(reply.status() == TOO_BRIEF ? reply.least() : Optional.empty(), 0);
          if (least <= told || least > MOST_SECONDS) {
            return CompletableFuture.completedFuture(reply);
          }
          seconds = least;
          return send(least);
        })
        .thenApply(reply -> told(reply, seconds));
  }

  /** Takes it back. */
  public CompletableFuture<Reply> end() {
    return send(0);
  }

  private synchronized CompletableFuture<Reply> send(int expires) {
    long now = number;
    number += NUMBERS;
    return endpoint.register(registrar, own, credentials, call, now, expires);
  }

  private static int seconds(Optional<String> written, int otherwise) {
    return written
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  private static Told told(Reply reply, int asked) {
    int granted = seconds(reply.expires(), asked);
    // Early enough that a try or two may fail.
    return new Told(reply.status(), Duration.ofSeconds(Math.max(1, granted / 2)));
  }
}
