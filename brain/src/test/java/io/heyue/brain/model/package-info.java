@NullMarked
package io.heyue.brain.model;

import org.jspecify.annotations.NullMarked;
