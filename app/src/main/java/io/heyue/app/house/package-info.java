/**
 * The wiring: everything that runs, put together in one place.
 *
 * <p>What: {@link io.heyue.app.house.House} opens the database, reads the data folder, loads the
 * models, and hands all of it to the engine. {@link io.heyue.app.house.Heart} beats.
 *
 * <p>Why by hand: the order in which things open and close is the reverse of each other and can be
 * read here from top to bottom. Spring gets the finished house and adds the web.
 *
 * <p>Who may call: the command line, the web floor, tests.
 */
@NullMarked
package io.heyue.app.house;

import org.jspecify.annotations.NullMarked;
