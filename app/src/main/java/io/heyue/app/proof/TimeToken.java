package io.heyue.app.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A time-stamp token (RFC 3161) that was verified without asking anybody.
 *
 * @param at the time that it attests
 * @param authority the name in the certificate that signed it
 * @param trusted whether that certificate is, or was issued by, one that the asker gave
 */
record TimeToken(Instant at, String authority, boolean trusted) {
  /**
   * Verifies a token over {@code digest}.
   *
   * @param known the authority's certificate, or its issuer's, as the asker has it
   * @throws Unreadable saying what is wrong with it
   */
  static TimeToken verify(byte[] token, byte[] digest, Optional<X509Certificate> known) {
    try {
      TimeStampToken read = new TimeStampToken(new CMSSignedData(token));
      if (!read.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
          || !Arrays.equals(read.getTimeStampInfo().getMessageImprintDigest(), digest)) {
        throw new Unreadable("the time token is about another checkpoint");
      }
      @SuppressWarnings("unchecked") // the library leaves out what the selector selects
      Collection<X509CertificateHolder> signers = read.getCertificates().getMatches(read.getSID());
      if (signers.isEmpty()) {
        throw new Unreadable("the time token doesn't hold the certificate of who signed it");
      }
      X509CertificateHolder signer = signers.iterator().next();
      // Demands the extended key usage for time stamping too, and that it was valid at that time.
      read.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      return new TimeToken(
          read.getTimeStampInfo().getGenTime().toInstant(),
          String.valueOf(signer.getSubject()).replaceAll("\\p{Cntrl}", "?"),
          known.isPresent() && trusts(known.get(), signer, read));
    } catch (TSPException
        | CMSException
        | IOException
        | OperatorCreationException
        | CertificateException
        | CertException
        | IllegalArgumentException e) {
      Unreadable damaged =
          new Unreadable("the time token is damaged or was not signed by who it names");
      damaged.initCause(e);
      throw damaged;
    }
  }

  private static boolean trusts(
      X509Certificate known, X509CertificateHolder signer, TimeStampToken token)
      throws CertificateException, OperatorCreationException, CertException, IOException {
    X509CertificateHolder given = new JcaX509CertificateHolder(known);
    if (given.equals(signer)) {
      return true;
    }
    ContentVerifierProvider verifier = new JcaContentVerifierProviderBuilder().build(known);
    return signer.getIssuer().equals(given.getSubject())
        && signer.isValidOn(token.getTimeStampInfo().getGenTime())
        && signer.isSignatureValid(verifier);
  }

  /** A certificate in PEM or DER. */
  static Optional<X509Certificate> certificate(byte[] file) {
    try {
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(file))
              instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
