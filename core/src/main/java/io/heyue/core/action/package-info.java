/** What we ask of the street. Words can be asked for only with what the guard made of them. */
@NullMarked
package io.heyue.core.action;

import org.jspecify.annotations.NullMarked;
