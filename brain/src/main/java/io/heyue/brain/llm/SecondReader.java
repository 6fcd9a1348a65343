package io.heyue.brain.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heyue.brain.file.Sha256;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Redaction;
import io.heyue.core.understanding.SecondOpinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a chat model what somebody meant. It sees masked words; what it answers is held against the
 * taxonomy, and thrown away whole where anything of it is off. Thread-safe.
 */
public final class SecondReader {
  /** More than this is no utterance of which a sentence says what it is. */
  private static final int MOST_LETTERS = 500;

  private static final int MOST_REMEMBERED = 2_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ChatModel model;
  private final Prompts prompts;
  private final Tally tally;
  private final Memory<SecondOpinion> memory = new Memory<>(MOST_REMEMBERED);

  public SecondReader(ChatModel model, Prompts prompts, Tally tally) {
    this.model = model;
    this.prompts = prompts;
    this.tally = tally;
  }

  /**
   * What the model makes of an utterance, if it makes something of it.
   *
   * @param after our last question or move
   * @param ask whether it may be asked; else only what is known already counts
   */
  public Optional<SecondOpinion> opinion(
      Redaction said, Optional<String> after, Lang lang, boolean ask) {
    Prompt prompt = prompts.reading(lang);
    String key =
        new Sha256()
            .add(prompt.id())
            .add(model.name())
            .add(after.orElse(""))
            .add(said.text())
            .hex();
    Optional<Optional<SecondOpinion>> known = memory.find(key);
    if (known.isPresent()) {
      // Where it may not be asked, what was just asked for this is found again.
      if (ask) {
        tally.remember();
      }
      return known.get();
    }
    if (!ask || said.text().isBlank() || said.text().length() > MOST_LETTERS) {
      return Optional.empty();
    }
    return switch (model.ask(question(prompt, said, after, lang))) {
      case Reply.Said answer -> {
        Optional<SecondOpinion> opinion =
            read(answer.text(), "chat model " + model.name() + ", " + prompt.id());
        if (opinion.isEmpty()) {
          tally.refuse(Ask.Use.READING);
        }
        memory.put(key, opinion);
        yield opinion;
      }
      case Reply.Nothing _ -> Optional.empty();
    };
  }

  private Ask question(Prompt prompt, Redaction said, Optional<String> after, Lang lang) {
    return prompt.ask(
        Ask.Use.READING,
        Map.of(
            "intents",
            prompts.taxonomy(lang),
            "after",
            quoted(after.orElse("")),
            "text",
            quoted(said.text())));
  }

  static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A text can always be written as JSON.", e);
    }
  }

  /** An answer within the taxonomy and the form, to the letter; nothing where it is not. */
  static Optional<SecondOpinion> read(String answer, String source) {
    JsonNode node;
    try {
      node = JSON.readTree(unfenced(answer.strip()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (node == null
        || !node.isObject()
        || node.size() != 2
        || !node.path("intents").isArray()
        || node.path("intents").size() > SecondOpinion.MOST) {
      return Optional.empty();
    }
    List<Intent> intents = new ArrayList<>();
    for (JsonNode each : node.path("intents")) {
      Optional<Intent> intent = each.isTextual() ? Intent.find(each.textValue()) : Optional.empty();
      if (intent.isEmpty() || intents.contains(intent.get())) {
        return Optional.empty();
      }
      intents.add(intent.get());
    }
    return feeling(node.path("emotion"))
        .map(feeling -> new SecondOpinion(intents, feeling, source));
  }

  private static Optional<Feeling> feeling(JsonNode node) {
    for (Feeling feeling : Feeling.values()) {
      if (node.isTextual() && feeling.name().toLowerCase(Locale.ROOT).equals(node.textValue())) {
        return Optional.of(feeling);
      }
    }
    return Optional.empty();
  }

  /** Many models wrap JSON as if it were shown to somebody. */
  private static String unfenced(String answer) {
    String open = answer.startsWith("```json\n") ? "```json\n" : "```\n";
    return answer.startsWith(open) && answer.endsWith("\n```")
        ? answer.substring(open.length(), Math.max(open.length(), answer.length() - 4))
        : answer;
  }
}
