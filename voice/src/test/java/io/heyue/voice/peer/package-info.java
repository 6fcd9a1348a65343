/**
 * Telephones of others to test ours against: sipp, which follows a scenario to the letter, and
 * baresip, which talks and listens. Begin with {@code Sipp}.
 */
@NullMarked
package io.heyue.voice.peer;

import org.jspecify.annotations.NullMarked;
