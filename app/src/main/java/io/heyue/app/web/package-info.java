/**
 * The server: what programs and browsers reach by HTTP.
 *
 * <p>What: {@link io.heyue.app.web.WebServer} starts Spring around a finished {@link
 * io.heyue.app.house.House} and stops it again. Who may reach what is made from {@link
 * io.heyue.app.access.Route} in {@code Doors}.
 *
 * <p>Why everything is listed by name in {@code WebApplication}: nothing is found by scanning, so
 * what runs can be read.
 *
 * <p>Who may call: the command line and tests. The key to understanding it is that Spring owns
 * nothing but the web: it starts last and stops first.
 */
@NullMarked
package io.heyue.app.web;

import org.jspecify.annotations.NullMarked;
