/**
 * The media of calls: sends and receives their audio and keys on time. Begin with {@link
 * io.heyue.voice.media.MediaEngine}.
 */
@NullMarked
package io.heyue.voice.media;

import org.jspecify.annotations.NullMarked;
