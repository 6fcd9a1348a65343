/**
 * Conversations taken out for tuning a large model: masked, of people who consented to just that,
 * and of nobody else. The key to understanding it is {@link io.heyue.app.tuning.Tuning}.
 */
@NullMarked
package io.heyue.app.tuning;

import org.jspecify.annotations.NullMarked;
