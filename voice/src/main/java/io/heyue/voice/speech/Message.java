package io.heyue.voice.speech;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * JSON with places that are filled for each sentence: {text}, escaped as within a string, {lang}, a
 * code of ISO 639-1, and {pace}, a number. Immutable and thread-safe.
 *
 * @param json for example {"model":"tts-1","input":"{text}","speed":{pace}}
 */
public record Message(String json) {
  private static final Pattern PLACE = Pattern.compile("\\{(text|lang|pace)\\}");

  public Message {
    Check.filled("json", json);
  }

  boolean holds(String place) {
    return json.contains("{" + place + "}");
  }

  String filled(String words, Lang lang, double pace) {
    return PLACE
        .matcher(json)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                switch (found.group(1)) {
                  case "text" ->
                      new String(JsonStringEncoder.getInstance().quoteAsCharArray(words));
                  case "lang" -> lang.code();
                  default -> String.format(Locale.ROOT, "%.2f", pace);
                }));
  }
}
