package io.heyue.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Messages that a phone must survive: each breaks, or stretches, what the section of RFC 4475 whose
 * name it bears does; and any of them cut, swapped and strewn with bytes.
 */
final class TortureMessages {
  private static final String SDP =
      """
      v=0
      o=- 1 1 IN IP4 127.0.0.1
      s=-
      c=IN IP4 127.0.0.1
      t=0 0
      m=audio 9 RTP/AVP 8 101
      a=rtpmap:101 telephone-event/8000
      """;

  private TortureMessages() {}

  private static String invite(int number) {
    return """
    INVITE sip:heyue@127.0.0.1 SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-torture-%d
    Max-Forwards: 70
    From: "A" <sip:a@127.0.0.1:9>;tag=t%d
    To: sip:heyue@127.0.0.1
    Call-ID: torture-%d@127.0.0.1
    CSeq: 1 INVITE
    Contact: <sip:a@127.0.0.1:9>
    Content-Type: application/sdp
    Content-Length: %d

    %s\
    """
        .formatted(number, number, number, SDP.length() + SDP.lines().count(), SDP);
  }

  private static String changed(int number, String line, String other) {
    String invite = invite(number);
    int at = invite.indexOf(line);
    return invite.substring(0, at) + other + invite.substring(at + line.length());
  }

