package io.heyue.app.installation;

import io.heyue.brain.llm.Connection;
import io.heyue.brain.llm.Limits;
import io.heyue.brain.llm.Price;
import io.heyue.core.base.Check;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A chat model that speaks the protocol of OpenAI; doc/chat-model.md says what to set for which.
 *
 * @param url up to where {@code /chat/completions} follows
 * @param model its name there
 * @param key by which we are let in; better from the environment or {@code keyFile}
 * @param keyFile a file that holds nothing but the key
 * @param plainHttp whether it may be reached without TLS on another machine
 * @param jsonMode whether it is told to answer in JSON where it should
 * @param firstToken so long its first words may take
 * @param within so long all of them may take
 * @param mostTokens so many an answer may have
 * @param atOnce so many may be asked at the same time
 * @param aMinute so many may be asked in a minute
 * @param aDay so many may be asked in a day
 * @param tokensADay so many tokens may be used in a day
 * @param priceIn what a million tokens cost there
 * @param priceOut what a million tokens cost back
 * @param parameters what else each request holds
 */
public record ChatModelSettings(
    URI url,
    String model,
    @Nullable String key,
    @Nullable Path keyFile,
    @DefaultValue("false") boolean plainHttp,
    @DefaultValue("true") boolean jsonMode,
    @DefaultValue("600ms") Duration firstToken,
    @DefaultValue("1500ms") Duration within,
    @DefaultValue("400") int mostTokens,
    @DefaultValue("16") int atOnce,
    @DefaultValue("120") int aMinute,
    @DefaultValue("20000") int aDay,
    @DefaultValue("10000000") long tokensADay,
    @DefaultValue("0") BigDecimal priceIn,
    @DefaultValue("0") BigDecimal priceOut,
    @DefaultValue Map<String, Object> parameters) {
  public ChatModelSettings {
    parameters = Map.copyOf(parameters);
    Check.filled("chat-model.url", url == null ? null : url.toString());
    Check.filled("chat-model.model", model);
    Check.that(
        "https".equals(url.getScheme())
            || ("http".equals(url.getScheme()) && (plainHttp || loopback(url))),
        "chat-model.url",
        url.getScheme() + "://" + url.getHost(),
        "an https address, one on this machine, or any with plain-http: true");
    Check.that(
        key == null || keyFile == null,
        "the key of chat-model",
        "both key and key-file",
        "one of them");
  }

  private static boolean loopback(URI url) {
    return "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
  }

  /**
   * How it is reached.
   *
   * @throws InstallationFailure if the key's file can't be read, or is empty
   */
  public Connection connection() {
    return new Connection(url, model, secret(), jsonMode, parameters);
  }

  private String secret() {
    if (keyFile == null) {
      return key == null ? "" : key.strip();
    }
    try {
      String read = Files.readString(keyFile).strip();
      if (read.isEmpty()) {
        throw new InstallationFailure(
            "File "
                + keyFile
                + " (chat-model.key-file) is empty. Maybe the key was never written into it.");
      }
      return read;
    } catch (IOException e) {
      throw new InstallationFailure(
          "File " + keyFile + " (chat-model.key-file) can't be read. Maybe its owner is another.",
          e);
    }
  }

  /** How long and how much. */
  public Limits limits() {
    return new Limits(firstToken, within, mostTokens, atOnce, aMinute, aDay, tokensADay);
  }

  public Price price() {
    return new Price(priceIn, priceOut);
  }

  /** Names the model and hides its key. */
  @Override
  public String toString() {
    return "ChatModelSettings[" + model + " at " + url.getHost() + "]";
  }
}
