/** What JMH measures of the law, in a virtual machine of its own. */
@NullMarked
package io.heyue.bench.law;

import org.jspecify.annotations.NullMarked;
