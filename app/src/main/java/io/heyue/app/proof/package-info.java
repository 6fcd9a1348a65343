/**
 * Evidence: what is needed for a stranger to check, years later and far from here, that a contact
 * was what the ledger says it was.
 *
 * <p>What: {@link io.heyue.app.proof.Evidence} puts the records of a contact into a bundle, with
 * what proves them and a page for people; {@link io.heyue.app.proof.Verifier} checks a bundle with
 * nothing but itself and a public key. Why apart: whoever verifies has no installation, and what
 * they are given may have been made to deceive them.
 *
 * <p>The key to understanding it is {@link io.heyue.app.proof.RecordFile}: a record shows some of
 * its fields and withholds others, and proves either way. doc/adr/0011 and 0012 say why.
 */
@NullMarked
package io.heyue.app.proof;

import org.jspecify.annotations.NullMarked;
