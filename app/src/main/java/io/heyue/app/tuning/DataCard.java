package io.heyue.app.tuning;

import io.heyue.core.base.Lang;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Says in Markdown what was taken out, what was masked, and who consented to what. */
record DataCard(
    Instant at,
    String by,
    long ended,
    List<Dialogue> dialogues,
    List<Pair> pairs,
    LocalDate deleteBy,
    String promptHash) {

  String text() {
    return """
    # Data card

    Taken out on %s by %s. Delete by **%s**, and sooner where somebody in it takes their consent back.

    ## What is in it
    | file | what | zh | en |
    |---|---|---|---|
    | chat.jsonl | conversations, `{"messages":[…]}` | %d | %d |
    | preference.jsonl | pairs, `{"prompt","chosen","rejected"}` | %d | %d |

    %d conversations had ended; %d may be used. The system messages are those of `data/prompts` (SHA-256 %s).

    ## Who consented, and to what
    Each conversation is of a person of whom the lender's books said, when it was taken out, that they let their conversations be used for
    training (the flag `%s`). Consent to being contacted is not consent to this. No conversation is in it in which a person of the lender's
    had part, in which the right party was not verified, or in any turn of which was heard of illness or vulnerability, despair, a death,
    a dispute, a complaint, a lawyer, a fraud, a wish for no more contact, or somebody else than the person looked for. Nor is one of a case
    whose person is known to be vulnerable.

    ## What was masked
    %d places. Every sum, day, time, number and code; names, telephone, identity and card numbers, addresses, mail addresses, links and employers;
    the lender's name. Figures are masked without fail: no digit is left, nor three in words in a row. Names and addresses are found by rules and by the books; one that
    nobody knows and nothing introduces may be left, so have a sample read before you train.

    ## Licence
    What we said comes from this project's phrases (Apache-2.0). The pairs are the project's own sentences about what may not be said, with what
    may be said instead; nobody said them, and they hold no personal data. What people said is theirs: it is used by their consent, for tuning the
    lender's model and for nothing else, and may not be passed on.

    ## Its limits
    The conversations were led by a machine that chooses among approved phrases, with people who owed money and consented; they stand for no
    others. A model that was tuned on them is still untrusted: it stays on the leash (doc/chat-model.md).
    """
        .formatted(
            at,
            by,
            deleteBy,
            dialogues(Lang.ZH),
            dialogues(Lang.EN),
            pairs(Lang.ZH),
            pairs(Lang.EN),
            ended,
            dialogues.size(),
            promptHash,
            Tuning.CONSENT,
            dialogues.stream().mapToInt(Dialogue::marks).sum());
  }

  private long dialogues(Lang lang) {
    return dialogues.stream().filter(dialogue -> dialogue.lang() == lang).count();
  }

  private long pairs(Lang lang) {
    return pairs.stream().filter(pair -> pair.lang() == lang).count();
  }
}
