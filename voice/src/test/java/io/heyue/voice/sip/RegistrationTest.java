package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.peer.DigestProof;
import io.heyue.voice.peer.Sipp;
import io.heyue.voice.peer.Verdict;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIPp is the registrar, in all the ways in which one may answer. */
class RegistrationTest {
  private static final Credentials RIGHT = new Credentials("caller", "secret");
  private static final List<String> NOTES = new CopyOnWriteArrayList<>();
  private static SipEndpoint endpoint;

  @BeforeAll
  static void open() {
    Sipp.present();
    endpoint = SipEndpoint.open(SipSettings.plain(InetAddress.getLoopbackAddress()), NOTES::add);
  }

  @AfterAll
  static void close() {
    if (endpoint != null) {
      endpoint.close();
      assertThat(NOTES).isEmpty();
    }
  }

  private static Registration at(Sipp registrar, Credentials credentials) {
    SipAddress address = SipAddress.parse("sip:" + registrar.address());
    return new Registration(endpoint, address, address.with("caller"), credentials);
  }

  private static Registration.Told told(Registration registration) throws Exception {
    return registration.tell().get(30, TimeUnit.SECONDS);
  }

  private static List<DigestProof> proofs(Sipp registrar) throws InterruptedException {
    Verdict verdict = registrar.verdict();
    assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    return verdict.proofs();
  }

  @ParameterizedTest
  @ValueSource(strings = {"register_md5", "register_sha256"})
  void whoProvesThemselvesIsKnownForHalfTheTimeAndTakesItBack(String scenario) throws Exception {
    try (Sipp registrar = Sipp.called(scenario).key("expires", "90").start()) {
      Registration registration = at(registrar, RIGHT);
      Registration.Told told = told(registration);
      assertThat(told).isEqualTo(new Registration.Told(200, Duration.ofSeconds(45)));
      assertThat(told.known()).isTrue();
      assertThat(registration.end().get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
      assertThat(proofs(registrar)).hasSize(2).allMatch(proof -> proof.holds("caller", "secret"));
    }
  }

  @Test
  void aProxyMayWantTheProofAndGetsTheStrongest() throws Exception {
    try (Sipp registrar = Sipp.called("register_proxy").start()) {
      assertThat(told(at(registrar, RIGHT)).known()).isTrue();
      assertThat(proofs(registrar))
          .singleElement()
          .matches(proof -> proof.holds("caller", "secret"))
          .matches(proof -> proof.part("algorithm").equals("SHA-256"));
    }
  }

  @Test
  void whoIsNotBelievedTriesOnce() throws Exception {
    try (Sipp registrar = Sipp.called("register_refused").pause(Duration.ofMillis(500)).start()) {
      Registration.Told told = told(at(registrar, new Credentials("caller", "wrong")));
      assertThat(told.status()).isEqualTo(403);
      assertThat(told.refused()).isTrue();
      assertThat(proofs(registrar)).isEmpty();
    }
  }

  @Test
  void aNumberThatGrewTooOldIsAnsweredOnceMore() throws Exception {
    try (Sipp registrar = Sipp.called("register_stale").start()) {
      assertThat(told(at(registrar, RIGHT)).known()).isTrue();
      assertThat(proofs(registrar)).isEmpty();
    }
  }

  @Test
  void whoWantsToBeToldForLongerIsAlsoTheNextTime() throws Exception {
    try (Sipp registrar = Sipp.called("register_brief").start()) {
      Registration registration = at(registrar, RIGHT);
      assertThat(told(registration)).isEqualTo(new Registration.Told(200, Duration.ofMinutes(30)));
      assertThat(told(registration).known()).isTrue();
      assertThat(proofs(registrar)).isEmpty();
    }
  }
}
