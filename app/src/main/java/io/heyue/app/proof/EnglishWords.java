package io.heyue.app.proof;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The page in English. */
record EnglishWords() implements PageWords {
  @Override
  public String title() {
    return "Evidence of a contact";
  }

  @Override
  public String about() {
    return "What was done in a contact, a conversation or a case, what the law said to it, which words were"
        + " used, what came of it, and how you can verify that yourself. It is about ";
  }

  @Override
  public String otherLanguage() {
    return "<p class=\"lang\"><a href=\"index.html\" lang=\"zh-CN\">中文</a></p>";
  }

  @Override
  public String summary() {
    return "In short";
  }

  @Override
  public String turn(int number) {
    return "Turn " + number + " of the conversation";
  }

  @Override
  public String outcome() {
    return "What came of it: ";
  }

  @Override
  public String notMade() {
    return "there was no contact";
  }

  @Override
  public String ended() {
    return "the conversation ended with ";
  }

  @Override
  public String from() {
    return "From ";
  }

  @Override
  public String to() {
    return " to ";
  }

  @Override
  public String clock() {
    return "Times on this page are those of the person's clock: ";
  }

  @Override
  public String clockUnknown() {
    return "The person's time zone is not shown; times on this page are in UTC.";
  }

  @Override
  public String someWithheld() {
    return "Some of it is withheld, as far as whoever asked may not see it, and each place says so. What is withheld"
        + " is still bound by the proof: it can be shown later, piece by piece, and can't be changed.";
  }

  @Override
  public String withheld() {
    return "withheld";
  }

  @Override
  public String story() {
    return "What happened";
  }

  @Override
  public String done(String kind, Content content) {
    String channel =
        Labels.value(content.shown().path("facts").path("channel").asString(""), Lang.EN);
    String by = channel.isEmpty() ? "" : " by " + channel;
    return switch (kind) {
      case "contact" ->
          "The system was about to contact the person"
              + by
              + ". It asked the law first, and let the message go only when it was permitted.";
      case "refusal" ->
          "The system considered contacting the person"
              + by
              + ". The law did not permit it, so there was no contact.";
      case "turn" ->
          "Something came from the person's side. The system prepared an answer, and every sentence"
              + " was checked before it was said.";
      case "delivery" -> "What became of a permitted message after it was handed to the carrier.";
      case "stop" ->
          "The person, or a member of staff for them, asked for no more contact. From here on none is"
              + " begun.";
      case "human" ->
          "What a member of staff did in the conversation. Their words were checked in the same way.";
      case "recording" -> recording(content.shown());
      default -> content.text("what");
    };
  }

  private static String recording(JsonNode recorded) {
    return "The call was recorded, %d s. What was heard and said is in the recording, which isn't part of this bundle.%s"
        .formatted(
            Recordings.seconds(recorded),
            recorded.path("complete").asBoolean(true) ? "" : " A crash cut it off.");
  }

  @Override
  public String heard() {
    return "The person said";
  }

  @Override
  public String chose() {
    return "What the system chose to do: ";
  }

  @Override
  public String said() {
    return "We said";
  }

  @Override
  public String event(String type) {
    return switch (type) {
      case "Answered" -> "The person opened the conversation.";
      case "SilencePassed" -> "The person did not answer for a while.";
      case "HungUp" -> "The person left the conversation.";
      case "PaymentArrived" -> "A payment arrived.";
      case "MachineTook" -> "A machine took the call; nothing more was said to it.";
      case "DeliveryFailed" -> "A message could not be delivered.";
      default -> "What happened: " + type;
    };
  }

  @Override
  public String asked(String kind, Content content, int rules) {
    String asked = rules == 1 ? "One rule was asked" : rules + " rules were asked";
    String these = rules == 1 ? "This rule" : "These " + rules + " rules";
    return switch (content.verdict()) {
      case "permitted" -> "Does the law permit it? " + asked + "; nothing was against it.";
      case "refused", "not_permitted" -> "Does the law permit it? " + these + " did not.";
      case "forbidden" ->
          "Does the law permit these words? " + these + " forbade them; they were not said.";
      case "amended" ->
          "Does the law permit these words? A sentence was taken out, for "
              + these.toLowerCase(java.util.Locale.ROOT)
              + ".";
      default -> "Rules that were asked:";
    };
  }

  @Override
  public String answer(Content content) {
    return content.verdict().equals("refused") ? "not permitted" : "nothing against it";
  }

  @Override
  public List<String> columns() {
    return List.of("Rule", "Where it stands", "What it says", "Answer");
  }

  @Override
  public String ours(RuleId rule) {
    return rule.id().startsWith("XX-")
        ? "the system's own rule: what can't be shown to be lawful is not done"
        : "the text of this rule is not in the bundle";
  }

  @Override
  public String lawfulFrom(String moment) {
    return "The earliest moment at which a contact would be lawful: " + moment;
  }

  @Override
  public String missing() {
    return "Not permitted because this was not known: ";
  }

  @Override
  public String known() {
    return "What was known at that moment";
  }

  @Override
  public String facts() {
    return "what was known of the person";
  }

  @Override
  public String rules() {
    return "Rules that were asked in the conversation";
  }

  @Override
  public String record() {
    return "Ledger record ";
  }

  @Override
  public String stood(String moment) {
    return " · stood in the ledger, signed, by " + moment;
  }

  @Override
  public String uncommitted() {
    return "This record was written before records committed to their clear text: that it stood and is unchanged is"
        + " proven, that the text shown here is the one of that time is not.";
  }

  @Override
  public String howTo() {
    return "How to verify";
  }

  @Override
  public String steps() {
    return """
    <ol><li>Get the ledger's public key from the lender by another way than this bundle (their site, a letter), and
    compare the fingerprint below.</li>
    <li>Run this on any computer with Heyue. It needs no network, and nothing of the lender's.</li></ol>
    <pre>./heyue ledger verify BUNDLE.zip --key PUBLIC.pem</pre>
    <p>It says what was proven and what was not, and names the file in which a byte was changed. This page was drawn
    from the records of the bundle; verifying draws it again and compares.</p>
    """;
  }

  @Override
  public String keys() {
    return "Fingerprints of the public keys (the first 16 digits of SHA-256)";
  }

  @Override
  public String keySince(int number, String moment) {
    return " key " + number + ", in use since " + moment + " UTC";
  }

  @Override
  public String limits() {
    return "What this does not prove";
  }

  @Override
  public String notProven() {
    return """
    <ul><li>That there was no other contact: the records in the bundle are shown to be genuine, not to be all.</li>
    <li>That a message which a carrier reports as delivered was read by the person.</li>
    <li>The time is that of the lender's machine. Only where a token of a time-stamping authority is in the bundle does
    somebody else attest it.</li></ul>
    """;
  }

  @Override
  public String colon() {
    return ": ";
  }

  @Override
  public String comma() {
    return ", ";
  }

  @Override
  public String semicolon() {
    return "; ";
  }
}
