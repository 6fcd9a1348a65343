/** Tests of the engine on a real database, with the real books, over a street of its own. */
@NullMarked
package io.heyue.app.engine;

import org.jspecify.annotations.NullMarked;
