package io.heyue.voice.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a call. What follows from each is data: {@link RedialRule}. */
public enum Disposition {
  ANSWERED_PERSON,
  /** A mailbox, or a machine that speaks for somebody. */
  ANSWERED_MACHINE,
  /** A machine asks who we are and what we want before it lets anybody hear us. */
  CALL_SCREENING,
  /** It was taken, but ended before it was plain by whom. */
  ANSWERED_UNKNOWN,
  FAX,
  /** They are on the phone. */
  BUSY,
  /** It rang and nobody took it. */
  NO_ANSWER,
  /** 关机. */
  SWITCHED_OFF,
  /** 停机: the line is cut off, mostly for unpaid bills. */
  OUT_OF_SERVICE,
  /** 暂停服务: the service of the line rests. */
  SUSPENDED,
  /** 空号: nobody has this number, or not any more. */
  INVALID_NUMBER,
  /** The number is written wrongly for this trunk, as without the code of an area. */
  MISDIALLED,
  /** 无法接通: no way to their phone for now. */
  UNREACHABLE,
  /** Their line takes no calls, or none from outside. */
  BARRED,
  /** They declined. */
  REJECTED,
  /** Our number, or what we may call, is at fault: the trunk has to be looked at. */
  CALLER_BLOCKED,
  /** No common way to carry audio. */
  CODEC_REFUSED,
  /** The trunk did not understand us, or does not know us. */
  REQUEST_REFUSED,
  /** The network is full. */
  CONGESTED,
  /** The trunk failed or gave no sign. */
  TRUNK_FAILED,
  /** We wanted it no more. */
  CANCELLED;

  /** As it stands in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Disposition> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
