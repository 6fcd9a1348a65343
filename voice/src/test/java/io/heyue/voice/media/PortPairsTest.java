package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPairsTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void portsAreTakenInTurnAndThoseOfOthersLeftAlone() throws IOException {
    PortPairs search = new PortPairs(HERE, 28_001, 28_999, 0);
    Sockets found = search.open();
    int port = found.port();
    assertThat(port % 2).isZero();
    found.close();
    search.giveBack(found);
    PortPairs two = new PortPairs(HERE, port, port + 3, 0);
    try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(HERE, port + 1))) {
      assertThat(other.isBound()).isTrue();
      Sockets only = two.open();
      assertThat(only.port()).isEqualTo(port + 2);
      assertThatThrownBy(two::open)
          .isInstanceOf(BindException.class)
          .hasMessageContaining(port + " to " + (port + 3));
      only.close();
      two.giveBack(only);
    }
    Sockets first = two.open();
    assertThat(first.port()).isEqualTo(port);
    first.close();
    two.giveBack(first);
    Sockets second = two.open();
    assertThat(second.port()).isEqualTo(port + 2);
    second.close();
  }

  /** Else a process that is started again would take the ports of calls that still stand there. */
  @Test
  void theyBeginWhereTheyAreTold() throws IOException {
    Set<Integer> ports = new HashSet<>();
    for (long begin : new long[] {0, 7, -5, Long.MIN_VALUE, Long.MAX_VALUE}) {
      PortPairs pairs = new PortPairs(HERE, 28_000, 28_999, begin);
      Sockets found = pairs.open();
      found.close();
      assertThat(found.port()).isBetween(28_000, 28_998);
      ports.add(found.port());
    }
    assertThat(ports).hasSizeGreaterThan(3);
  }

  @Test
  void whereNoRangeIsNamedEachPairIsOneThatNobodyHas() throws IOException {
    PortPairs one = new PortPairs(HERE, 0, 0, 0);
    PortPairs other = new PortPairs(HERE, 0, 0, 0);
    List<Sockets> all = new ArrayList<>();
    try {
      for (int count = 0; count < 100; count++) {
        Sockets sockets = (count % 2 == 0 ? one : other).open();
        all.add(sockets);
        assertThat(sockets.port() % 2).isZero();
        assertThat(port(sockets.media())).isEqualTo(sockets.port());
        assertThat(port(sockets.control())).isEqualTo(sockets.port() + 1);
      }
      assertThat(all).extracting(Sockets::port).doesNotHaveDuplicates();
    } finally {
      for (Sockets sockets : all) {
        sockets.close();
        one.giveBack(sockets);
      }
    }
  }

  private static int port(DatagramChannel channel) throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  @Test
  void aRangeThatBeginsNowhereEndsNowhere() {
    assertThatThrownBy(() -> MediaSettings.of(HERE, 0, 20_000, InstantSource.system(), 1))
        .hasMessageContaining("lastPort")
        .hasMessageContaining("20000");
  }

  @Test
  void aRangeMustHoldAPair() {
    assertThatThrownBy(() -> new PortPairs(HERE, 2_001, 2_002, 0)).hasMessageContaining("2002");
  }
}
