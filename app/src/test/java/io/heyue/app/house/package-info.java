/** How everything is opened and closed. */
@org.jspecify.annotations.NullMarked
package io.heyue.app.house;
