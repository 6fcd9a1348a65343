package io.heyue.app.phone;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Trunk;
import io.heyue.voice.sip.Origin;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
 * By which trunk a call comes in: the one whose machine sent it. Names of machines are looked up
 * now and then, never while somebody calls. Thread-safe.
 */
final class Sources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
  private static final long MINUTES = 5;

  private final List<Trunk> trunks;

  /** Of each trunk by its name; what isn't found now is where it was found last. */
  private volatile Map<String, Set<InetAddress>> addresses = Map.of();

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("trunk-names").daemon().factory());

  private Sources(List<Trunk> trunks) {
    this.trunks = List.copyOf(trunks);
  }

  /** Looks them up, and again as long as it is open. */
  static Sources begin(List<Trunk> trunks) {
    Sources sources = new Sources(trunks);
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
            .filter(trunk -> origin.address().filter(at(trunk)::contains).isPresent())
            .filter(trunk -> trunk.address().transport() != Transport.TLS || way == Transport.TLS)
            .toList();
    return there.stream()
        .filter(trunk -> own(trunk, called))
        .findFirst()
        .or(() -> there.stream().findFirst());
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
