package io.heyue.voice.cli;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.Playback;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipFailure;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.TlsFiles;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.VoiceFailure;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calls one SIP address, says something, and tells what was heard. */
@Command(
    name = "heyue call",
    mixinStandardHelpOptions = true,
    description = {
      "Calls one SIP address, says a text once somebody takes the call, and tells which keys were",
      "pressed and how the call went. It tries a softphone or a trunk, and calls no borrower.",
      "Ends with 0 where somebody took the call, 1 where nobody did, 2 for wrong use."
    })
public final class CallMain implements Callable<Integer> {
  /** Of dynamic ports, as many as one call needs and more. */
  private static final int FIRST_PORT = 40_000;

  private static final int LAST_PORT = 40_998;
  private static final int RATE = 8_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ADDRESS",
      description = "whom to call, as sip:alice@192.0.2.7:5060;transport=udp")
  private String address = "";

  @Option(names = "--text", description = "what is said; by default who is calling")
  private String text = "";

  @Option(names = "--lang", description = "zh or en; by default ${DEFAULT-VALUE}")
  private String lang = "zh";

  @Option(names = "--seconds", description = "hangs up after so many; by default ${DEFAULT-VALUE}")
  private int seconds = 30;

  @Option(names = "--from", description = "whose call it is: the user of our address")
  private String from = "heyue";

  @Option(
      names = "--user",
      description = "user, where the other side wants a proof; with --password-file")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      description = "file whose first line is the password, so that no list of processes shows it")
  private @Nullable Path password;

  @Option(names = "--srtp", description = "only with encrypted audio")
  private boolean secret;

  @Option(
      names = "--keys-in-clear",
      description = "with --srtp: also by signalling that others may read, and the keys with it")
  private boolean keysInClear;

  @Option(
      names = "--record",
      description = "WAV file for what was heard; one that is there is replaced")
  private @Nullable Path record;

  @Option(names = "--espeak", description = "the program that speaks; by default ${DEFAULT-VALUE}")
  private String espeak = "espeak-ng";

  /**
   * @param arguments those of the command line
   */
  public static void main(String[] arguments) {
    System.exit(commands().execute(arguments));
  }

  static CommandLine commands() {
    return new CommandLine(new CallMain());
  }

  @Override
  public Integer call() throws Exception {
    SipAddress peer =
        SipAddress.find(address)
            .orElseThrow(() ->
                misuse(
                    "ADDRESS '%s' is no SIP address. Maybe sip:alice@192.0.2.7:5060."
                        .formatted(address)));
    if (peer.user().matches("\\+?\\d{7,}")) {
      throw misuse(
          "ADDRESS names a telephone number, and a person is only called with a permit. Maybe call a"
              + " softphone: sip:me@127.0.0.1:5070.");
    }
    if (seconds < 1 || seconds > 3_600) {
      throw misuse("--seconds " + seconds + " is not from 1 to 3600.");
    }
    Lang spoken =
        Lang.find(lang)
            .orElseThrow(() -> misuse("--lang '" + lang + "' is unknown. Maybe zh or en."));
    if (record != null) {
      Path folder = record.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw misuse("Folder of " + record + " is not there. Maybe its name is misspelt.");
      }
    }
    try {
      return called(peer, credentials(), spoken);
    } catch (VoiceFailure | SipFailure | IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private int called(SipAddress peer, Optional<Credentials> credentials, Lang spoken)
      throws IOException, InterruptedException {
    Sound words = new Mouth(new Espeak(espeak, 160), RATE, 0).say(said(spoken), spoken);
    InetAddress mine = towards(peer);
    SipSettings sip =
        new SipSettings(
            mine,
            Map.of(peer.transport(), 0),
            "Heyue",
            from,
            Optional.of(new TlsFiles(Optional.empty(), Optional.empty(), "")));
    MediaSettings media =
        MediaSettings.of(
            mine, FIRST_PORT, LAST_PORT, InstantSource.system(), new SecureRandom().nextLong());
    Witness witness = new Witness(spec.commandLine().getOut());
    try (Telephone telephone = Telephone.open(sip, media, spec.commandLine().getErr()::println)) {
      Patience usual = Patience.USUAL;
      TelephoneCall call =
          telephone.call(
              peer,
              new Telephone.Manner(
                  telephone.address(peer.transport()),
                  credentials,
                  secrecy(peer, mine),
                  new Patience(
                      usual.first(),
                      usual.found(),
                      usual.rings(),
                      usual.offered(),
                      Duration.ofSeconds(seconds))),
              witness);
      witness.onUp(() -> call.play(Playback.of(words)));
      // Who is interrupted hangs up before going.
      Thread hangsUp = new Thread(() -> witness.endedBy(call));
      Runtime.getRuntime().addShutdownHook(hangsUp);
      Ending ending = witness.ended();
      stays(hangsUp);
      if (record != null) {
        Wav.write(witness.heard(), record);
      }
      spec.commandLine().getOut().println(witness.told(ending));
      return witness.talked() ? 0 : 1;
    }
  }

  /** On this machine nobody reads along. */
  private Secrecy secrecy(SipAddress peer, InetAddress mine) {
    if (!secret) {
      return Secrecy.WHERE_OFFERED;
    }
    Secrecy secrecy =
        keysInClear || mine.isLoopbackAddress() ? Secrecy.ALWAYS_KEYS_IN_CLEAR : Secrecy.ALWAYS;
    if (!secrecy.fits(peer.transport())) {
      throw misuse(
          "--srtp by %s would send the keys of the audio in clear. Maybe add ;transport=tls to ADDRESS, or --keys-in-clear."
              .formatted(peer.transport()));
    }
    return secrecy;
  }

  private static void stays(Thread hangsUp) {
    try {
      Runtime.getRuntime().removeShutdownHook(hangsUp);
    } catch (IllegalStateException e) {
      // Somebody interrupted us, and it runs already: nothing is left to take back.
      return;
    }
  }

  private String said(Lang spoken) {
    if (!text.isEmpty()) {
      return text;
    }
    return spoken == Lang.ZH
        ? "您好，这里是和约的测试电话，本语音由人工智能合成。请按任意键。"
        : "Hello, this is a test call by Heyue. This voice is made by a machine. Please press any key.";
  }

  private Optional<Credentials> credentials() throws IOException {
    if (user == null) {
      return Optional.empty();
    }
    if (password == null) {
      throw misuse("--user needs --password-file.");
    }
    String first = Files.readString(password).lines().findFirst().orElse("");
    if (first.isEmpty()) {
      throw misuse("File " + password + " holds no password in its first line.");
    }
    return Optional.of(new Credentials(user, first));
  }

  /** Our address on the way there; nothing is sent to find out. */
  private static InetAddress towards(SipAddress peer) throws IOException {
    InetSocketAddress there = new InetSocketAddress(peer.host(), peer.reachedAt());
    if (there.isUnresolved()) {
      throw new IOException("Host " + peer.host() + " is unknown. Maybe it is misspelt.");
    }
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(there);
      return socket.getLocalAddress();
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
