/**
 * Speech of any words heard by sherpa-onnx, whose library and model the operator brings. Begin with
 * SherpaRecogniser.
 */
@NullMarked
package io.heyue.voice.recognise.sherpa;

import org.jspecify.annotations.NullMarked;
