package io.heyue.app.channel.gateway;

import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.core.base.Channel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Text messages through an HTTP gateway. Thread-safe; blocks until the gateway answers. */
public final class GatewayCarrier implements Carrier, AutoCloseable {
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final GatewaySettings settings;
  private final UnaryOperator<String> escape;
  private final HttpClient client;

  public GatewayCarrier(GatewaySettings settings) {
    this.settings = settings;
    this.escape = Form.escape(settings.contentType());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectWithin())
            .build();
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Handed hand(Letter letter) {
    HttpRequest request = request(letter);
    try {
      return judge(
          letter,
          client.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER)));
    } catch (HttpConnectTimeoutException | ConnectException | SSLHandshakeException e) {
      return new Handed.Refused("no connection to the gateway", false);
    } catch (HttpTimeoutException e) {
      return new Handed.Unsure("no answer within " + settings.answerWithin());
    } catch (IOException e) {
      return new Handed.Unsure("the connection broke");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Handed.Unsure("we were stopped while waiting");
    }
  }

  private HttpRequest request(Letter letter) {
    String to = letter.to().reveal();
    Map<String, String> values =
        Map.of(
            "to", to,
            "to_digits", to.substring(1),
            "to_national", to.startsWith("+86") ? to.substring(3) : to.substring(1),
            "text", letter.words(),
            "id", letter.id().toString(),
            "until", letter.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString(),
            "until_seconds", Long.toString(letter.expiresAt().getEpochSecond()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Form.fill(settings.url(), values, Form::url)))
            .timeout(settings.answerWithin())
            .header("Content-Type", settings.contentType())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Form.fill(settings.body(), values, escape), StandardCharsets.UTF_8));
    settings.headers().forEach(request::header);
    return request.build();
  }

  private Handed judge(Letter letter, HttpResponse<String> answer) {
    int status = answer.statusCode();
    String said = "the gateway answered " + status;
    if (status == 429 || status == 503) {
      return new Handed.Refused(said, false);
    }
    if (status >= 500 || status == 408) {
      return new Handed.Unsure(said);
    }
    if (status >= 300) {
      return new Handed.Refused(said, true);
    }
    if (holds(settings.later(), answer.body())) {
      return new Handed.Refused(said + " and asked to wait", false);
    }
    if (settings.accepted() != null && !holds(settings.accepted(), answer.body())) {
      return new Handed.Refused(said + ", but did not take the message", true);
    }
    return new Handed.Accepted(reference(letter, answer.body()));
  }

  private static boolean holds(@Nullable Pattern pattern, String body) {
    return pattern != null && pattern.matcher(body).find();
  }

  private String reference(Letter letter, String body) {
    return settings
        .findReference()
        .map(pattern -> pattern.matcher(body))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .orElse(letter.id().toString());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
