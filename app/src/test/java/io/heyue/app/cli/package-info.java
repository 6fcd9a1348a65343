/** Tests of io.heyue.app.cli. */
@NullMarked
package io.heyue.app.cli;

import org.jspecify.annotations.NullMarked;
