/** Tests of {@code io.heyue.app.models}. */
@NullMarked
package io.heyue.app.models;

import org.jspecify.annotations.NullMarked;
