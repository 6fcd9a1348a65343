/** What the street tells us: somebody answered, wrote, fell silent, hung up. */
@NullMarked
package io.heyue.core.channel;

import org.jspecify.annotations.NullMarked;
