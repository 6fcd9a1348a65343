/**
 * Permission to contact somebody, reserved before anybody is contacted.
 *
 * <p>What: {@link io.heyue.store.budget.ContactBudget} locks the persons, reads what they were
 * contacted by over all campaigns, agencies and channels, asks the guard and writes the permits, in
 * one transaction; so two workers can never both have the last contact of a day.
 *
 * <p>A permit counts from the moment it is reserved. Whoever crashes before sending has used it.
 */
@NullMarked
package io.heyue.store.budget;

import org.jspecify.annotations.NullMarked;
