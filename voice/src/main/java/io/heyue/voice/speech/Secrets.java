package io.heyue.voice.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers as a configuration writes them, with the secrets that it only points to: "Bearer
 * ${file:/run/secrets/speech}" or "${env:SPEECH_KEY}".
 */
public final class Secrets {
  private static final Pattern POINTER = Pattern.compile("\\$\\{(file|env):([^}]{1,400})\\}");

  private static final int MOST = 16_384;

  private Secrets() {}

  /**
   * The headers with their secrets.
   *
   * @param environment a variable's value by its name
   * @throws VoiceFailure naming the file or variable that isn't there
   */
  public static Map<String, String> in(
      Map<String, String> written, Function<String, Optional<String>> environment) {
    Map<String, String> headers = new LinkedHashMap<>();
    written.forEach((name, value) -> {
      Matcher pointer = POINTER.matcher(value);
      headers.put(
          name,
          pointer.replaceAll(found ->
              Matcher.quoteReplacement(
                  found.group(1).equals("env")
                      ? variable(found.group(2), name, environment)
                      : file(found.group(2), name))));
    });
    return headers;
  }

  private static String variable(
      String variable, String header, Function<String, Optional<String>> environment) {
    return environment
        .apply(variable)
        .filter(value -> !value.isBlank())
        .orElseThrow(() ->
            new VoiceFailure(
                "Environment variable "
                    + variable
                    + " is not set. Maybe set it: header "
                    + header
                    + " needs it."))
        .strip();
  }

  private static String file(String file, String header) {
    Path path = Path.of(file);
    try {
      if (Files.size(path) > MOST) {
        throw new VoiceFailure("File " + file + " is too long for header " + header + ".");
      }
      String secret = Files.readString(path).strip();
      if (secret.isEmpty()) {
        throw new VoiceFailure("File " + file + " is empty; header " + header + " needs it.");
      }
      return secret;
    } catch (IOException e) {
      throw new VoiceFailure(
          "File " + file + " can't be read. Maybe mount it: header " + header + " needs it.", e);
    }
  }
}
