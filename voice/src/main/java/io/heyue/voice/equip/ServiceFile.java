package io.heyue.voice.equip;

import io.heyue.voice.speech.Message;
import io.heyue.voice.speech.Secrets;
import io.heyue.voice.speech.ServiceAddress;
import io.heyue.voice.speech.SpeechService;
import io.heyue.voice.speech.VoiceFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that describes a service that speaks, as JSON:
 *
 * <pre>
 * {"name": "tts-1 alloy", "url": "https://tts.example/v1/audio/speech",
 *  "headers": {"Authorization": "Bearer ${env:TTS_KEY}", "Content-Type": "application/json"},
 *  "body": {"model": "tts-1", "voice": "alloy", "input": "{text}", "response_format": "wav"},
 *  "rate": 0, "seconds": 5, "bytes": 4000000}
 * </pre>
 */
final class ServiceFile {
  private static final int SECONDS = 5;
  private static final int BYTES = 4_000_000;

  private ServiceFile() {}

  static SpeechService.Settings read(Path file) {
    try {
      JsonNode root = JsonMapper.builder().build().readTree(Files.readString(file));
      Map<String, String> headers = new LinkedHashMap<>();
      root.path("headers")
          .properties()
          .forEach(each -> headers.put(each.getKey(), each.getValue().asString("")));
      return new SpeechService.Settings(
          root.path("name").asString(""),
          new ServiceAddress(
              URI.create(root.path("url").asString("")),
              Secrets.in(headers, name -> Optional.ofNullable(System.getenv(name))),
              root.path("plain").asBoolean(false)),
          new Message(root.path("body").toString()),
          root.path("rate").asInt(0),
          Duration.ofSeconds(root.path("seconds").asLong(SECONDS)),
          root.path("bytes").asInt(BYTES));
    } catch (IOException e) {
      throw new VoiceFailure("File " + file + " of a voice can't be read.", e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new VoiceFailure(
          "File " + file + " describes no service that speaks: " + e.getMessage(), e);
    }
  }
}
