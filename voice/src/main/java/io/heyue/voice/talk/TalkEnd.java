package io.heyue.voice.talk;

import io.heyue.voice.line.Ending;
import io.heyue.voice.progress.Verdict;
import java.time.Duration;

/**
 * How a call ended.
 *
 * @param verdict what became of it, and what may be done now
 * @param ending how signalling ended it
 * @param up whether somebody or something took it
 * @param talked how long it was up
 */
public record TalkEnd(Verdict verdict, Ending ending, boolean up, Duration talked) {}
