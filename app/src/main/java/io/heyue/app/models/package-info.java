/**
 * The models of an installation: which are used, what reads beside them, and how far what they hear
 * has moved. The key to understanding it is {@code brain.model.Registry}.
 */
@NullMarked
package io.heyue.app.models;

import org.jspecify.annotations.NullMarked;
