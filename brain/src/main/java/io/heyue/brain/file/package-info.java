/** Files of the data folder, as everything in here reads them. */
@NullMarked
package io.heyue.brain.file;

import org.jspecify.annotations.NullMarked;
