package io.heyue.voice.sip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where the keys of encrypted signalling lie, as PKCS #12.
 *
 * @param own our certificate and its key; without it nobody can reach us by TLS
 * @param trusted whose certificates are believed; without it those that Java believes
 * @param password of both files
 * @param asks whether whoever reaches us is asked for a certificate of its own; who has none is let
 *     in without a name, who has one that isn't believed isn't let in
 */
public record TlsFiles(Optional<Path> own, Optional<Path> trusted, String password, boolean asks) {
  /** Who reaches us isn't asked who they are. */
  public TlsFiles(Optional<Path> own, Optional<Path> trusted, String password) {
    this(own, trusted, password, false);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "TlsFiles[own=" + own + ", trusted=" + trusted + ", asks=" + asks + "]";
  }

  /**
   * Opens both.
   *
   * @throws SipFailure if a file can't be read or the password is wrong; it names the file
   */
  SSLContext open() {
    try {
      KeyManager[] keys = null;
      if (own.isPresent()) {
        KeyManagerFactory factory =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(own.get()), password.toCharArray());
        keys = factory.getKeyManagers();
      }
      TrustManager[] trust = null;
      if (trusted.isPresent()) {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store(trusted.get()));
        trust = factory.getTrustManagers();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new SipFailure("The keys for TLS can't be used: " + e.getMessage(), e);
    }
  }

  private KeyStore store(Path file) throws GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      return store;
    } catch (IOException e) {
      throw new SipFailure(
          "The key file %s can't be read: %s. Maybe its password is another."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
