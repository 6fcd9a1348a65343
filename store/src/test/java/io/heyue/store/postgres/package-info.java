/** Tests of the embedded server and of the way to speak SQL, all against a real server. */
@NullMarked
package io.heyue.store.postgres;

import org.jspecify.annotations.NullMarked;
