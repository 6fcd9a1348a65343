/**
 * Models that are too large to stand beside the code: where they lie, where they come from, and
 * whether each file is what it must be. Begin with {@code ModelFolders}.
 */
@NullMarked
package io.heyue.voice.models;

import org.jspecify.annotations.NullMarked;
