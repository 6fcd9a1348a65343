package io.heyue.brain.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.heyue.brain.llm.Reply.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hears one answer as it streams in. The first thing that decides it stands: whole, broken, too
 * long, or too late.
 */
final class Hearing implements StreamingChatResponseHandler {
  /** No language of ours writes more letters in a token. */
  private static final int LETTERS_A_TOKEN = 8;

  private final long began = System.nanoTime();
  private final int mostLetters;
  private final CompletableFuture<Duration> first = new CompletableFuture<>();
  private final CompletableFuture<Reply> done = new CompletableFuture<>();
  private final AtomicInteger letters = new AtomicInteger();

  Hearing(int mostTokens) {
    this.mostLetters = mostTokens * LETTERS_A_TOKEN;
  }

  @Override
  public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
    String text = partial.text();
    if (text != null && !text.isEmpty()) {
      first.complete(Duration.ofNanos(System.nanoTime() - began));
      if (letters.addAndGet(text.length()) > mostLetters) {
        nothing(Reason.ENDLESS);
      }
    }
    if (done.isDone()) {
      context.streamingHandle().cancel();
    }
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    String text = response.aiMessage().text();
    boolean whole =
        response.finishReason() == FinishReason.STOP
            && !response.aiMessage().hasToolExecutionRequests()
            && text != null
            && !text.isBlank();
    if (!whole) {
      nothing(response.finishReason() == FinishReason.LENGTH ? Reason.ENDLESS : Reason.BROKEN);
      return;
    }
    if (letters.get() != text.length()) {
      // A part of it was lost on the way.
      nothing(Reason.BROKEN);
      return;
    }
    Optional<TokenUsage> usage = Optional.ofNullable(response.tokenUsage());
    done.complete(
        new Reply.Said(
            text,
            usage.map(TokenUsage::inputTokenCount).orElse(0),
            usage.map(TokenUsage::outputTokenCount).orElse(0),
            first.getNow(Duration.ofNanos(System.nanoTime() - began))));
  }

  @Override
  public void onError(Throwable failure) {
    nothing(Reason.BROKEN);
  }

  private void nothing(Reason reason) {
    done.complete(new Reply.Nothing(reason));
    first.complete(Duration.ZERO);
  }

  /** Waits for it as long as the limits allow. */
  Reply await(Limits limits) {
    if (!within(first, limits.firstToken())) {
      nothing(Reason.SILENT);
    }
    if (!within(done, limits.within().minusNanos(System.nanoTime() - began))) {
      nothing(Reason.LATE);
    }
    return done.getNow(new Reply.Nothing(Reason.LATE));
  }

  private static boolean within(CompletableFuture<?> future, Duration limit) {
    try {
      var _ = future.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Nothing completes this with a failure.", e);
    }
  }
}
