package io.heyue.sim.play;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.sim.world.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Calls written as lines, parted by bars: {@code #12} are keys, {@code ?…} was heard unsurely,
 * {@code !…} by a recogniser that can't reject, {@code …} is silence, {@code ~} speech of which
 * nothing was understood, {@code x} hanging up, and {@code PROOF} stands for the right answer.
 */
record CallLines(Stage stage, Path folder) {
  /**
   * What came of it.
   *
   * @param closed whether nothing but expected phrases is heard from the beginning
   */
  Parley call(Lang lang, boolean closed, String lines) {
    Script script = script(lang);
    Parley parley = parley(script, lang, Channel.CALL);
    parley.begin(new ChannelEvent.Answered(closed));
    for (String line : lines.isEmpty() ? new String[0] : lines.split("\\|", -1)) {
      if (!parley.over()) {
        ChannelEvent event = event(line.replace("PROOF", ScriptPlay.proof(script)));
        parley.happen(
            closed && line.equals("~") ? new ChannelEvent.SpeechHeard("", 0, true) : event);
      }
    }
    return parley;
  }

  /** The same lines in writing. */
  Parley chat(Lang lang, String lines) {
    Script script = script(lang);
    Parley parley = parley(script, lang, Channel.CHAT);
    parley.begin();
    for (String line : lines.split("\\|", -1)) {
      if (!parley.over()) {
        parley.hear(line.replace("PROOF", ScriptPlay.proof(script)));
      }
    }
    return parley;
  }

  /** A call of which nothing was said yet. */
  Parley fresh(Lang lang) {
    return parley(script(lang), lang, Channel.CALL);
  }

  /** What proves who they are in every call. */
  String proof(Lang lang) {
    return ScriptPlay.proof(script(lang));
  }

  private Parley parley(Script script, Lang lang, Channel channel) {
    Rng rng = Rng.seeded(7);
    return new Parley(
        stage,
        ScriptPlay.dossier(stage, script, rng.fork("ids")),
        lang,
        channel,
        new VirtualClock(script.now().toInstant()),
        rng);
  }

  private static ChannelEvent event(String line) {
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '#' -> new ChannelEvent.Keyed(rest);
      case '?' -> new ChannelEvent.SpeechHeard(rest, 0.3);
      case '!' -> new ChannelEvent.SpeechHeard(rest, 0.9, true);
      case '~' -> new ChannelEvent.SpeechHeard("", 0);
      case '…' -> new ChannelEvent.SilencePassed(Duration.ofSeconds(6));
      case 'x' -> new ChannelEvent.HungUp();
      default -> new ChannelEvent.SpeechHeard(line, 0.9);
    };
  }

  private Script script(Lang lang) {
    try {
      Path file = Files.createTempFile(folder, "script", ".json");
      Files.writeString(
          file,
          """
          {"lang": "%s", "account": {"daysPastDue": 18}, "lines": []}
          """
              .formatted(lang.code()));
      return ScriptReader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that was said in it, with the rows that were taken. */
  static String words(Parley parley) {
    StringBuilder words = new StringBuilder();
    for (Step step : parley.steps()) {
      words.append("< ").append(step.event().words()).append("  ");
      words.append(step.turn().record().rows()).append('\n');
      words.append("> ").append(step.said()).append("  ");
      words.append(step.turn().record().result()).append(step.turn().record().reasons());
      words.append('\n');
    }
    return words.toString();
  }
}
