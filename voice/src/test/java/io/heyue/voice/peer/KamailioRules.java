package io.heyue.voice.peer;

/** What Kamailio is told to do with what it hears. */
final class KamailioRules {
  private KamailioRules() {}

  /** Registers whoever proves who they are, and passes their calls on to each other. */
  static String registrar(int port, String algorithm, int least) {
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

  /** Passes all calls on to one place; their audio goes through rtpengine. */
  static String edge(int port, String target, String rtpengine, String first, String later) {
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
    loadmodule "textops.so"
    loadmodule "siputils.so"
    loadmodule "xlog.so"
    onsend_route_reply=yes
    loadmodule "rtpengine.so"
    modparam("rtpengine", "rtpengine_sock", "udp:%3$s")
    request_route {
      xlog("L_ALERT", "came $rm\\n");
      if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
      if (is_method("CANCEL")) { if (t_check_trans()) { t_relay(); } exit; }
      if (has_totag()) {
        if (loose_route()) {
          xlog("L_ALERT", "within $rm\\n");
          if (is_method("BYE")) { rtpengine_delete(); }
          if (has_body("application/sdp") && is_method("INVITE|UPDATE")) {
            rtpengine_offer("%5$s"); t_on_reply("back");
          }
          t_relay(); exit;
        }
        if (is_method("ACK")) { if (t_check_trans()) { t_relay(); } exit; }
        sl_send_reply("404", "Not Here"); exit;
      }
      if (!is_method("INVITE")) { sl_send_reply("405", "Method Not Allowed"); exit; }
      record_route();
      rtpengine_offer("%4$s");
      t_on_reply("back");
      $du = "sip:%2$s";
      t_relay();
    }
    onreply_route[back] {
      if (has_body("application/sdp")) { rtpengine_answer("replace-origin"); }
    }
    onsend_route {
      xlog("L_ALERT", "to $snd(ip):$snd(port) $snd(buf)\\n");
    }
    """
        .formatted(port, target, rtpengine, first, later);
  }
}
