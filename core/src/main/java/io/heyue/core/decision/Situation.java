package io.heyue.core.decision;

import io.heyue.core.base.Channel;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Intent;

/**
 * What a policy may know: the lender's own ledger, how earlier contacts went, what the person just
 * said. Age, sex, origin, health, faith and everything else about who somebody is can't be
 * expressed here, so no policy can use it.
 *
 * @param daysPastDue days past due
 * @param intent the strongest intent
 * @param confidence of it, 0 to 1
 * @param feeling of the person now
 * @param intensity of the feeling, 0 to 1
 * @param cooperation of the person now
 * @param attempts contacts tried since the case opened
 * @param unanswered of them since the person last answered
 * @param kept promises kept
 * @param broken promises broken
 * @param partialPayments payments that left something overdue
 * @param declined offers declined in this conversation
 * @param channel by which we talk
 */
public record Situation(
    int daysPastDue,
    Intent intent,
    double confidence,
    Emotion.Feeling feeling,
    double intensity,
    Cooperation cooperation,
    int attempts,
    int unanswered,
    int kept,
    int broken,
    int partialPayments,
    int declined,
    Channel channel) {}
