package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An utterance of the corpus in {@code src/test/resources/speech}, written by people who had not
 * seen the lexicon; see the README there.
 *
 * @param also what is truly said beside {@code is}
 * @param noisy whether recognition slips were put in on purpose
 */
record CorpusLine(
    String text,
    String after,
    Intent is,
    Set<Intent> also,
    Feeling feels,
    int degree,
    Cooperation goesAlong,
    boolean offends,
    boolean cursesFate,
    boolean noisy) {
  CorpusLine {
    also = Set.copyOf(also);
  }

  static List<CorpusLine> all(Lang lang) {
    String name = "/speech/" + lang.code() + ".jsonl";
    JsonMapper mapper = JsonMapper.builder().build();
    try (InputStream in =
        Objects.requireNonNull(CorpusLine.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> of(mapper.readTree(line)))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static CorpusLine of(JsonNode node) {
    return new CorpusLine(
        node.path("text").asString(),
        node.path("after").asString(""),
        Intent.find(node.path("is").asString()).orElseThrow(),
        StreamSupport.stream(node.path("also").spliterator(), false)
            .map(each -> Intent.find(each.asString()).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        Feeling.valueOf(node.path("feels").asString().toUpperCase(Locale.ROOT)),
        node.path("degree").asInt(0),
        Cooperation.valueOf(node.path("goes_along").asString().toUpperCase(Locale.ROOT)),
        node.path("offends").asBoolean(false),
        node.path("curses_fate").asBoolean(false),
        node.path("noisy").asBoolean(false));
  }
}
