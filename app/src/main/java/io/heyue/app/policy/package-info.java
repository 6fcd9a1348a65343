/**
 * How often a lender wants its people contacted: the policy files of an installation, their
 * signatures, and what of them counts.
 *
 * <p>The key to understanding it is {@link io.heyue.app.policy.Policies}: everybody may tighten,
 * and only what was signed by a key that the installation trusts may loosen, never beyond the law.
 */
@NullMarked
package io.heyue.app.policy;

import org.jspecify.annotations.NullMarked;