  /** All by name, as the wire has them. */
  static Map<String, byte[]> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "3.1.1.1 wsinv",
        changed(
            1,
            "To: sip:heyue",
            "TO :\n sip:vivekg@chair.invalid ;  tag = 1\nv: \"x\"\nTo: sip:heyue"));
    all.put(
        "3.1.1.2 intmeth",
        invite(2).replace("INVITE", "!interesting-Method0123456789_*+`.%indeed'~"));
    all.put(
        "3.1.1.3 esc01",
        changed(3, "sip:heyue@127.0.0.1 SIP", "sip:h%65yue%40@127.0.0.1;%6C%72=1 SIP"));
    all.put(
        "3.1.1.4 escnull",
        changed(4, "<sip:a@127.0.0.1:9>;tag", "<sip:null-%00-null@127.0.0.1:9>;tag"));
    all.put("3.1.1.6 lwsdisp", changed(6, "\"A\" <", "caller<"));
    all.put(
        "3.1.1.7 longreq",
        changed(7, "Contact:", "Subject: " + "long ".repeat(2_000) + "\nContact:"));
    all.put("3.1.1.8 dblreq", invite(8) + invite(88));
    all.put(
        "3.1.1.9 semiuri",
        changed(9, "sip:heyue@127.0.0.1 SIP", "sip:heyue;par=u%40x@127.0.0.1 SIP"));
    all.put("3.1.1.10 transports", changed(10, "SIP/2.0/UDP", "SIP/2.0/UNKNOWN"));
    all.put("3.1.2.1 badinv01", changed(21, "9>;tag=t21", "9>;;tag=t21,;,"));
    all.put("3.1.2.2 clerr", changed(22, "Content-Length: ", "Content-Length: 9"));
    all.put("3.1.2.3 ncl", changed(23, "Content-Length: ", "Content-Length: -"));
    all.put("3.1.2.4 scalar02", changed(24, "CSeq: 1", "CSeq: 36893488147419103232"));
    all.put(
        "3.1.2.5 scalarlg",
        changed(25, "Max-Forwards: 70", "Max-Forwards: 300\nExpires: 10000000000000000000"));
    all.put("3.1.2.6 quotbal", changed(26, "\"A\"", "\"A"));
    all.put(
        "3.1.2.7 ltgtruri",
        changed(27, "INVITE sip:heyue@127.0.0.1", "INVITE <sip:heyue@127.0.0.1>"));
    all.put("3.1.2.8 lwsruri", changed(28, "heyue@127.0.0.1 SIP", "heyue@127.0.0.1; lr SIP"));
    all.put("3.1.2.9 lwsstart", changed(29, "INVITE sip", "INVITE  sip"));
    all.put("3.1.2.10 trws", changed(30, "SIP/2.0\n", "SIP/2.0  \n"));
    all.put(
        "3.1.2.11 escruri",
        changed(31, "heyue@127.0.0.1 SIP", "heyue@127.0.0.1?Route=%3Csip:x%3E SIP"));
    all.put(
        "3.1.2.12 baddate",
        changed(32, "Contact:", "Date: Fri, 01 Jan 2010 16:00:00 EST\nContact:"));
    all.put("3.1.2.13 regbadct", changed(33, "<sip:a@127.0.0.1:9>\n", "sip:a@127.0.0.1?Route=x\n"));
    all.put(
        "3.1.2.14 badaspec",
        changed(34, "To: sip:heyue@127.0.0.1", "To: \"x\" < sip:heyue @127.0.0.1 >"));
    all.put("3.1.2.15 baddn", changed(35, "\"A\" <", "Bell, Alexander <"));
    all.put("3.1.2.16 badvers", changed(36, "127.0.0.1 SIP/2.0", "127.0.0.1 SIP/7.0"));
    all.put("3.1.2.17 mismatch01", changed(37, "CSeq: 1 INVITE", "CSeq: 1 OPTIONS"));
    all.put("3.1.2.18 mismatch02", changed(38, "CSeq: 1 INVITE", "CSeq: 1 NEWMETHOD"));
    all.put(
        "3.1.2.19 bigcode",
        invite(39).replaceFirst("INVITE .*\n", "SIP/2.0 4294967301 better not\n"));
    all.put("3.2.1 badbranch", changed(41, "z9hG4bK-torture-41", "z9hG4bK"));
    all.put("3.3.1 insuf", invite(42).replaceFirst("Call-ID:.*\n", ""));
    all.put("3.3.2 unkscm", changed(43, "INVITE sip:heyue", "INVITE nobodyKnows:heyue"));
    all.put("3.3.4 unksm2", changed(44, "To: sip:", "To: isbn:"));
    all.put(
        "3.3.5 bext01", changed(45, "Contact:", "Require: nothingSupportsThis, norThis\nContact:"));
    all.put("3.3.6 invut", changed(46, "application/sdp", "application/unknown"));
    all.put(
        "3.3.7 regaut01",
        changed(47, "Contact:", "Authorization: NoOneKnows opaque=\"x\",\nContact:"));
    all.put(
        "3.3.8 multi01",
        changed(
            48,
            "Contact:",
            "CSeq: 5 INVITE\nCall-ID: other\nMax-Forwards: 5\nTo: sip:x@y\nContact:"));
    all.put("3.3.9 mcl01", changed(49, "Content-Type", "Content-Length: 5\nContent-Type"));
    all.put("3.3.10 bcast", invite(50).replaceFirst("INVITE .*\n", "SIP/2.0 200 OK\n"));
    all.put("3.3.11 zeromf", changed(51, "Max-Forwards: 70", "Max-Forwards: 0"));
    all.put("3.3.13 cparam02", changed(52, "127.0.0.1:9>\nC", "127.0.0.1:9;unknown=1>;x=\"\nC"));
    all.put("3.3.15 sdp01", invite(53).replace("m=audio 9", "m=audio 99999999999"));
    all.put("3.4.1 inv2543", changed(54, ";branch=z9hG4bK-torture-54", ""));
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    all.forEach((name, text) -> bytes.put(name, wire(text)));
    bytes.put("nothing", new byte[0]);
    bytes.put("zeros", new byte[500]);
    return bytes;
  }

  private static byte[] wire(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Up to a dozen faults more. */
  static byte[] mutated(byte[] message, Random random) {
    byte[] bytes = message.clone();
    for (int left = random.nextInt(12); left > 0 && bytes.length > 4; left--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, Math.max(1, at)) : bytes;
        case 2 -> {
          int from = random.nextInt(bytes.length);
          int count = Math.min(bytes.length - Math.max(at, from), random.nextInt(60));
          System.arraycopy(bytes.clone(), from, bytes, at, count);
        }
        default -> bytes[at] = (byte) "\r\n:;<>\"@ ,=".charAt(random.nextInt(11));
      }
    }
    return bytes;
  }
}
