/**
 * Records as JSON and back, for columns that hold one.
 *
 * <p>Fields are read and written by the components of records and nothing else; a record of a
 * sealed family says in {@code type} which one it is. Who may call: the store, and the application
 * for records that the store does not know.
 */
@NullMarked
package io.heyue.store.json;

import org.jspecify.annotations.NullMarked;
