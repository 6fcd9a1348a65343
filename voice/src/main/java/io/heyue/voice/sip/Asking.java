package io.heyue.voice.sip;

import java.text.ParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * A request outside calls, such as whether somebody is there, until it is answered. Who wants proof
 * gets it, and once more where its number was too old; not a third time. Thread-safe.
 */
final class Asking {
  /** The first proof and one more for a number that was too old. */
  private static final int PROOFS = 2;

  /** What is sent, apart from what proves us. */
  record Question(
      String method,
      SipAddress goes,
      SipAddress to,
      SipAddress from,
      CallIdHeader call,
      long number,
      Optional<Integer> expires) {}

  private final SipEndpoint endpoint;
  private final Question question;
  private final Optional<Credentials> credentials;
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();
  private int proofs;

  Asking(SipEndpoint endpoint, Question question, Optional<Credentials> credentials) {
    this.endpoint = endpoint;
    this.question = question;
    this.credentials = credentials;
  }

  /** Sends it; the reply may be 408 for nobody, and the future fails only if it can't be sent. */
  CompletableFuture<Reply> send() {
    attempt(Optional.empty());
    return reply;
  }

  private void attempt(Optional<Proof> proof) {
    try {
      Requests requests = endpoint.requests();
      Request request =
          requests.request(
              question.method(),
              question.goes(),
              question.to(),
              question.from(),
              endpoint.newTag(),
              question.call(),
              question.number() + proofs);
      if (question.expires().isPresent()) {
        requests.set(request, "Expires", question.expires().get().toString());
      }
      if (proof.isPresent()) {
        requests.prove(request, proof.get());
      }
      ClientTransaction transaction = endpoint.provider().getNewClientTransaction(request);
      transaction.setApplicationData(this);
      transaction.sendRequest();
    } catch (ParseException | InvalidArgumentException | SipException | RuntimeException e) {
      reply.completeExceptionally(
          new SipFailure(
              "%s can't be sent to %s: %s"
                  .formatted(question.method(), question.goes(), e.getMessage()),
              e));
    }
  }

  void came(Response response) {
    int status = response.getStatusCode();
    if (status < 200) {
      return;
    }
    Optional<Challenge> challenge = Challenge.strongest(Reply.challenges(response));
    boolean again = proofs == 0 || challenge.map(Challenge::stale).orElse(false);
    if ((status == 401 || status == 407)
        && challenge.isPresent()
        && credentials.isPresent()
        && again
        && proofs < PROOFS) {
      proofs++;
      attempt(Optional.of(proof(challenge.get(), status == 407)));
      return;
    }
    SipAddress own = endpoint.address(question.goes().transport());
    reply.complete(Reply.of(response, own.host() + ":" + own.port()));
  }

  private Proof proof(Challenge challenge, boolean proxy) {
    String header =
        credentials
            .orElseThrow()
            .answer(challenge, question.method(), question.goes().written(), 1, endpoint.newTag());
    return new Proof(proxy, header);
  }

  void silence() {
    reply.complete(Reply.none());
  }
}
