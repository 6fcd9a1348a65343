package io.heyue.voice.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The peers against each other: what they pass on isn't our own. */
@Timeout(120)
class PeersTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(1);

  /** How many of sipp may run at once. */
  private static final int AT_ONCE = 12;

  @BeforeEach
  void sippIsThere() {
    Sipp.present();
  }

  static void passes(Sipp sipp) throws InterruptedException {
    Verdict verdict = sipp.verdict();
    assertThat(verdict.passed()).as("%s", verdict).isTrue();
  }

  @Test
  void whoAnswersIsContentWithSippsOwnCaller() throws Exception {
    try (Sipp called = Sipp.called("answer").start();
        Sipp caller = Sipp.ownCalling(called.address()).start()) {
      passes(caller);
      passes(called);
      assertThat(called.verdict().messages()).contains("INVITE sip:", "SIP/2.0 200 OK", "BYE sip:");
    }
  }

  @Test
  void sippsOwnCallerFailsWhereItIsBusy() throws Exception {
    try (Sipp called = Sipp.called("busy").start();
        Sipp caller = Sipp.ownCalling(called.address()).start()) {
      assertThat(caller.verdict().code()).isEqualTo(1);
      assertThat(caller.verdict().errors()).contains("486 Busy Here");
      passes(called);
    }
  }

  @Test
  void ourCallerIsContentWithSippsOwnAnswer() throws Exception {
    try (Sipp called = Sipp.ownCalled().start();
        Sipp caller = Sipp.calling("call", called.address()).pause(SHORT).start()) {
      passes(caller);
    }
  }

  /** Every scenario that can be told by another is. */
  @ParameterizedTest
  @CsvSource({
    "answer, call",
    "answer, call_no_sdp",
    "answer_pcmu, call",
    "answer_at_once, call",
    "answer_late, call",
    "answer_bye, call_left",
    "answer_tone, call_tone",
    "early_media, call",
    "early_tone, call",
    "early_tone_refused, call_refused",
    "early_refused, call_refused",
    "busy, call_refused",
    "not_found, call_refused",
    "forbidden, call_refused",
    "decline, call_refused",
    "unavailable, call_refused",
    "reject_codec, call_refused",
    "cancel, call_cancel",
    "prack, call_prack",
    "options, options_ping"
  })
  void whoIsCalledAndWhoCallsKeepToTheirScenarios(String of, String by) throws Exception {
    for (boolean tcp : new boolean[] {false, true}) {
      SippOrder waiting = Sipp.called(of).pause(SHORT);
      try (Sipp called = (tcp ? waiting.tcp() : waiting).start()) {
        SippOrder going = Sipp.calling(by, called.address()).pause(SHORT);
        try (Sipp caller = (tcp ? going.tcp() : going).start()) {
          passes(caller);
          passes(called);
        }
      }
    }
  }

  @Test
  void howACallWasRefusedStandsInTheLog() throws Exception {
    try (Sipp called = Sipp.called("decline").start();
        Sipp caller = Sipp.calling("call_refused", called.address()).start()) {
      assertThat(caller.verdict().log()).containsExactly("refused 603");
    }
  }

  @Test
  void whoKnowsThePasswordIsLetIn() throws Exception {
    try (Sipp called = Sipp.called("digest_md5").wants("me", "mine").start();
        Sipp caller =
            Sipp.calling("call_digest", called.address())
                .proves("me", "mine")
                .pause(SHORT)
                .start()) {
      passes(caller);
      passes(called);
      List<DigestProof> proofs = called.verdict().proofs();
      assertThat(proofs).hasSize(1);
      assertThat(proofs.getFirst().holds("me", "mine")).isTrue();
      assertThat(proofs.getFirst().part("algorithm")).isEqualTo("MD5");
    }
  }

  @Test
  void whoDoesNotKnowThePasswordIsNot() throws Exception {
    try (Sipp called = Sipp.called("digest_md5").wants("me", "mine").start();
        Sipp caller = Sipp.calling("call_digest", called.address()).proves("me", "yours").start()) {
      assertThat(caller.verdict().errors()).contains("403 Forbidden");
      assertThat(called.verdict().passed()).as("%s", called.verdict()).isFalse();
      assertThat(called.verdict().proofs().getFirst().holds("me", "mine")).isFalse();
    }
  }

  /** Nobody is silent for long enough: the scenario ends by itself. */
  @Test
  void whoIsSilentHearsTheInviteAgainAndEnds() throws Exception {
    try (Sipp called = Sipp.called("silent").pause(LONG).start();
        Sipp caller = Sipp.calling("call", called.address()).limit(Duration.ofSeconds(3)).start()) {
      passes(called);
      assertThat(called.verdict().messages().split("\nINVITE sip:", -1)).hasSizeGreaterThan(2);
      assertThat(caller.verdict().passed()).isFalse();
    }
  }

  /** One that can't be read fails at once; one that can waits for its call until its time is up. */
  @Test
  void everyScenarioIsReadBySipp() throws Exception {
    List<String> names = scenarios();
    assertThat(names).contains("answer", "call").hasSizeGreaterThan(50);
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      List<String> some = names.subList(from, Math.min(names.size(), from + AT_ONCE));
      List<Sipp> running = new ArrayList<>();
      try {
        for (String name : some) {
          running.add(idle(name));
        }
        for (int at = 0; at < some.size(); at++) {
          Verdict verdict = running.get(at).verdict();
          assertThat(verdict.errors())
              .as("%s: %s", some.get(at), verdict)
              .contains(some.get(at) + " timed out after");
        }
      } finally {
        running.forEach(Sipp::close);
      }
    }
  }

  private static Sipp idle(String name) throws IOException {
    boolean calls =
        name.startsWith("call")
            || List.of("unknown_method", "options_ping", "stray_bye").contains(name);
    // Where nobody is: port 9 is for what is thrown away (RFC 863).
    SippOrder order = calls ? Sipp.calling(name, "127.0.0.1:9") : Sipp.called(name);
    return order.limit(LONG).start();
  }

  private static List<String> scenarios() throws Exception {
    URI folder = PeersTest.class.getResource("/sipp").toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xml"))
          .map(name -> name.substring(0, name.length() - ".xml".length()))
          .sorted()
          .toList();
    }
  }
}
