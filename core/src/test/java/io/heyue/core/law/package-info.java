/** Tests of the rules about contacts: every form, at the edges of its days and hours. */
@NullMarked
package io.heyue.core.law;

import org.jspecify.annotations.NullMarked;
