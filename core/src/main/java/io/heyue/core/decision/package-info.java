/**
 * Which of the permitted moves is made: features, policies, and relief that can only lower a price.
 *
 * <p>The key to understanding it is {@link io.heyue.core.decision.Situation}: the only features
 * that a policy may see, in which a protected trait can't be expressed.
 */
@NullMarked
package io.heyue.core.decision;

import org.jspecify.annotations.NullMarked;
