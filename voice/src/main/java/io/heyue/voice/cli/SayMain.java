package io.heyue.voice.cli;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.SpokenText;
import io.heyue.voice.speech.VoiceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says a text into a file. */
@Command(
    name = "heyue say",
    mixinStandardHelpOptions = true,
    description = {
      "Says a text as it would be said on the phone, into a WAV file: sums, days and numbers in",
      "words, by espeak-ng."
    })
public final class SayMain implements Callable<Integer> {
  /** Half an hour of speech. */
  private static final int MOST = 10_000;

  /** No letter takes more bytes. */
  private static final int BYTES = 4;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TEXT",
      description = "what is to be said; - reads it from standard input")
  private String text = "";

  @Option(
      names = {"-o", "--out"},
      required = true,
      description = "the WAV file; one that is there is replaced")
  private Path out = Path.of("");

  @Option(names = "--lang", description = "zh or en; by default by what the text is written in")
  private String lang = "";

  @Option(names = "--rate", description = "samples a second; by default ${DEFAULT-VALUE}")
  private int rate = 8_000;

  @Option(names = "--pace", description = "words a minute; by default ${DEFAULT-VALUE}")
  private int pace = 160;

  @Option(names = "--espeak", description = "the program; by default ${DEFAULT-VALUE}")
  private String espeak = "espeak-ng";

  /**
   * @param arguments those of the command line
   */
  public static void main(String[] arguments) {
    System.exit(commands().execute(arguments));
  }

  static CommandLine commands() {
    return new CommandLine(new SayMain());
  }

  @Override
  public Integer call() throws IOException {
    if (text.equals("-")) {
      text = read(System.in);
    }
    if (text.length() > MOST) {
      throw tooLong();
    }
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw misuse("TEXT '" + text + "' holds nothing to be said.");
    }
    if (rate < 4_000 || rate > 48_000) {
      throw misuse("--rate " + rate + " is not from 4000 to 48000.");
    }
    if (pace < 80 || pace > 450) {
      throw misuse("--pace " + pace + " is not from 80 to 450.");
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw misuse("Folder of " + out + " is not there. Maybe its name is misspelt.");
    }
    Lang spoken = language();
    try {
      Sound sound = new Mouth(new Espeak(espeak, pace), rate, 0).say(text, spoken);
      Wav.write(sound, out);
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %.2f s%n%s%n",
              out, sound.length().toMillis() / 1_000.0, SpokenText.of(text, spoken));
      return 0;
    } catch (VoiceFailure | IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  /** Reads no more than is said. */
  private String read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST * BYTES + 1);
    if (bytes.length > MOST * BYTES) {
      throw tooLong();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw misuse("What comes in is no UTF-8. Maybe convert it: iconv -f GB18030 -t UTF-8.");
    }
  }

  private ParameterException tooLong() {
    return misuse("TEXT has more than " + MOST + " letters. Maybe say it in parts.");
  }

  private Lang language() {
    if (!lang.isEmpty()) {
      return Lang.find(lang)
          .orElseThrow(() -> misuse("--lang '" + lang + "' is unknown. Maybe zh or en."));
    }
    boolean characters =
        text.codePoints()
            .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    return characters ? Lang.ZH : Lang.EN;
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
