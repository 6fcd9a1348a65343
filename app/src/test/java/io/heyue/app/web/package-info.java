/** Tests of the whole server, in this process, over HTTP on loopback. */
@NullMarked
package io.heyue.app.web;

import org.jspecify.annotations.NullMarked;
