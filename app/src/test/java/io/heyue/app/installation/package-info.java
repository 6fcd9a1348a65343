/** Tests of io.heyue.app.installation. */
@NullMarked
package io.heyue.app.installation;

import org.jspecify.annotations.NullMarked;
