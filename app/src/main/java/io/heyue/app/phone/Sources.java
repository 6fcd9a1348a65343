package io.heyue.app.phone;

import io.heyue.app.installation.AddressRange;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Trunk;
import io.heyue.voice.sip.Origin;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which trunk a call comes in: the one whose machine sent it. That is the machine that we call,
 * one of the trunk's further addresses, or one that proved a name of the trunk's by its
 * certificate. Names of machines are looked up now and then, never while somebody calls.
 * Thread-safe.
 */
final class Sources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
  private static final long MINUTES = 5;

  private final List<Trunk> trunks;

  /** What else a trunk sends from, by its name. */
  private final Map<String, Further> further;

  /** Of each trunk by its name; what isn't found now is where it was found last. */
  private volatile Map<String, Set<InetAddress>> addresses = Map.of();

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("trunk-names").daemon().factory());

  /**
   * What a trunk sends calls from, beside the machine that we call.
   *
   * @param addresses of its other machines
   * @param names that its machines' certificates prove, in small letters
   */
  record Further(List<AddressRange> addresses, Set<String> names) {
    static final Further NOTHING = new Further(List.of(), Set.of());

    Further {
      addresses = List.copyOf(addresses);
      names = Set.copyOf(names);
    }
  }

  private Sources(List<Trunk> trunks, Map<String, Further> further) {
    this.trunks = List.copyOf(trunks);
    this.further = Map.copyOf(further);
  }

  /**
   * Looks them up, and again as long as it is open.
   *
   * @param further what else trunks send from, by their names
   */
  static Sources begin(List<Trunk> trunks, Map<String, Further> further) {
    Sources sources = new Sources(trunks, further);
    sources.lookUp();
    var _ =
        sources.thread.scheduleWithFixedDelay(sources::lookUp, MINUTES, MINUTES, TimeUnit.MINUTES);
    return sources;
  }

  private void lookUp() {
    Map<String, Set<InetAddress>> found = new HashMap<>(addresses);
    for (Trunk trunk : trunks) {
      try {
        found.put(trunk.name(), Set.of(InetAddress.getAllByName(trunk.address().host())));
      } catch (UnknownHostException e) {
        LOG.warn("The address of trunk {} isn't found.", trunk.name());
      }
    }
    addresses = Map.copyOf(found);
  }

  /**
   * The trunk by which a call comes in. Of several that share a machine it is the one that lets us
   * call from the number that is called.
   *
   * @param way by which it came: a trunk that we reach by TLS must reach us by it, since the sender
   *     of everything else may be made up
   * @param called the user that is called
   */
  Optional<Trunk> trunk(Origin origin, Transport way, String called) {
    List<Trunk> there =
        trunks.stream()
            .filter(trunk -> certified(trunk, origin) || sends(trunk, origin, way))
            .toList();
    return there.stream()
        .filter(trunk -> own(trunk, called))
        .findFirst()
        .or(() -> there.stream().findFirst());
  }

  /** Only by TLS has an origin names, so that nothing else is asked of the way. */
  private boolean certified(Trunk trunk, Origin origin) {
    return !Collections.disjoint(of(trunk).names(), origin.names());
  }

  private boolean sends(Trunk trunk, Origin origin, Transport way) {
    return (trunk.address().transport() != Transport.TLS || way == Transport.TLS)
        && origin
            .address()
            .filter(address ->
                at(trunk).contains(address)
                    || of(trunk).addresses().stream().anyMatch(range -> range.holds(address)))
            .isPresent();
  }

  private Further of(Trunk trunk) {
    return further.getOrDefault(trunk.name(), Further.NOTHING);
  }

  private Set<InetAddress> at(Trunk trunk) {
    return addresses.getOrDefault(trunk.name(), Set.of());
  }

  private static boolean own(Trunk trunk, String called) {
    Optional<PhoneNumber> number = trunk.read(called);
    return number.filter(trunk.numbers()::contains).isPresent();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
