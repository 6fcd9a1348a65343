package io.heyue.brain.llm;

import io.heyue.core.base.Check;
import java.net.URI;
import java.util.Map;

/**
 * How a chat model is reached.
 *
 * @param url up to where {@code /chat/completions} follows, such as {@code https://api.example/v1}
 * @param model its name there
 * @param key empty where none is needed
 * @param jsonMode whether it is told to answer in JSON where it should; some servers refuse that
 * @param parameters what else the request holds, as this server wants it
 */
public record Connection(
    URI url, String model, String key, boolean jsonMode, Map<String, Object> parameters) {
  public Connection {
    parameters = Map.copyOf(parameters);
    Check.filled("chat-model.model", model);
    Check.that(url.getHost() != null, "chat-model.url", String.valueOf(url), "an address");
  }

  /** Names the model and hides its key. */
  @Override
  public String toString() {
    return "Connection[" + model + " at " + url.getHost() + "]";
  }
}
