package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One of the held-out sentences of a lexicon, which never train. */
record Sentence(String text, Lang lang, Optional<String> after) {
  static final ZonedDateTime NOW = Lender.NOW.atZone(ZoneId.of("Asia/Shanghai"));

  static List<Sentence> all(Path data, Lang lang) {
    Path file = data.resolve("lexicon").resolve(lang.code()).resolve("test.yaml");
    List<Sentence> sentences = new ArrayList<>();
    try (var reader = Files.newBufferedReader(file)) {
      Object list = new Load(LoadSettings.builder().build()).loadFromReader(reader);
      for (Object entry : (Iterable<?>) list) {
        Map<?, ?> fields = (Map<?, ?>) entry;
        sentences.add(
            new Sentence(
                String.valueOf(fields.get("text")),
                lang,
                Optional.ofNullable(fields.get("after")).map(String::valueOf)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences;
  }

  Heard heard() {
    return new Heard(text, Optional.of(lang), after, NOW, Money.CNY);
  }
}
