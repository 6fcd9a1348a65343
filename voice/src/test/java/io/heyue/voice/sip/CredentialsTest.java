package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  /** The examples of RFC 7616, 3.9.1. */
  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void theProofIsTheStandards(String hash, String response) {
    Challenge challenge =
        Challenge.read(
                ("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
                        + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                        + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")
                    .formatted(hash))
            .orElseThrow();
    String answer =
        new Credentials("Mufasa", "Circle of Life")
            .answer(
                challenge,
                "GET",
                "/dir/index.html",
                1,
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    assertThat(answer)
        .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\"")
        .contains(
            "response=\"" + response + "\"",
            "algorithm=" + hash,
            "qop=auth, nc=00000001",
            "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")
        .doesNotContain("Circle");
  }

  /** Without qop it is RFC 2069's, which old registrars still ask for. */
  @Test
  void withoutQopNothingIsCounted() {
    Challenge challenge =
        Challenge.read(
                "digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"")
            .orElseThrow();
    assertThat(challenge.auth()).isFalse();
    assertThat(challenge.hash()).isEqualTo(DigestHash.MD5);
    assertThat(
            new Credentials("Mufasa", "Circle Of Life")
                .answer(challenge, "GET", "/dir/index.html", 1, "x"))
        .contains("response=\"670fd8c2df070c60b045671b8b24ff02\"")
        .doesNotContain("cnonce");
  }

  @Test
  void theStrongestChallengeIsAnswered() {
    List<String> headers =
        List.of(
            "Digest realm=\"a\", nonce=\"1\", algorithm=MD5",
            "Digest realm=\"b\", nonce=\"2\", algorithm=SHA-512-256",
            "Digest realm=\"c\", nonce=\"3\", algorithm=sha-256, stale=TRUE");
    Challenge chosen = Challenge.strongest(headers).orElseThrow();
    assertThat(chosen.realm()).isEqualTo("c");
    assertThat(chosen.stale()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic realm=\"a\"",
        "Digest realm=\"a\"",
        "Digest realm=\"a\", nonce=\"1\", qop=\"auth-int\"",
        "Digest realm=\"a\", nonce=\"1\", algorithm=ROT13"
      })
  void whatCannotBeProvedIsNone(String header) {
    assertThat(Challenge.read(header)).isEmpty();
  }

  @Test
  void quotesAndEndsOfLinesBreakNoHeader() {
    Challenge challenge =
        Challenge.read("Digest realm=\"say \\\"hi\\\"\", nonce=\"a\\\\b\"").orElseThrow();
    assertThat(challenge.realm()).isEqualTo("say \"hi\"");
    String answer =
        new Credentials("a\r\nVia: evil", "p").answer(challenge, "INVITE", "sip:x", 1, "y");
    assertThat(answer).contains("realm=\"say \\\"hi\\\"\"", "nonce=\"a\\\\b\"");
    assertThat(answer.lines()).hasSize(1);
    assertThat(new Credentials("me", "secret")).hasToString("Credentials[me]");
  }
}
