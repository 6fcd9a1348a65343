/**
 * The guard: judges contacts, moves and words against the law and the facts, and is the only maker
 * of a {@link io.heyue.core.compliance.ContactPermit} and an {@link
 * io.heyue.core.compliance.ApprovedReply}. It knows words and facts, never motives.
 */
@NullMarked
package io.heyue.core.compliance;

import org.jspecify.annotations.NullMarked;
