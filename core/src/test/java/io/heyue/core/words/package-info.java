@NullMarked
package io.heyue.core.words;

import org.jspecify.annotations.NullMarked;
