/**
 * What a permit for a contact may become, and what of it counts.
 *
 * <p>The key to understanding it is {@link io.heyue.core.budget.PermitTable}: six states, five
 * events, and the edges between them. The tables of the database follow it, and a test holds both
 * against each other; another draws it into doc/budget.md.
 */
@NullMarked
package io.heyue.core.budget;

import org.jspecify.annotations.NullMarked;
