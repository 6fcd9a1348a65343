package io.heyue.brain.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * How requests go over the wire: one that is not over in time is torn down, whatever the other side
 * does, and no more than so much of an answer is read. Follows no redirection, since the words are
 * for one server alone. Thread-safe.
 */
final class Wire implements HttpClient {
  /** Far more than an answer of the longest kind takes with all that is wrapped around it. */
  private static final int MOST_BYTES = 512 * 1024;

  private static final int OK = 200;

  private final java.net.http.HttpClient client;
  private final Duration within;
  private final Faults faults;

  private Wire(Duration within, Faults faults) {
    this.within = within;
    this.faults = faults;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(within)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .build();
  }

  static HttpClientBuilder builder(Duration within, Faults faults) {
    return new Fixed(new Wire(within, faults), within);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("A chat model is asked for a stream alone.");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Thread reading =
        Thread.ofVirtual().name("chat-model").start(() -> read(request, parser, listener));
    var _ =
        Thread.ofVirtual()
            .name("chat-model-watch")
            .start(() -> {
              try {
                if (!reading.join(within)) {
                  reading.interrupt();
                }
              } catch (InterruptedException e) {
                reading.interrupt();
              }
            });
  }

  private void read(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try {
      HttpResponse<InputStream> response = client.send(jdk(request), BodyHandlers.ofInputStream());
      try (InputStream body = new Capped(response.body(), MOST_BYTES)) {
        if (response.statusCode() != OK) {
          // What stands in it is of no use, and may hold what was sent.
          faults.status(response.statusCode());
          listener.onError(new HttpException(response.statusCode(), "no answer"));
          return;
        }
        listener.onOpen(
            SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build());
        parser.parse(body, listener);
        listener.onClose();
      }
    } catch (IOException e) {
      faults.lost(e);
      listener.onError(e);
    } catch (RuntimeException e) {
      listener.onError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listener.onError(e);
    }
  }

  private java.net.http.HttpRequest jdk(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(within)
            .POST(BodyPublishers.ofString(request.body()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  /** A stream that ends in a failure where it is too long. */
  private static final class Capped extends InputStream {
    private final InputStream in;
    private int left;

    Capped(InputStream in, int most) {
      this.in = in;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      count(1);
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, Math.min(length, 4096));
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("The answer is too long.");
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** What langchain4j wants to make a client with; ours is made. */
  private record Fixed(HttpClient client, Duration within) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return within;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return within;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return client;
    }
  }
}
