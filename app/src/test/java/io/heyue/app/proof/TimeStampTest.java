package io.heyue.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.access.Role;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.NoteKey;
import io.heyue.core.base.Lang;
import io.heyue.store.ledger.Checkpoints.Kept;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeStampTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:20:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] DIGEST = Hash.of(new byte[] {1}).bytes();

  @Test
  void aTokenIsVerifiedWithoutAskingAnybody() throws Exception {
    try (TimeAuthorityPeer peer = new TimeAuthorityPeer(AT)) {
      byte[] token = new StampingAuthority(peer.url(), PATIENCE).attest(DIGEST).orElseThrow();
      TimeToken read = TimeToken.verify(token, DIGEST, Optional.empty());
      assertThat(read).isEqualTo(new TimeToken(AT, "CN=Test Time Authority", false));
      assertThat(TimeToken.verify(token, DIGEST, Optional.of(peer.certificate)).trusted()).isTrue();
      assertThat(TimeToken.verify(token, DIGEST, Optional.of(peer.issuer)).trusted()).isTrue();
      try (TimeAuthorityPeer other = new TimeAuthorityPeer(AT)) {
        assertThat(TimeToken.verify(token, DIGEST, Optional.of(other.issuer)).trusted()).isFalse();
      }
      assertThatThrownBy(() -> TimeToken.verify(token, new byte[32], Optional.empty()))
          .hasMessageContaining("another checkpoint");
      for (int at = token.length - 300; at < token.length; at += 60) {
        byte[] changed = token.clone();
        changed[at] ^= 1;
        assertThatThrownBy(() -> TimeToken.verify(changed, DIGEST, Optional.empty()))
            .isInstanceOf(Unreadable.class);
      }
      assertThat(TimeToken.certificate(peer.issuer.getEncoded())).contains(peer.issuer);
      assertThat(TimeToken.certificate(new byte[] {1})).isEmpty();
    }
  }

  @Test
  void anAnswerThatAttestsNothingIsRefused() throws Exception {
    assertThat(TimeAuthority.machineClock().attest(DIGEST)).isEmpty();
    try (TimeAuthorityPeer peer = new TimeAuthorityPeer(AT)) {
      StampingAuthority authority = new StampingAuthority(peer.url(), PATIENCE);
      byte[] earlier = authority.attest(DIGEST).orElseThrow();
      assertThat(earlier).isNotEmpty();
      peer.onTheWay.set(_ -> "no token".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThatThrownBy(() -> authority.attest(DIGEST)).isInstanceOf(IOException.class);
      // An answer to another question: the nonce is not ours.
      byte[][] kept = {{}};
      peer.onTheWay.set(answer -> kept[0] = answer);
      authority.attest(DIGEST);
      byte[] replayed = kept[0];
      peer.onTheWay.set(_ -> replayed);
      assertThatThrownBy(() -> authority.attest(DIGEST))
          .hasMessageContaining("something else than it was asked");
    }
    StampingAuthority nobody =
        new StampingAuthority(URI.create("http://127.0.0.1:1/tsr"), PATIENCE);
    assertThatThrownBy(() -> nobody.attest(DIGEST)).isInstanceOf(IOException.class);
  }

  @Test
  void aBundleCarriesTheTokenOfItsCheckpoint(@TempDir Path home) throws Exception {
    try (SampleLedger sample = new SampleLedger(home.resolve("data"));
        TimeAuthorityPeer peer = new TimeAuthorityPeer(AT)) {
      sample.append(SampleLedger.contact());
      var transactor = sample.store.database().transactor();
      Kept kept = sample.checkpoints.make(transactor, sample.now.get()).orElseThrow();
      byte[] token =
          new StampingAuthority(peer.url(), PATIENCE)
              .attest(kept.note().hash().bytes())
              .orElseThrow();
      transactor.run(sql -> sample.checkpoints.attest(sql, 1, sample.now.get(), token));
      byte[] bundle = sample.export(Role.COMPLIANCE);
      NoteKey key = sample.checkpoints.keys(sample.now.get()).current();
      assertThat(text(bundle, key, Optional.empty()))
          .contains("a token says so that names CN=Test Time Authority");
      assertThat(text(bundle, key, Optional.of(peer.issuer)))
          .contains("Checkpoint 1 existed at " + AT + ": attested by CN=Test Time Authority");
      var files = SampleLedger.files(bundle);
      byte[] other = new StampingAuthority(peer.url(), PATIENCE).attest(DIGEST).orElseThrow();
      files.put("checkpoints/1.tsr", other);
      assertThat(text(sample.signedAnew(files, Role.COMPLIANCE), key, Optional.empty()))
          .contains("checkpoints/1.tsr: the time token is about another checkpoint");
    }
  }

  private static String text(byte[] bundle, NoteKey key, Optional<X509Certificate> authority) {
    return Verifier.archive(bundle, new Verifier.Asked(Optional.of(key), authority, Map.of()))
        .text(Lang.EN);
  }
}
