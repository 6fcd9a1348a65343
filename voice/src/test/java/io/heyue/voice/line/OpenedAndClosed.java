package io.heyue.voice.line;

import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.sip.SipSettings;
import java.net.InetAddress;
import java.time.InstantSource;

/** A program that opens a telephone and closes it again. */
final class OpenedAndClosed {
  private OpenedAndClosed() {}

  public static void main(String[] arguments) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Telephone.open(
            SipSettings.plain(loopback),
            MediaSettings.anyPorts(loopback, InstantSource.system(), 1),
            System.err::println)
        .close();
  }
}
