package io.heyue.voice.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestProofTest {
  /** The examples of RFC 7616, 3.9.1. */
  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void aProofIsJudgedAsTheStandardDoes(String algorithm, String response) {
    DigestProof proof =
        DigestProof.read(
            "GET",
            ("Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"/dir/index.html\","
                    + " algorithm=%s, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                    + " nc=00000001, cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\","
                    + " qop=auth, response=\"%s\"")
                .formatted(algorithm, response));
    assertThat(proof.holds("Mufasa", "Circle of Life")).isTrue();
    assertThat(proof.holds("Mufasa", "Circle of life")).isFalse();
    assertThat(proof.holds("Scar", "Circle of Life")).isFalse();
    assertThat(new DigestProof("PUT", proof.parts()).holds("Mufasa", "Circle of Life")).isFalse();
  }

  @Test
  void whatIsNoDigestIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> DigestProof.read("GET", "Basic YTpi"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigestProof.read("GET", "Digest nonce=\"a\", nonce=\"b\""));
  }

  @Test
  void proofsAreFoundInTheLog() {
    Verdict verdict =
        new Verdict(
            0, List.of("refused 486", "proof INVITE Digest nonce=\"a b\", nc=00000001"), "", "");
    assertThat(verdict.proofs()).hasSize(1);
    assertThat(verdict.proofs().getFirst().method()).isEqualTo("INVITE");
    assertThat(verdict.proofs().getFirst().part("nonce")).isEqualTo("a b");
    assertThat(verdict.proofs().getFirst().part("opaque")).isEmpty();
  }
}
