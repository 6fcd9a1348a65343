package io.heyue.sim.people;

import io.heyue.core.base.Lang;

/**
 * How somebody puts things.
 *
 * @param spoken whether they speak; otherwise they write, and mistype
 */
record Tongue(Lang lang, boolean spoken) {
  Wordings wordings(Persona persona) {
    return spoken ? Wordings.spoken(lang, persona.id()) : Wordings.of(lang, persona.id());
  }
}
