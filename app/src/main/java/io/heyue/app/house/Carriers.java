package io.heyue.app.house;

import io.heyue.app.channel.Arrivals;
import io.heyue.app.channel.gateway.GatewayCarrier;
import io.heyue.app.channel.mail.MailCarrier;
import io.heyue.app.channel.mail.OptOut;
import io.heyue.app.channel.smpp.SmppCarrier;
import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Engine;
import io.heyue.app.installation.Settings;
import io.heyue.app.phone.Audible;
import io.heyue.app.phone.Bridge;
import io.heyue.app.phone.Dialler;
import io.heyue.app.phone.Notice;
import io.heyue.app.phone.Pacer;
import io.heyue.app.phone.PhoneSettings;
import io.heyue.app.phone.Telephony;
import io.heyue.app.phone.Visitors;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.Piece;
import io.heyue.voice.progress.ProgressTable;
import io.heyue.voice.talk.Calls;
import io.heyue.voice.talk.LiveCalls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The carriers that are configured. They exist before the engine, which sends by them, and bring
 * what arrives to it; so they wait for it at a door that is opened last.
 */
public final class Carriers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

  private final List<Carrier> all = new ArrayList<>();
  private final List<SmppCarrier> smpp = new ArrayList<>();
  private final List<GatewayCarrier> gateways = new ArrayList<>();
  private final List<Calls> telephones = new ArrayList<>();
  private final List<Dialled> diallers = new ArrayList<>();
  private final List<Telephony.Left> left = new ArrayList<>();
  private final List<LiveCalls> live = new ArrayList<>();
  private final Door door = new Door();

  private Carriers() {}

  static Carriers open(
      Settings settings,
      OptOut optOut,
      InstantSource clock,
      List<Carrier> more,
      Telephony telephony) {
    Carriers carriers = new Carriers();
    carriers.all.addAll(more);
    more.stream()
        .filter(Audible.class::isInstance)
        .map(carrier -> ((Audible) carrier).live())
        .forEach(carriers.live::add);
    if (settings.smpp() != null) {
      carriers.smpp.add(new SmppCarrier(settings.smpp(), carriers.door));
    }
    if (settings.gateway() != null) {
      carriers.gateways.add(new GatewayCarrier(settings.gateway()));
    }
    carriers.all.addAll(carriers.smpp);
    carriers.all.addAll(carriers.gateways);
    if (settings.mail() != null) {
      carriers.all.add(new MailCarrier(settings.mail(), optOut, clock));
    }
    if (settings.phone() != null) {
      carriers.call(settings.phone(), telephony, clock);
    }
    return carriers;
  }

  private void call(PhoneSettings settings, Telephony telephony, InstantSource clock) {
    Optional<Telephony.Opened> opened = telephony.open(settings);
    if (opened.isEmpty()) {
      LOG.warn("A phone is configured, but this program has none, so that nobody is called.");
      return;
    }
    telephones.add(opened.get().calls());
    left.add(opened.get().left());
    live.add(opened.get().live());
    Bridge bridge = opened.get().bridge();
    Dialler dialler =
        new Dialler(
            opened.get().calls(),
            ProgressTable.standard(),
            bridge,
            Pacer.of(settings.pacing(), bridge, clock));
    diallers.add(new Dialled(dialler, opened.get().entrance()));
    all.add(dialler);
  }

  List<Carrier> all() {
    return List.copyOf(all);
  }

  /** Calls that stand, for whoever listens to them. */
  public List<LiveCalls> live() {
    return List.copyOf(live);
  }

  /** The channels that somebody carries. */
  public Set<Channel> channels() {
    return all.stream().map(Carrier::channel).collect(Collectors.toUnmodifiableSet());
  }

  /** Where what comes from the street goes. */
  public Arrivals arrivals() {
    return door;
  }

  void arriveAt(Arrivals arrivals) {
    door.behind.set(arrivals);
    smpp.forEach(SmppCarrier::start);
  }

  /**
   * From now on calls are led by the conversations of {@code engine}; what calls of an earlier run
   * left behind is seen to before.
   *
   * @param notice what people are told who call us, and of whom nothing is known; asked for each of
   *     them
   */
  void serve(Engine engine, Supplier<Optional<Notice>> notice) {
    left.forEach(each -> each.settle(engine.callNotes()));
    diallers.forEach(each -> {
      each.dialler.serve(engine);
      each.entrance.accept(new Visitors(each.dialler::incoming, notice));
    });
  }

  /** A telephone's two sides: calls that we make, and calls that are made to us. */
  private record Dialled(Dialler dialler, Consumer<Visitors> entrance) {}

  /** Ends all calls, and waits until what came of them is kept. Once done it does nothing more. */
  void hangUp() {
    telephones.forEach(Calls::close);
    telephones.clear();
    diallers.forEach(each -> each.dialler.settle());
  }

  @Override
  public void close() {
    hangUp();
    smpp.forEach(SmppCarrier::close);
    gateways.forEach(GatewayCarrier::close);
  }

  private static final class Door implements Arrivals {
    private final AtomicReference<Arrivals> behind = new AtomicReference<>();

    private Arrivals open() {
      Arrivals arrivals = behind.get();
      if (arrivals == null) {
        throw new IllegalStateException("The house is not open yet.");
      }
      return arrivals;
    }

    @Override
    public void text(PhoneNumber from, String text, String id, Duration within) {
      open().text(from, text, id, within);
    }

    @Override
    public void part(
        PhoneNumber from,
        Piece piece,
        Function<byte[], String> reader,
        String id,
        Duration within) {
      open().part(from, piece, reader, id, within);
    }

    @Override
    public void receipt(Channel channel, String reference, boolean delivered) {
      open().receipt(channel, reference, delivered);
    }
  }
}
