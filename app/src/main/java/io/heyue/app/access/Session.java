package io.heyue.app.access;

import java.util.UUID;

/**
 * Somebody who logged in.
 *
 * @param standing what the user's row held then; the session is void as soon as it holds another
 */
public record Session(Principal who, UUID standing) {}
