package io.heyue.app.channel.gateway;

import io.heyue.core.base.Check;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an SMS gateway is reached.
 *
 * @param url where messages are posted; may hold placeholders
 * @param headers sent with each, such as the gateway's key
 * @param contentType decides how values are written into {@code body}
 * @param body with placeholders: {@code {to}} (+8610…), {@code {to_digits}} (8610…), {@code
 *     {to_national}} (10…), {@code {text}}, {@code {id}}; and the moment from which the gateway
 *     must not deliver it any more, as {@code {until}} (2026-11-23T14:00:00Z) or {@code
 *     {until_seconds}} since 1970
 * @param reference finds the gateway's id of the message in its answer, by its first group
 * @param accepted what the answer must hold if the message was taken; where a gateway always
 *     answers 200
 * @param later what an answer holds that means: try again later
 * @param connectWithin so long a connection may take
 * @param answerWithin so long an answer is waited for; later the message's fate is unknown
 * @param callbackSecret by which what the gateway posts to us is signed; null where it posts
 *     nothing
 */
public record GatewaySettings(
    String url,
    @DefaultValue Map<String, String> headers,
    @DefaultValue("application/json") String contentType,
    String body,
    @Nullable Pattern reference,
    @Nullable Pattern accepted,
    @Nullable Pattern later,
    @DefaultValue("5s") Duration connectWithin,
    @DefaultValue("10s") Duration answerWithin,
    @Nullable String callbackSecret) {
  public GatewaySettings {
    headers = Map.copyOf(headers);
    Check.filled("gateway.url", url);
    Check.filled("gateway.body", body);
    Check.that(
        url.startsWith("https://") || loopback(url),
        "gateway.url",
        url.replaceAll("\\?.*", ""),
        "an https address, or one on this machine");
    Check.that(
        reference == null || reference.matcher("").groupCount() >= 1,
        "gateway.reference",
        String.valueOf(reference),
        "a pattern with a group");
  }

  Optional<Pattern> findReference() {
    return Optional.ofNullable(reference);
  }

  private static boolean loopback(String url) {
    String host = URI.create(url.replaceAll("[{}]", "")).getHost();
    return host != null && (host.equals("localhost") || host.equals("127.0.0.1"));
  }

  /** Names the gateway and hides its keys. */
  @Override
  public String toString() {
    return "GatewaySettings[" + url.replaceAll("\\?.*", "") + "]";
  }
}
