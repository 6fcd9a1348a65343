package io.heyue.bench;

/** One answer of theirs on its way to our reply. Of one talk's mailbox; times as packets have. */
final class ReplyTurn {
  /** When they began to be played. */
  final long began;

  /** What they answer. */
  final String answer;

  long silent;
  long over;
  long understood;
  long said;
  long made;
  String reason = "";
  double patience;
  String words = "";

  ReplyTurn(long began, String answer) {
    this.began = began;
    this.answer = answer;
  }

  /** Whether a reply was made. */
  boolean complete() {
    return made > 0;
  }
}
