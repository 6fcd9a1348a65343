/**
 * Personal data at rest: values are sealed before they reach the database, and opened only where
 * they are needed.
 *
 * <p>What: {@link io.heyue.store.vault.Vault} seals a value for one {@link
 * io.heyue.store.vault.Field}, so that it can't be opened in another column, and makes
 * deterministic images of values, by which equal ones are found without opening any.
 *
 * <p>Why envelopes: values are sealed with data keys, which lie in the database sealed by the key
 * file of the data folder. A stolen database is worthless without that file, and a new key for the
 * file means sealing a few hundred data keys anew rather than a million rows.
 *
 * <p>Who may call: the packages of the store that keep personal data. The key to understanding it
 * is that a sealed value names its data key: one version byte, eight bytes of key number, then the
 * ciphertext of AES-256-GCM.
 */
@NullMarked
package io.heyue.store.vault;

import org.jspecify.annotations.NullMarked;
