package io.heyue.brain.llm;

import io.heyue.brain.file.Sha256;
import io.heyue.core.reply.Rewordable;
import io.heyue.core.reply.Rewording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a chat model for other words. It sees an approved phrase with its places empty, so what it
 * answers is nobody's, and may be remembered for everybody. Thread-safe.
 */
public final class Phraser {
  private static final int MOST_REMEMBERED = 4_000;

  private final ChatModel model;
  private final Prompts prompts;
  private final Tally tally;
  private final Memory<Rewording> memory = new Memory<>(MOST_REMEMBERED);

  public Phraser(ChatModel model, Prompts prompts, Tally tally) {
    this.model = model;
    this.prompts = prompts;
    this.tally = tally;
  }

  /**
   * Other words for some of these phrases. All are asked for at once, so that it takes no longer
   * than one.
   *
   * @param ask whether the model may be asked; else only what is known already counts
   */
  public List<Rewording> words(List<Rewordable> phrases, boolean ask) {
    List<CompletableFuture<Optional<Rewording>>> words =
        phrases.stream()
            .map(phrase ->
                remembered(phrase, ask)
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() ->
                        ask
                            ? CompletableFuture.supplyAsync(
                                () -> asked(phrase), task -> Thread.ofVirtual().start(task))
                            : CompletableFuture.completedFuture(Optional.empty())))
            .toList();
    return words.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
  }

  /** Where the model may not be asked, what was just asked for this is found, and not counted. */
  private Optional<Optional<Rewording>> remembered(Rewordable phrase, boolean ask) {
    Optional<Optional<Rewording>> known = memory.find(key(phrase));
    if (ask && known.isPresent()) {
      tally.remember();
    }
    return known;
  }

  private Optional<Rewording> asked(Rewordable phrase) {
    Prompt prompt = prompts.phrasing(phrase.lang());
    Ask ask =
        prompt.ask(
            Ask.Use.PHRASING,
            Map.of(
                "tone",
                SecondReader.quoted(phrase.tone().name().toLowerCase(Locale.ROOT)),
                "text",
                SecondReader.quoted(phrase.text())));
    return switch (model.ask(ask)) {
      case Reply.Said answer -> {
        Optional<Rewording> rewording =
            Rewording.of(
                phrase,
                unquoted(answer.text().strip()),
                "chat model " + model.name() + ", " + prompt.id(),
                prompts.caution(phrase.lang()));
        if (rewording.isEmpty()) {
          tally.refuse(Ask.Use.PHRASING);
        }
        memory.put(key(phrase), rewording);
        yield rewording;
      }
      case Reply.Nothing _ -> Optional.empty();
    };
  }

  private String key(Rewordable phrase) {
    return new Sha256()
        .add(prompts.phrasing(phrase.lang()).id())
        .add(model.name())
        .add(phrase.phrase())
        .add(phrase.tone().name())
        .add(phrase.text())
        .hex();
  }

  /** Some can't help putting their words in quotation marks. */
  private static String unquoted(String answer) {
    boolean quoted =
        answer.length() > 2
            && ((answer.startsWith("\"") && answer.endsWith("\""))
                || (answer.startsWith("“") && answer.endsWith("”")));
    return quoted ? answer.substring(1, answer.length() - 1).strip() : answer;
  }
}
