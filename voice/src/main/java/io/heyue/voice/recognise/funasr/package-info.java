/** A recogniser that runs beside us as a service and speaks the protocol of FunASR's runtime. */
@NullMarked
package io.heyue.voice.recognise.funasr;

import org.jspecify.annotations.NullMarked;
