package io.heyue.core.portfolio;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.core.base.ModelUse;
import io.heyue.core.base.Money;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What the lender lets us offer, and how it wants to be named. Everything outside it is a person's
 * to decide.
 *
 * @param speaker who writes and calls, such as 和约智能助手
 * @param hotline the lender's number for people who want a person
 * @param site where the genuineness of a contact can be checked
 * @param payAt how to pay, in a few words
 * @param helpLine whom somebody in distress can call
 * @param promiseWithinDays latest day of a promise, counted from today
 * @param extensionDays longest extension in days; 0 where none may be given
 * @param instalments most instalments; below 2 where no plan may be offered
 * @param leastInstalment smallest sum of one instalment
 * @param answerDays within how many days a dispute or a complaint is answered; the law may want it
 *     sooner
 * @param reduction largest part of the overdue sum that may be waived for payment at once, 0 to 1
 * @param proofs how often a proof of identity may fail
 * @param patience for how long somebody who promised or paid is left in peace
 * @param waits how long answers, payments and letters are waited for
 * @param labelling which utterances a person is asked to say the meaning of
 * @param texts the same words in every language that we write
 * @param model what a chat model may help with
 * @param voice how much what a voice seems to feel counts beside the words, 0 (it isn't asked) to 1
 */
public record Mandate(
    String speaker,
    String hotline,
    String site,
    String payAt,
    String helpLine,
    int promiseWithinDays,
    int extensionDays,
    int instalments,
    Money leastInstalment,
    int answerDays,
    BigDecimal reduction,
    Proofs proofs,
    Patience patience,
    Waits waits,
    Labelling labelling,
    Map<Lang, Texts> texts,
    ModelUse model,
    double voice) {
  public Mandate {
    texts = Map.copyOf(texts);
    Check.that(promiseWithinDays >= 1, "promiseWithinDays", promiseWithinDays, "at least 1");
    Check.that(extensionDays >= 0, "extensionDays", extensionDays, "0 or more");
    Check.that(answerDays >= 1, "answerDays", answerDays, "at least 1");
    Check.that(instalments >= 0, "instalments", instalments, "0 or more");
    Check.that(
        reduction.signum() >= 0 && reduction.compareTo(BigDecimal.ONE) <= 0,
        "reduction",
        reduction,
        "from 0 to 1");
    Check.that(voice >= 0 && voice <= 1, "voice", voice, "from 0 to 1");
  }

  /** How the lender wants to be named in one language, and where to send people. */
  public record Texts(String speaker, String hotline, String site, String payAt, String helpLine) {}

  /** The same mandate in the words of {@code lang}; as it is where there are none. */
  public Mandate in(Lang lang) {
    Texts words = texts.get(lang);
    return words == null
        ? this
        : new Mandate(
            words.speaker(),
            words.hotline(),
            words.site(),
            words.payAt(),
            words.helpLine(),
            promiseWithinDays,
            extensionDays,
            instalments,
            leastInstalment,
            answerDays,
            reduction,
            proofs,
            patience,
            waits,
            labelling,
            texts,
            model,
            voice);
  }

  /** The same words with other limits. */
  public Mandate within(
      int promiseWithinDays,
      int extensionDays,
      int instalments,
      Money leastInstalment,
      BigDecimal reduction) {
    return new Mandate(
        speaker,
        hotline,
        site,
        payAt,
        helpLine,
        promiseWithinDays,
        extensionDays,
        instalments,
        leastInstalment,
        answerDays,
        reduction,
        proofs,
        patience,
        waits,
        labelling,
        texts,
        model,
        voice);
  }

  /** The same, with other help from a chat model. */
  public Mandate with(ModelUse use) {
    return new Mandate(
        speaker,
        hotline,
        site,
        payAt,
        helpLine,
        promiseWithinDays,
        extensionDays,
        instalments,
        leastInstalment,
        answerDays,
        reduction,
        proofs,
        patience,
        waits,
        labelling,
        texts,
        use,
        voice);
  }

  /** The same, with a voice that counts for more or less beside its words. */
  public Mandate withVoice(double reliability) {
    return new Mandate(
        speaker,
        hotline,
        site,
        payAt,
        helpLine,
        promiseWithinDays,
        extensionDays,
        instalments,
        leastInstalment,
        answerDays,
        reduction,
        proofs,
        patience,
        waits,
        labelling,
        texts,
        model,
        reliability);
  }
}
