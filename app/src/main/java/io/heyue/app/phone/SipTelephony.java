package io.heyue.app.phone;

import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Undoing;
import io.heyue.voice.bridge.Agent;
import io.heyue.voice.bridge.AgentPhones;
import io.heyue.voice.bridge.Agents;
import io.heyue.voice.bridge.Bridges;
import io.heyue.voice.equip.Equipment;
import io.heyue.voice.equip.Hears;
import io.heyue.voice.equip.Speaks;
import io.heyue.voice.line.Exchange;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.Trunk;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.record.Label;
import io.heyue.voice.record.LocalKeys;
import io.heyue.voice.record.Recorders;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.TlsFiles;
import io.heyue.voice.sip.Transport;
import io.heyue.voice.talk.CallOrder;
import io.heyue.voice.talk.Calls;
import io.heyue.voice.talk.LiveCalls;
import io.heyue.voice.talk.PhoneCalls;
import io.heyue.voice.talk.Slots;
import io.heyue.voice.talk.TalkListener;
import io.heyue.voice.talk.TalkParts;
import io.heyue.voice.talk.Talks;
import io.heyue.voice.talk.Tapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The telephone of an installation: SIP to its carriers, with the voices and ears it has. */
public final class SipTelephony implements Telephony {
  private static final Logger LOG = LoggerFactory.getLogger(SipTelephony.class);
  private static final int FIRST_PORT = 40_000;
  private static final int LAST_PORT = 48_998;
  private static final Duration FORCED = Duration.ofSeconds(5);

  /** A colleague's phone rings for so long, then the next one's; so many are tried. */
  private static final Duration AGENTS_RING = Duration.ofSeconds(20);

