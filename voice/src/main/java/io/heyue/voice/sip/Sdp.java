package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a side offers or answers of audio (RFC 8866, RFC 3264): the first audio of a session; all
 * else in it is declined. Immutable.
 *
 * @param address where it is to be sent, as it was written
 * @param port 0 where audio is declined
 * @param secure whether it is encrypted (RTP/SAVP)
 * @param formats payload types, the dearest first
 * @param names of formats that are agreed here, as telephone-event/8000 in lower case
 * @param wishes of formats of Opus: how they are to be sent (fmtp)
 * @param media one for each media of the session, in order, as it is declined (RFC 3264, 6): empty
 *     for the audio that this is about
 */
public record Sdp(
    String address,
    int port,
    boolean secure,
    List<Integer> formats,
    Map<Integer, String> names,
    Map<Integer, String> wishes,
    Direction direction,
    List<MediaKey> keys,
    List<String> media) {
  /** Of a longer session nothing is read. */
  static final int MOST = 16_384;

  public static final String KEYS = "telephone-event/8000";

  private static final String ANY_KEYS = "telephone-event/";

  /** The place of our audio among all media of a session. */
  private static final String OURS = "";

  private static final int MOST_MEDIA = 32;

  public Sdp {
    Check.that(port >= 0 && port <= 65_535, "port", port, "0 to 65535");
    formats = List.copyOf(formats);
    names = Map.copyOf(names);
    wishes = Map.copyOf(wishes);
    keys = List.copyOf(keys);
    media = List.copyOf(media);
    Check.that(media.contains(OURS), "media", media, "holding one place for our audio");
  }

  /** A session of one audio. */
  public Sdp(
      String address,
      int port,
      boolean secure,
      List<Integer> formats,
      Map<Integer, String> names,
      Direction direction,
      List<MediaKey> keys) {
    this(address, port, secure, formats, names, Map.of(), direction, keys, List.of(OURS));
  }

  /** The same in a session of more media, of which all others stay declined. */
  public Sdp among(List<String> all) {
    return new Sdp(address, port, secure, formats, names, wishes, direction, keys, all);
  }

  /** The payload type of a format; those of A-law and µ-law need no name. */
  public Optional<Integer> format(String name) {
    return formats.stream().filter(format -> name.equals(name(format))).findFirst();
  }

  String name(int format) {
    return names.getOrDefault(
        format,
        switch (format) {
          case 0 -> "pcmu/8000";
          case 8 -> "pcma/8000";
          default -> "";
        });
  }

  /** Whether the other side waits: it doesn't want to be sent anything. */
  public boolean holds() {
    // By an address of nobody some hold still (RFC 2543, B.5).
    return !direction.receives()
        || Literal.find(address).filter(InetAddress::isAnyLocalAddress).isPresent();
  }

  /** What a session says; empty where it holds no audio that can be read. */
  public static Optional<Sdp> read(String session) {
    if (session.length() > MOST) {
      return Optional.empty();
    }
    return new Reading().all(session);
  }

  /**
   * As it is sent.
   *
   * @param session number of this session; the same through a call
   * @param version grows with each change
   */
  public String written(long session, long version) {
    StringBuilder out = new StringBuilder();
    String kind = address.contains(":") ? "IP6 " : "IP4 ";
    line(out, "v=0");
    line(out, "o=- " + session + " " + version + " IN " + kind + address);
    line(out, "s=-");
    line(out, "c=IN " + kind + address);
    line(out, "t=0 0");
    for (String each : media) {
      if (each.equals(OURS)) {
        audio(out);
      } else {
        line(out, "m=" + each);
      }
    }
    return out.toString();
  }

  private void audio(StringBuilder out) {
    StringBuilder line = new StringBuilder("m=audio " + port);
    line.append(secure ? " RTP/SAVP" : " RTP/AVP");
    formats.forEach(format -> line.append(' ').append(format));
    line(out, line.toString());
    for (int format : formats) {
      String name = name(format);
      if (!name.isEmpty()) {
        line(out, "a=rtpmap:" + format + " " + cased(name));
      }
      if (name.startsWith(ANY_KEYS)) {
        line(out, "a=fmtp:" + format + " 0-15");
      }
      if (wishes.containsKey(format)) {
        line(out, "a=fmtp:" + format + " " + wishes.get(format));
      }
    }
    line(out, "a=ptime:20");
    keys.forEach(key -> line(out, "a=crypto:" + key.written()));
    line(out, "a=" + direction.name().toLowerCase(Locale.ROOT));
  }

  private static String cased(String name) {
    return name.startsWith("pcm") ? name.toUpperCase(Locale.ROOT) : name;
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append("\r\n");
  }

  /** Reads line by line: what stands before the first media holds for all of them. */
  private static final class Reading {
    private String address = "";
    private Direction direction = Direction.SENDRECV;
    private int port = -1;
    private boolean secure;
    private boolean before = true;
    private boolean inside;
    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, String> names = new LinkedHashMap<>();
    private final Map<Integer, String> wishes = new LinkedHashMap<>();
    private final List<MediaKey> keys = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    Optional<Sdp> all(String session) {
      if (!session.startsWith("v=0")) {
        return Optional.empty();
      }
      session.lines().filter(line -> line.length() > 2 && line.charAt(1) == '=').forEach(this::one);
      wishes.keySet().removeIf(type -> !Codec.OPUS.is(type, names.getOrDefault(type, "")));
      return port < 0 || formats.isEmpty() || address.isEmpty() || all.size() > MOST_MEDIA
          ? Optional.empty()
          : Optional.of(
              new Sdp(address, port, secure, formats, names, wishes, direction, keys, all));
    }

    private void one(String line) {
      String value = line.substring(2);
      switch (line.charAt(0)) {
        case 'm' -> media(value.split(" ", 64));
        case 'c' -> connection(value.split(" ", 4));
        case 'a' -> attribute(value);
        default -> {
          // Names, times and bandwidths say nothing to us.
        }
      }
    }

    private void media(String[] words) {
      before = false;
      inside = port < 0 && words.length > 3 && words[0].equals("audio");
      if (!inside) {
        decline(words);
        return;
      }
      boolean plain = words[2].equals("RTP/AVP");
      secure = words[2].equals("RTP/SAVP");
      Optional<Integer> told = number(words[1].split("/", 2)[0], 65_535);
      if (told.isEmpty() || !(plain || secure)) {
        inside = false;
        decline(words);
        return;
      }
      all.add(OURS);
      port = told.get();
      for (int at = 3; at < words.length; at++) {
        number(words[at], 127).filter(type -> !formats.contains(type)).ifPresent(formats::add);
      }
    }

    /** With port 0 and one format, which says nothing any more. */
    private void decline(String[] words) {
      if (words.length > 3) {
        all.add(words[0] + " 0 " + words[2] + " " + words[3]);
      }
    }

    private void connection(String[] words) {
      if ((inside || before) && words.length > 2 && words[2].length() < 256) {
        // A group's address carries its reach behind a slash.
        address = words[2].split("/", 2)[0];
      }
    }

    private void attribute(String value) {
      if (!inside && !before) {
        return;
      }
      for (Direction each : Direction.values()) {
        if (value.equalsIgnoreCase(each.name())) {
          direction = each;
        }
      }
      if (value.startsWith("rtpmap:") && names.size() < 128) {
        String[] words = value.substring(7).split(" ", 3);
        if (words.length > 1) {
          String name = words[1].toLowerCase(Locale.ROOT);
          // Of one channel, which needn't be said.
          String one = name.endsWith("/1") ? name.substring(0, name.length() - 2) : name;
          number(words[0], 127).ifPresent(type -> names.put(type, one));
        }
      } else if (value.startsWith("fmtp:") && wishes.size() < 128) {
        String[] words = value.substring(5).split(" ", 2);
        if (words.length > 1) {
          number(words[0], 127).ifPresent(type -> wishes.put(type, words[1].strip()));
        }
      } else if (value.startsWith("crypto:") && keys.size() < 16) {
        MediaKey.read(value.substring(7)).ifPresent(keys::add);
      }
    }

    private static Optional<Integer> number(String text, int most) {
      if (text.isEmpty()
          || text.length() > 5
          || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Optional.empty();
      }
      return Optional.of(Integer.valueOf(text)).filter(number -> number <= most);
    }
  }
}
