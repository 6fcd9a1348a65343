@NullMarked
package io.heyue.app.proof;

import org.jspecify.annotations.NullMarked;
