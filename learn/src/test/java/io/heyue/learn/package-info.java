@NullMarked
package io.heyue.learn;

import org.jspecify.annotations.NullMarked;
