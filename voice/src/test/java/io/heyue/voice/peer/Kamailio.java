package io.heyue.voice.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Kamailio on this machine, as a carrier has one: a registrar and a proxy that wants a proof (by
 * digest) of whoever registers or calls, keeps itself within calls (Record-Route) and passes them
 * on to whoever registered under the name that is called. Not thread-safe.
 */
public final class Kamailio implements AutoCloseable {
  /** Of everybody who registers or calls here. */
  public static final String USER = "caller";

  public static final String PASSWORD = "secret";

  private static final String SCREEN = "screen.txt";
  private static final int STARTS = 5;
  private static final long LOOKS = 500;
  private static final long LOOK_MILLIS = 20;

  /** After which it is ended, whatever happens to whoever started it. */
  private static final String LIMIT_SECONDS = "120";

  private final Path folder;
  private final Process process;
  private final int port;

  private Kamailio(Path folder, String algorithm, int least) throws IOException {
    this.folder = folder;
    this.port = Ports.free(1);
    Path rules = folder.resolve("kamailio.cfg");
    Files.writeString(rules, rules(port, algorithm, least));
    this.process =
        new ProcessBuilder(
                List.of(
                    "timeout",
                    "--kill-after=1",
                    LIMIT_SECONDS,
                    "kamailio",
                    "-f",
                    rules.toString(),
                    "-DD",
                    "-E",
                    "-m",
                    "64",
                    "-M",
                    "8",
                    "-w",
                    folder.toString(),
                    "-Y",
                    folder.toString(),
                    "-P",
                    folder.resolve("pid").toString()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(SCREEN).toFile())
            .start();
  }

  private static String rules(int port, String algorithm, int least) {
    return """
    debug=1
    log_stderror=yes
    children=2
    tcp_children=1
    auto_aliases=no
    dns=no
    rev_dns=no
    listen=udp:127.0.0.1:%1$d
    listen=tcp:127.0.0.1:%1$d
    loadmodule "tm.so"
    loadmodule "sl.so"
    loadmodule "rr.so"
    loadmodule "pv.so"
    loadmodule "maxfwd.so"
    loadmodule "usrloc.so"
    loadmodule "registrar.so"
    loadmodule "textops.so"
    loadmodule "siputils.so"
    loadmodule "xlog.so"
    loadmodule "auth.so"
    modparam("usrloc", "db_mode", 0)
    modparam("registrar", "min_expires", %3$d)
    modparam("auth", "algorithm", "%2$s")
    request_route {
      xlog("L_ALERT", "came $rm\\n");
      if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
      if (has_totag()) {
        if (loose_route()) { xlog("L_ALERT", "within $rm\\n"); t_relay(); exit; }
        if (is_method("ACK")) { if (t_check_trans()) { t_relay(); } exit; }
        sl_send_reply("404", "Not Here"); exit;
      }
      if (is_method("CANCEL")) { if (t_check_trans()) { t_relay(); } exit; }
      if (is_method("OPTIONS") && uri == myself) { sl_send_reply("200", "OK"); exit; }
      if (is_method("REGISTER")) {
        if (!pv_www_authenticate("peers", "secret", "0") || $au != "caller") {
          www_challenge("peers", "1"); exit;
        }
        save("location"); exit;
      }
      if (!is_method("INVITE")) { sl_send_reply("405", "Method Not Allowed"); exit; }
      if (!pv_proxy_authenticate("peers", "secret", "0") || $au != "caller") {
        proxy_challenge("peers", "1"); exit;
      }
      consume_credentials();
      record_route();
      if (!lookup("location")) { sl_send_reply("404", "Not Found"); exit; }
      t_relay();
    }
    """
        .formatted(port, algorithm, least);
  }

  /** Skips the test where Kamailio is missing, or fails it where HEYUE_PEERS is "must". */
  public static void present() {
    Programs.require("kamailio", "kamailio");
  }

  /**
   * Starts one; it listens when this returns.
   *
   * @param algorithm of the proofs it wants: MD5 or SHA-256
   * @param least seconds for which it must be told where somebody is; 0 for as short as they like
   */
  public static Kamailio start(String algorithm, int least) throws IOException {
    for (int starts = 1; ; starts++) {
      Path folder = Files.createTempDirectory("heyue-kamailio-");
      Kamailio kamailio;
      try {
        kamailio = new Kamailio(folder, algorithm, least);
      } catch (IOException | RuntimeException e) {
        Sipp.erase(folder);
        throw e;
      }
      if (kamailio.runs()) {
        return kamailio;
      }
      String screen = kamailio.screen();
      kamailio.close();
      if (starts == STARTS) {
        throw new IOException("kamailio doesn't start: " + screen);
      }
    }
  }

  private boolean runs() throws IOException {
    try {
      for (int looks = 0; looks < LOOKS; looks++) {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (Ports.held(false, port) && Ports.held(true, port)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Where it listens, as host:port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** How often a request of that method came. */
  public long came(String method) {
    return lines("came " + method);
  }

  /** How often one came within a call and was passed on. */
  public long within(String method) {
    return lines("within " + method);
  }

  private long lines(String end) {
    return screen().lines().filter(line -> line.endsWith(end)).count();
  }

  /** What it wrote on its screen, to be read where a test failed. */
  public String screen() {
    try {
      return new String(Files.readAllBytes(folder.resolve(SCREEN)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The screen of kamailio can't be read.", e);
    }
  }

  /** Ends it, whatever it does, and erases what it wrote. */
  @Override
  public void close() {
    Programs.end(process);
    Sipp.erase(folder);
  }
}
