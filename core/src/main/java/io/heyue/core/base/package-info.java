/** Values that everything else is built of: money, rates, phone numbers, ids, spans, chance. */
@NullMarked
package io.heyue.core.base;

import org.jspecify.annotations.NullMarked;
