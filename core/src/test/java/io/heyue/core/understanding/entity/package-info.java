/** Tests of the entity parser: rules and examples side by side. */
@NullMarked
package io.heyue.core.understanding.entity;

import org.jspecify.annotations.NullMarked;