  private static final int MOST_AGENTS = 3;
  private static final String RECORDINGS = "recordings";
  private static final String KEYS = "recording.keys";

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param folder the data folder, where recordings and models lie
   */
  public SipTelephony(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Optional<Opened> open(PhoneSettings settings) {
    Undoing closing = new Undoing();
    try {
      return Optional.of(opened(settings, closing));
    } catch (RuntimeException e) {
      close(closing);
      throw e;
    } catch (IOException e) {
      close(closing);
      throw new UncheckedIOException("The telephone can't be opened: " + e.getMessage(), e);
    }
  }

  private Opened opened(PhoneSettings settings, Undoing closing) throws IOException {
    SecureRandom random = new SecureRandom();
    Shelf shelf = Shelf.openOrMake(folder.resolve(RECORDINGS));
    LocalKeys keys = LocalKeys.openOrMake(folder.resolve(KEYS), random);
    ShelfKeeper keeper =
        closing.add(
            ShelfKeeper.begin(shelf, keys, Duration.ofDays(settings.recording().keepDays())));
    Recorders recorders = closing.add(new Recorders(shelf, keys, FORCED, random));
    Equipment equipment =
        closing.add(
            Equipment.open(
                new Equipment.Wanted(
                    settings.voices().stream().map(SipTelephony::speaks).toList(),
                    settings.recognisers().stream().map(SipTelephony::hears).toList(),
                    ModelFolders.of(environment, Path.of(System.getProperty("user.home"))),
                    Runtime.getRuntime().availableProcessors(),
                    true,
                    Optional.of(Tapes.by(recorders, Label.of("Heyue"), InstantSource.system()))),
                LOG::warn));
    List<Trunk> trunks = settings.trunks().stream().map(SipTelephony::trunk).toList();
    InetAddress address = InetAddress.getByName(settings.address());
    Telephone telephone =
        closing.add(
            Telephone.open(
                sip(settings, address, trunks),
                MediaSettings.of(
                    address,
                    FIRST_PORT,
                    LAST_PORT,
                    InstantSource.system(),
                    new SecureRandom().nextLong()),
                LOG::warn));
    Exchange exchange =
        closing.add(
            Exchange.open(
                trunks, telephone, Exchange.Settings.USUAL, InstantSource.system(), LOG::warn));
    List<PhoneNumber> numbers =
        settings.trunks().stream().flatMap(trunk -> trunk.callers().stream()).distinct().toList();
    Slots slots = new Slots(settings.slots());
    Sources sources =
        closing.add(
            Sources.begin(
                trunks,
                settings.trunks().stream()
                    .collect(Collectors.toMap(TrunkSettings::name, TrunkSettings::further))));
    // Before all else: whoever listens learns how their calls ended, and recordings end whole.
    var _ =
        closing.<AutoCloseable>add(() -> {
          exchange.drain();
          telephone.hangUp();
        });
    LiveCalls live = new LiveCalls();
    TalkParts parts = equipment.parts().overheardBy(live);
    return new Opened(
        new Closed(new PhoneCalls(exchange, parts, numbers, slots), closing),
        bridge(settings, telephone, parts),
        keeper,
        live,
        visitors ->
            Talks.open(
                telephone,
                Patience.USUAL,
                parts,
                new Doorkeeper(visitors, sources, exchange, slots, parts.works().threads())));
  }

  private static Bridge bridge(PhoneSettings settings, Telephone telephone, TalkParts parts) {
    List<Agent> agents =
        settings.agents().stream().map(each -> Agent.at(SipAddress.parse(each))).toList();
    return agents.isEmpty()
        ? Bridge.NOBODY
        : Bridge.by(
            new Bridges(
                new Agents(agents),
                AgentPhones.by(telephone, "heyue", Secrecy.WHERE_OFFERED, AGENTS_RING),
                parts.mouths(),
                MOST_AGENTS,
                new Bridges.Works(parts.works().threads(), parts.works().faults())));
  }

  private static Speaks speaks(PhoneSettings.Voicing wanted) {
    return new Speaks(
        wanted.lang(),
        wanted.make(),
        Optional.ofNullable(wanted.voice()),
        Optional.ofNullable(wanted.model()));
  }

  private static Hears hears(PhoneSettings.Recognising wanted) {
    return new Hears(
        wanted.lang(),
        String.valueOf(wanted.make()),
        Optional.ofNullable(wanted.model()),
        Optional.ofNullable(wanted.library()),
        Optional.ofNullable(wanted.url()).map(URI::create));
  }

  private static SipSettings sip(PhoneSettings settings, InetAddress address, List<Trunk> trunks) {
    Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
    for (Trunk trunk : trunks) {
      ports.put(trunk.address().transport(), port(trunk.address().transport(), settings));
    }
    for (String agent : settings.agents()) {
      Transport transport = SipAddress.parse(agent).transport();
      ports.put(transport, port(transport, settings));
    }
    if (settings.tls() != null) {
      ports.put(Transport.TLS, port(Transport.TLS, settings));
    }
    return new SipSettings(address, ports, "Heyue", "heyue", Optional.of(keys(settings)));
  }

  private static TlsFiles keys(PhoneSettings settings) {
    PhoneSettings.Tls tls = settings.tls();
    return tls == null
        ? new TlsFiles(Optional.empty(), Optional.empty(), "")
        : new TlsFiles(
            Optional.ofNullable(tls.keys()),
            Optional.ofNullable(tls.trusted()),
            secret(tls.passwordFile(), "phone.tls"),
            settings.trunks().stream().anyMatch(trunk -> !trunk.certificates().isEmpty()));
  }

  private static String secret(@Nullable Path file, String whose) {
    if (file == null) {
      return "";
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("File " + file + " of " + whose + " can't be read.", e);
    }
  }

  /** TLS has the port behind that of the others (RFC 3261, 19.1.2). */
  private static int port(Transport transport, PhoneSettings settings) {
    int port = settings.port();
    return port == 0 || transport != Transport.TLS ? port : port + 1;
  }

  private static Trunk trunk(TrunkSettings settings) {
    SipAddress address = SipAddress.parse(settings.address());
    return new Trunk(
        settings.name(),
        address,
        credentials(settings),
        settings.callers(),
        settings.writing(),
        settings.channels(),
        settings.callsPerSecond(),
        settings.secrecy(),
        false,
        settings.registers()
            ? Optional.of(address.with(String.valueOf(settings.user())))
            : Optional.empty(),
        settings.codecs());
  }

  private static Optional<Credentials> credentials(TrunkSettings settings) {
    if (settings.user() == null || settings.passwordFile() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Credentials(
            settings.user(), secret(settings.passwordFile(), "trunk " + settings.name())));
  }

  private static void close(Undoing opened) {
    opened.close(e -> LOG.warn("A part of the telephone can't be closed: {}", e.getMessage()));
  }

  /** Calls that hang up on all that stand, and close all that they are made with. */
  private record Closed(Calls calls, Undoing closing) implements Calls {
    @Override
    public Dialled call(CallOrder order, TalkListener listener) {
      return calls.call(order, listener);
    }

    @Override
    public Room room() {
      return calls.room();
    }

    @Override
    public void close() {
      SipTelephony.close(closing);
    }
  }
}
