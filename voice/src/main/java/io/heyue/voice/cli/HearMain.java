package io.heyue.voice.cli;

import io.heyue.core.base.Lang;
import io.heyue.core.channel.VoiceTone;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.VoiceMood;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.hear.HearingFailure;
import io.heyue.voice.hear.ProsodyFeatures;
import io.heyue.voice.hear.ProsodyMeasure;
import io.heyue.voice.hear.SpeechDetector;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.models.ModelFailure;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Hypothesis;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hears a recording, or the microphone. */
@Command(
    name = "heyue hear",
    mixinStandardHelpOptions = true,
    description = {
      "Hears a recording as a call would be heard, at 8,000 samples a second, and prints a line of",
      "JSON for each utterance: from and to in seconds, words with confidence and what else it may",
      "have been (nbest), how it sounds (prosody), and how it sounds against the speaker's own",
      "first seconds, in standard deviations (emotion.prosody; null until 5 s were said) with the",
      "score of each feeling by the voice alone (emotion.voice; a model set by hand, a hint at most).",
      "A last line says what was heard by which recogniser.",
      "Ends with 0, with 1 where it can't hear, 2 for wrong use."
    })
public final class HearMain implements Callable<Integer> {
  private static final String MICROPHONE = "MIC";

  /** Phrases of a grammar. */
  private static final int MOST = 1_000;

