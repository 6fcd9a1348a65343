package io.heyue.app.house;

import io.heyue.app.engine.Aide;
import io.heyue.app.installation.ChatModelSettings;
import io.heyue.brain.llm.ChatModel;
import io.heyue.brain.llm.Faults;
import io.heyue.brain.llm.Leash;
import io.heyue.brain.llm.OpenAiModel;
import io.heyue.brain.llm.Phraser;
import io.heyue.brain.llm.Prompts;
import io.heyue.brain.llm.SecondReader;
import io.heyue.brain.llm.Tally;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the chat model that is configured on its leash; mostly there is none. */
final class Aiding {
  private static final Logger LOG = LoggerFactory.getLogger(Aiding.class);

  private Aiding() {}

  /** The prompts are read where there is a model alone, and are wrong at start-up or never. */
  static Aide of(
      @Nullable ChatModelSettings settings, Path data, Tally tally, InstantSource clock) {
    if (settings == null) {
      return Aide.none();
    }
    Prompts prompts = Prompts.read(data);
    ChatModel model =
        new Leash(
            new OpenAiModel(settings.connection(), settings.limits(), new Faults(clock, LOG::warn)),
            settings.limits(),
            settings.price(),
            tally,
            clock);
    LOG.info(
        "A chat model, {}, may be asked as far as lenders and flows let it; it sees masked words.",
        settings.model());
    return Aide.of(new SecondReader(model, prompts, tally), new Phraser(model, prompts, tally));
  }
}
