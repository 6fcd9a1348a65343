package io.heyue.sim.phone;

import io.heyue.app.phone.CallConversation;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.sim.play.Parley;
import io.heyue.sim.play.Stage;
import io.heyue.sim.play.Step;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.Sampler;
import io.heyue.sim.world.VirtualClock;
import io.heyue.voice.equip.Equipment;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.TlsFiles;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.Talks;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calls one SIP address, and lets whoever takes it talk with Heyue as an invented borrower. */
@Command(
    name = "call",
    mixinStandardHelpOptions = true,
    description = {
      "Calls one SIP address: whoever takes it talks with Heyue, as an invented borrower who is named",
      "on the screen. It tries a softphone, and calls no borrower. With --text it says a text instead",
      "(call --text T --help). Ends with 0 where somebody took the call, 1 where nobody did."
    })
public final class CallCommand implements Callable<Integer> {
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final int FIRST_PORT = 40_000;
  private static final int LAST_PORT = 40_998;
  private static final int MOST_SECONDS = 3_600;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "ADDRESS", description = "as sip:me@192.0.2.7:5060;transport=udp")
  private String address = "";

  @Option(names = "--seconds", description = "Hangs up after so many (${DEFAULT-VALUE}).")
  private int seconds = 300;

  @Option(names = "--lang", description = "zh or en (${DEFAULT-VALUE}).")
  private String lang = "zh";

  @Option(names = "--seed", description = "What chance is made from (${DEFAULT-VALUE}).")
  private long seed = 7;

  @Override
  public Integer call() throws InterruptedException, IOException {
    SipAddress peer =
        SipAddress.find(address)
            .orElseThrow(() ->
                misuse(
                    "ADDRESS '" + address + "' is no SIP address. Maybe sip:me@127.0.0.1:5070."));
    if (peer.user().matches("\\+?\\d{7,}")) {
      throw misuse(
          "ADDRESS names a telephone number, and a person is only called with a permit. Maybe call a"
              + " softphone: sip:me@127.0.0.1:5070.");
    }
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw misuse("--seconds " + seconds + " is not from 1 to " + MOST_SECONDS + ".");
    }
    Lang spoken =
        Lang.find(lang)
            .orElseThrow(() -> misuse("--lang '" + lang + "' is unknown. Maybe zh or en."));
    PrintWriter out = spec.commandLine().getOut();
    try (Stage stage = Stage.open(Stage.root());
        Equipment equipment =
            Equipment.open(
                Equipment.Wanted.usual(
                    ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home")))),
                spec.commandLine().getErr()::println);
        Telephone telephone = telephone(peer)) {
      return held(stage, equipment, telephone, peer, spoken, out);
    }
  }

  private int held(
      Stage stage,
      Equipment equipment,
      Telephone telephone,
      SipAddress peer,
      Lang spoken,
      PrintWriter out)
      throws IOException, InterruptedException {
    Rng rng = Rng.seeded(seed);
    Sample sample =
        new Sampler(seed, LocalDate.ofInstant(START, ZoneOffset.UTC), stage.mandates())
            .draw((int) Math.floorMod(seed, 1_000_000L), spoken, Sampler.Oddity.NONE);
    out.printf(
        "You are %s. The last four characters of your identity number are %s.%n"
            + "Nothing is recorded here, though the first words say so, as they do to borrowers.%n",
        sample.name().reveal(), sample.proof());
    out.flush();
    Parley parley =
        new Parley(
            stage,
            sample.dossier(START, rng.fork("ids")),
            spoken,
            Channel.CALL,
            new VirtualClock(START),
            rng);
    CompletableFuture<TalkEnd> over = new CompletableFuture<>();
    CallConversation conversation =
        new CallConversation(
            new ParleyLeader(parley, step -> tell(out, step)),
            spoken,
            task -> Thread.ofVirtual().start(task),
            over::complete);
    Talk talk =
        Talks.call(
            telephone,
            peer,
            manner(telephone, peer),
            equipment.parts(),
            new Talks.Led(spoken, conversation));
    conversation.begun(talk);
    Thread hangsUp =
        new Thread(() -> {
          talk.hangUp();
          over.orTimeout(5, java.util.concurrent.TimeUnit.SECONDS).exceptionally(_ -> null).join();
        });
    Runtime.getRuntime().addShutdownHook(hangsUp);
    try {
      TalkEnd end = over.get();
      out.printf(
          "The call was %s and lasted %d s; it ended as %s (%s).%n",
          end.up() ? "taken" : "not taken",
          end.talked().toSeconds(),
          end.verdict().disposition().id(),
          end.ending().how().name().toLowerCase(java.util.Locale.ROOT));
      out.flush();
      return end.up() ? 0 : 1;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      stays(hangsUp);
    }
  }

  private static void stays(Thread hangsUp) {
    try {
      Runtime.getRuntime().removeShutdownHook(hangsUp);
    } catch (IllegalStateException e) {
      // We were interrupted, and it runs already.
      return;
    }
  }

  private Telephone.Manner manner(Telephone telephone, SipAddress peer) {
    Patience usual = Patience.USUAL;
    return new Telephone.Manner(
        telephone.address(peer.transport()),
        Optional.empty(),
        Secrecy.WHERE_OFFERED,
        new Patience(
            usual.first(),
            usual.found(),
            usual.rings(),
            usual.offered(),
            Duration.ofSeconds(seconds)));
  }

  private Telephone telephone(SipAddress peer) throws IOException {
    InetSocketAddress there = new InetSocketAddress(peer.host(), peer.reachedAt());
    if (there.isUnresolved()) {
      throw misuse("Host " + peer.host() + " is unknown. Maybe it is misspelt.");
    }
    InetAddress mine;
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(there);
      mine = socket.getLocalAddress();
    }
    return Telephone.open(
        new SipSettings(
            mine,
            Map.of(peer.transport(), 0),
            "Heyue",
            "heyue",
            Optional.of(new TlsFiles(Optional.empty(), Optional.empty(), ""))),
        MediaSettings.of(mine, FIRST_PORT, LAST_PORT, InstantSource.system(), seed),
        spec.commandLine().getErr()::println);
  }

  private static void tell(PrintWriter out, Step step) {
    String words = step.event().words();
    if (!words.isEmpty()) {
      out.println("  you   " + words);
    }
    if (!step.said().isEmpty()) {
      out.println("  heyue " + step.said());
    }
    out.flush();
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