  private final Recognisers recognisers;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE|MIC",
      description = "a WAV file, or MIC for this machine's microphone")
  private String what = "";

  @Option(names = "--lang", description = "zh or en; by default ${DEFAULT-VALUE}")
  private String lang = "en";

  @Option(
      names = "--grammar",
      paramLabel = "FILE|PHRASES",
      description = "what may be said: a file with a phrase a line, or phrases with | between")
  private String grammar = "";

  @Option(
      names = "--seconds",
      description = "of the microphone, 1 to 3600; by default ${DEFAULT-VALUE}")
  private int seconds = 30;

  HearMain(Recognisers recognisers) {
    this.recognisers = recognisers;
  }

  /**
   * @param arguments those of the command line
   */
  public static void main(String[] arguments) {
    ModelFolders models =
        ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home")));
    System.exit(commands(Recognisers.with(models)).execute(arguments));
  }

  static CommandLine commands(Recognisers recognisers) {
    return new CommandLine(new HearMain(recognisers));
  }

  @Override
  public Integer call() {
    Lang spoken =
        Lang.find(lang)
            .orElseThrow(() -> misuse("--lang '" + lang + "' is unknown. Maybe zh or en."));
    if (seconds < 1 || seconds > 3_600) {
      throw misuse("--seconds " + seconds + " is not from 1 to 3600.");
    }
    List<String> phrases = phrases();
    Expected expected =
        new Expected(phrases.isEmpty() ? Expecting.OPEN : Expecting.CHOICE, phrases);
    try {
      Optional<Sound> sound =
          what.equals(MICROPHONE) ? Optional.empty() : Optional.of(Wav.read(file()));
      switch (recognisers.open(spoken, expected)) {
        case Recognisers.Choice.Ready(Recogniser recogniser) -> {
          try (recogniser) {
            heard(sound, Optional.of(recogniser), expected, recogniser.name());
          }
        }
        case Recognisers.Choice.Absent(String note) -> {
          spec.commandLine().getErr().println(note);
          heard(sound, Optional.empty(), expected, null);
        }
      }
      return 0;
    } catch (IOException | HearingFailure | ModelFailure | RecogniserFailure e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private void heard(
      Optional<Sound> sound,
      Optional<Recogniser> recogniser,
      Expected expected,
      @Nullable String name)
      throws IOException {
    int[] number = {0};
    try (SpeechModel model = SpeechModel.load()) {
      Overhearing overhearing =
          new Overhearing(model, recogniser, expected, each -> print(line(++number[0], each)));
      if (sound.isPresent()) {
        overhearing.came(sound.get().at(SpeechDetector.RATE).samples());
      } else {
        Microphone.hear(seconds, overhearing::came);
      }
      overhearing.over();
      Map<String, Object> last = new LinkedHashMap<>();
      last.put("heard", what);
      last.put("lang", lang);
      last.put("seconds", seconds(overhearing.heard()));
      last.put("utterances", number[0]);
      print(with(last, "recogniser", name));
    }
  }

  private void print(Map<String, Object> line) {
    spec.commandLine().getOut().println(Json.of(line));
    spec.commandLine().getOut().flush();
  }

  private static Map<String, Object> with(
      Map<String, Object> line, String name, @Nullable Object value) {
    Map<String, Object> more = new LinkedHashMap<>(line);
    more.put(name, Optional.ofNullable(value));
    return more;
  }

  private static double seconds(int samples) {
    return samples / (double) SpeechDetector.RATE;
  }

  private static Map<String, Object> line(int number, Overhearing.Utterance utterance) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("utterance", number);
    line.put("from", seconds(utterance.from()));
    line.put("to", seconds(utterance.to()));
    utterance.heard().ifPresent(heard -> words(line, heard));
    line.put("prosody", utterance.measure().map(HearMain::measured));
    line.put("emotion", emotion(utterance.features()));
    return line;
  }

  private static Map<String, Object> emotion(Optional<ProsodyFeatures> features) {
    Map<String, Object> emotion = new LinkedHashMap<>();
    emotion.put("prosody", features.map(HearMain::features));
    emotion.put("voice", features.map(HearMain::scores));
    return emotion;
  }

  /** What the voice alone seems to feel. */
  private static Map<String, Object> scores(ProsodyFeatures voice) {
    VoiceMood mood =
        VoiceMood.of(
            new VoiceTone(
                voice.pitch(),
                voice.pitchRange(),
                voice.loudness(),
                voice.loudnessRange(),
                voice.rate(),
                voice.pauses()));
    Map<String, Object> scores = new LinkedHashMap<>();
    for (Emotion.Feeling feeling : Emotion.Feeling.values()) {
      scores.put(feeling.name().toLowerCase(Locale.ROOT), mood.scores().get(feeling));
    }
    return scores;
  }

  private static void words(Map<String, Object> line, Heard heard) {
    line.put("words", heard.words());
    line.put("confidence", heard.first().map(Hypothesis::confidence));
    line.put("nbest", heard.best().stream().map(HearMain::hypothesis).toList());
  }

  private static Map<String, Object> hypothesis(Hypothesis each) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("words", each.words());
    one.put("confidence", each.confidence());
    return one;
  }

  private static Map<String, Object> measured(ProsodyMeasure each) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pitch", each.pitch());
    values.put("pitchRange", each.pitchRange());
    values.put("loudness", each.loudness());
    values.put("loudnessRange", each.loudnessRange());
    values.put("rate", each.rate());
    values.put("pauses", each.pauses());
    return values;
  }

  private static Map<String, Object> features(ProsodyFeatures each) {
    return measured(
        new ProsodyMeasure(
            each.pitch(),
            each.pitchRange(),
            each.loudness(),
            each.loudnessRange(),
            each.rate(),
            each.pauses()));
  }

  private Path file() throws IOException {
    Path file = path(what).orElseThrow(() -> misuse("FILE '" + what + "' is no path."));
    if (!Files.isRegularFile(file)) {
      throw new IOException("File " + file + " is not there. Maybe its name is misspelt.");
    }
    return file;
  }

  private List<String> phrases() {
    Optional<Path> file = path(grammar).filter(Files::isRegularFile);
    List<String> phrases;
    try (Stream<String> lines =
        file.isPresent() ? Files.lines(file.get()) : Arrays.stream(grammar.split("\\|"))) {
      phrases =
          lines
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .limit(MOST + 1L)
              .toList();
    } catch (IOException | UncheckedIOException e) {
      throw misuse("--grammar " + grammar + " can't be read: " + e.getMessage());
    }
    if (phrases.size() > MOST) {
      throw misuse("--grammar holds more than " + MOST + " phrases.");
    }
    return phrases;
  }

  private static Optional<Path> path(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
