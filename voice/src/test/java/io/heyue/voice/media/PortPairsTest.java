package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class PortPairsTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void portsAreTakenInTurnAndThoseOfOthersLeftAlone() throws IOException {
    PortPairs search = new PortPairs(HERE, 28_001, 28_999);
    Sockets found = search.open();
    int port = found.port();
    assertThat(port % 2).isZero();
    found.close();
    search.giveBack(found);
    PortPairs two = new PortPairs(HERE, port, port + 3);
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

  @Test
  void aRangeMustHoldAPair() {
    assertThatThrownBy(() -> new PortPairs(HERE, 2_001, 2_002)).hasMessageContaining("2002");
  }
}
