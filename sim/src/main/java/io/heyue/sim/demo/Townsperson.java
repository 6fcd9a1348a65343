package io.heyue.sim.demo;

import io.heyue.core.base.Rng;
import io.heyue.sim.people.Persona;
import io.heyue.sim.world.Sample;

/** Somebody who gets our messages, with the numbers that make what they do repeatable. */
record Townsperson(Sample sample, Persona persona, Rng rng) {}
