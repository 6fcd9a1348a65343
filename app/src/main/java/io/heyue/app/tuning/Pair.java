package io.heyue.app.tuning;

import io.heyue.core.base.Lang;

/** Two ways to say the same, of which one may be said. Written by people, of nobody. */
record Pair(Lang lang, String worse, String better) {}
