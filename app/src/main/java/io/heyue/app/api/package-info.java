/**
 * What programs see: {@code /api/v1}.
 *
 * <p>What: one class for each thing of the domain. Lists are {@link io.heyue.app.api.Page pages}
 * with a cursor; what goes wrong is a problem by RFC 9457 ({@link io.heyue.app.api.Problems}).
 *
 * <p>Why persons are masked: whoever integrates needs ids, sums and days; names and numbers stay
 * where they are.
 *
 * <p>Who may call: the web floor. The key to understanding it is that a class here reads and asks,
 * and decides nothing; what a role may do stands in {@link io.heyue.app.access.Route}.
 */
@NullMarked
package io.heyue.app.api;

import org.jspecify.annotations.NullMarked;
