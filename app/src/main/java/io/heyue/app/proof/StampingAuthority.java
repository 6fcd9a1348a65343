package io.heyue.app.proof;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * An authority that is asked over HTTP (RFC 3161 §3.4). Sees a hash and nothing else. Thread-safe.
 */
public final class StampingAuthority implements TimeAuthority {
  private static final int LONGEST = 1 << 20;
  private static final int NONCE_BITS = 64;

  private final URI url;
  private final Duration timeout;
  private final HttpClient client;
  private final SecureRandom random = new SecureRandom();

  public StampingAuthority(URI url, Duration timeout) {
    this.url = url;
    this.timeout = timeout;
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  @Override
  public Optional<byte[]> attest(byte[] digest) throws IOException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(TSPAlgorithms.SHA256, digest, new BigInteger(NONCE_BITS, random));
    try {
      TimeStampResponse response = new TimeStampResponse(send(request.getEncoded()));
      // Compares nonce, imprint and status with what was asked.
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new IOException(
            "The time authority at " + url.getHost() + " refused: status " + response.getStatus());
      }
      return Optional.of(response.getTimeStampToken().getEncoded());
    } catch (TSPException e) {
      throw new IOException(
          "The time authority at " + url.getHost() + " answered something else than it was asked.",
          e);
    }
  }

  private byte[] send(byte[] request) throws IOException {
    HttpRequest post =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.send(post, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(LONGEST);
        if (answer.statusCode() != 200) {
          throw new IOException(
              "The time authority at " + url.getHost() + " answered " + answer.statusCode() + ".");
        }
        return bytes;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for the time authority.", e);
    }
  }
}
