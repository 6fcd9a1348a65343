package io.heyue.app.access;

/**
 * Somebody who showed who they are.
 *
 * @param name of the user, or of the key
 */
public record Principal(String name, Role role) {}
