package io.heyue.voice.peer;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Sound;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What sipp shall do; filled in, then started. Not thread-safe. */
public final class SippOrder {
  /**
   * Scenarios in which the same message must come twice. They go without sipp's own retransmission
   * (-nr), for with it sipp takes the second for the first sent again and keeps it from the
   * scenario.
   */
  private static final Set<String> COUNTING = Set.of("duplicate_200", "call_no_ack");

  private static final Duration TONE = Duration.ofSeconds(1);

  private final String scenario;
  private final boolean builtIn;
  private final String target;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final List<String> more = new ArrayList<>();
  private String transport = "u1";
  private int calls = 1;
  private Duration limit = Duration.ofSeconds(30);
  private Duration pause = Duration.ofSeconds(1);
  private boolean echo;
  private String host = "127.0.0.1";
  private Sound sound = Tone.of(440, TONE);

  SippOrder(String scenario, boolean builtIn, String target) {
    this.scenario = Check.filled("scenario", scenario);
    this.builtIn = builtIn;
    this.target = target;
    keys.put("expires", "90");
    keys.put("least", "1800");
    keys.put("digit", "5");
    // Where nobody is: port 9 is for what is thrown away (RFC 863).
    keys.put("other", "127.0.0.1:9");
    keys.put("user", "caller");
    keys.put("password", "secret");
  }

  /** By TCP; otherwise it is UDP. */
  public SippOrder tcp() {
    transport = "t1";
    return this;
  }

  /** After how many calls it ends; otherwise after one. */
  public SippOrder calls(int count) {
    Check.that(count > 0, "count", count, "above zero");
    calls = count;
    return this;
  }

  /** How long all of it may last, in full seconds, or it failed; otherwise 30 seconds. */
  public SippOrder limit(Duration most) {
    Check.that(most.toSeconds() > 0, "most", most, "a second or more");
    limit = most;
    return this;
  }

  /** How long it waits wherever the scenario says that it waits; otherwise a second. */
  public SippOrder pause(Duration each) {
    Check.that(!each.isNegative(), "each", each, "no less than zero");
    pause = each;
    return this;
  }

  /** At [::1] instead of 127.0.0.1. */
  public SippOrder byIpv6() {
    host = "::1";
    return this;
  }

  boolean ipv6() {
    return host.equals("::1");
  }

  /** All audio goes back to whoever sent it. */
  public SippOrder echo() {
    echo = true;
    return this;
  }

  /** What is played over and over by scenarios that play; otherwise a tone of 440 Hz. */
  public SippOrder plays(Sound played) {
    sound = played;
    return this;
  }

  /** A word that stands in the scenario as [name]. */
  public SippOrder key(String name, String value) {
    keys.put(name, value);
    return this;
  }

  /** A global variable of the scenario. */
  public SippOrder set(String variable, String value) {
    more.addAll(List.of("-set", variable, value));
    return this;
  }

  /** Whose calls are answered, where the scenario wants a proof; otherwise caller, secret. */
  public SippOrder wants(String user, String password) {
    return key("user", user).key("password", password);
  }

  /** How it proves who it is, where it calls and is asked. */
  public SippOrder proves(String user, String password) {
    more.addAll(List.of("-au", user, "-ap", password));
    return this;
  }

  /** Whom it calls there: the user of the address; otherwise "service". */
  public SippOrder asks(String user) {
    more.addAll(List.of("-s", user));
    return this;
  }

  /**
   * Starts it. One that is called listens when this returns.
   *
   * @throws IOException where there is no such scenario, or sipp can't be started
   */
  public Sipp start() throws IOException {
    return Sipp.start(this);
  }

  String scenario() {
    return scenario;
  }

  boolean builtIn() {
    return builtIn;
  }

  boolean calling() {
    return !target.isEmpty();
  }

  boolean overTcp() {
    return transport.startsWith("t");
  }

  boolean echoes() {
    return echo;
  }

  Duration limit() {
    return limit;
  }

  Sound sound() {
    return sound;
  }

  /**
   * The command line, to be run in a folder that holds the scenario and what it plays.
   *
   * @param port for signalling
   * @param media the first of three ports for audio
   * @param control for sipp's own remote control, which nobody uses
   */
  List<String> command(int port, int media, int control) {
    List<String> line = new ArrayList<>(List.of("sipp"));
    line.addAll(builtIn ? List.of("-sn", scenario) : List.of("-sf", scenario + ".xml"));
    line.addAll(List.of("-t", transport, "-i", host, "-bind_local", "-p", text(port)));
    line.addAll(List.of("-mi", host, "-mp", text(media)));
    line.addAll(List.of("-ci", "127.0.0.1", "-cp", text(control)));
    line.addAll(List.of("-m", text(calls), "-d", text(pause.toMillis()), "-nostdin"));
    line.addAll(List.of("-timeout", text(limit.toSeconds()), "-timeout_error"));
    line.addAll(List.of("-trace_msg", "-message_file", Sipp.MESSAGES));
    line.addAll(List.of("-trace_err", "-error_file", Sipp.ERRORS));
    line.addAll(List.of("-trace_logs", "-log_file", Sipp.LOG));
    if (echo) {
      line.add("-rtp_echo");
    }
    if (COUNTING.contains(scenario)) {
      line.add("-nr");
    }
    keys.forEach((name, value) -> line.addAll(List.of("-key", name, value)));
    line.addAll(more);
    if (calling()) {
      line.add(target);
    }
    return line;
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}
