package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import java.util.Optional;

/**
 * A call that is wanted.
 *
 * @param to who is called
 * @param from the number that they see; where none is given, one that a trunk allows
 * @param lang in which we begin
 */
public record CallOrder(PhoneNumber to, Optional<PhoneNumber> from, Lang lang) {}
