/**
 * Recordings of calls, encrypted block by block while they are made, so that nobody can change one
 * unnoticed and a crash costs a second or two. Begin at {@code Recorders}.
 *
 * <p>A file, all numbers big-endian:
 *
 * <pre>
 * head    8  "HEYUEREC"
 *         2  version, 1
 *         4  length of the body
 *         body: id 16, begun 8 (ms since 1970 UTC), rate 4, channels 1, samples of a block 4,
 *               nonce prefix 8, then texts and bytes, each with its length in 2: key id,
 *               wrapped data key, producer, words of the label
 *        16  tag: AES-256-GCM of nothing, nonce prefix + 0, associated data all of the above
 *        32  SHA-256 of all of the above: the name of the head and the first link of the chain
 * block   4  "AUDI"
 *         4  index, from 1
 *     16024  sealed: frames lost so far 4, frames out of place so far 4, 8,000 pairs of A-law
 *            (left the other side, right us), tag 16
 *        32  link: SHA-256 of the link before and all of the above
 * seal    4  "SEAL"
 *         4  index
 *        72  sealed: blocks 4, samples 8, lost 4, out of place 4, zero 4, SHA-256 of all sealed
 *            bytes of blocks 32, tag 16
 *        32  link
 * </pre>
 *
 * <p>Each block is sealed with AES-256-GCM (NIST SP 800-38D) under a key of this recording alone,
 * its nonce the prefix and its index, its associated data the name of the head, its kind and index
 * and the link before it: no block can be exchanged, left out or moved. Who cuts a file at its end
 * makes what a crash would have made; the summary in the ledger tells that from a crash.
 */
@NullMarked
package io.heyue.voice.record;

import org.jspecify.annotations.NullMarked;
