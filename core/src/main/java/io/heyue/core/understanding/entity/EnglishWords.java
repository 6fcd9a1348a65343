package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** English words that are a value by themselves: people, channels, payment events, shares. */
final class EnglishWords implements Recogniser {
  private static final WordList<String> RELATIONS =
      new WordList.Builder<String>()
          .add(
              "spouse",
              "husband",
              "wife",
              "spouse",
              "ex-husband",
              "ex-wife",
              "ex husband",
              "ex wife",
              "hubby")
          .add(
              "partner",
              "partner",
              "boyfriend",
              "girlfriend",
              "fiance",
              "fiancee",
              "fiancé",
              "fiancée")
          .add(
              "parent",
              "mother",
              "father",
              "mom",
              "mum",
              "dad",
              "parents",
              "mother-in-law",
              "father-in-law")
          .add("child", "son", "daughter", "kids", "kid", "child", "children")
          .add("sibling", "brother", "sister", "siblings", "brother-in-law", "sister-in-law")
          .add("grandparent", "grandmother", "grandfather", "grandma", "grandpa", "grandparents")
          .add(
              "relative",
              "uncle",
              "aunt",
              "cousin",
              "nephew",
              "niece",
              "family",
              "relative",
              "relatives")
          .add("friend", "friend", "friends", "buddy", "mate")
          .add("colleague", "colleague", "coworker", "co-worker", "workmate")
          .add("employer", "boss", "employer", "manager")
          .add("guarantor", "guarantor", "co-signer", "cosigner")
          .add("neighbour", "neighbour", "neighbor")
          .add("landlord", "landlord", "landlady")
          .add("tenant", "tenant", "roommate", "flatmate")
          .build();

  private static final WordList<String> CHANNELS =
      new WordList.Builder<String>()
          .add("sms", "text message", "text messages", "sms", "by text", "text me")
          .add("chat", "whatsapp", "wechat", "messenger", "live chat")
          .add("phone", "by phone", "phone call", "over the phone", "on the phone")
          .add("email", "email", "e-mail", "emails")
          .add("app", "mobile app", "the app", "app", "online banking", "mobile banking")
          .add("letter", "by letter", "by post", "in writing", "by mail")
          .build();

  private static final WordList<String> EVENTS =
      new WordList.Builder<String>()
          .add(
              "salary",
              "payday",
              "pay day",
              "paycheck",
              "paycheque",
              "pay check",
              "my salary",
              "my wages",
              "get paid",
              "gets paid",
              "got paid",
              "getting paid",
              "i'm paid",
              "next pay",
              "my pay comes in")
          .add("bonus", "bonus", "year-end bonus", "commission", "overtime pay")
          .add(
              "project_payment",
              "project payment",
              "my client pays",
              "client pays me",
              "invoice is paid",
              "invoices are paid")
          .add("tax_refund", "tax refund", "tax return", "tax rebate")
          .add("pension", "pension", "social security", "retirement check")
          .add(
              "allowance",
              "benefits",
              "unemployment",
              "child support",
              "stimulus check",
              "disability check",
              "student loan comes")
          .add("sale", "sell my car", "sell the car", "sell my house", "sell the house")
          .add(
              "compensation",
              "settlement money",
              "insurance payout",
              "insurance money",
              "severance")
          .add("harvest", "the harvest", "harvest")
          .build();

  private static final WordList<Value.Share> SHARES =
      new WordList.Builder<Value.Share>()
          .add(
              share(Value.ShareOf.OVERDUE, "0.5"),
              "half of it",
              "half of that",
              "half the amount",
              "half")
          .add(
              share(Value.ShareOf.REST, "1"),
              "the rest of it",
              "the rest",
              "the remainder",
              "the remaining balance",
              "the remaining amount",
              "what's left",
              "whatever is left",
              "the balance",
              "the other half")
          .add(
              share(Value.ShareOf.MINIMUM, "1"),
              "the minimum payment",
              "minimum payment",
              "the minimum amount",
              "the minimum due",
              "minimum due",
              "the minimum",
              "minimum")
          .add(
              share(Value.ShareOf.OVERDUE, "1"),
              "the full amount",
              "full amount",
              "the whole amount",
              "the whole thing",
              "in full",
              "all of it",
              "everything",
              "the total amount",
              "the entire amount",
              "the full balance",
              "the whole lot")
          .add(
              share(Value.ShareOf.PRINCIPAL, "1"),
              "the principal",
              "just the principal",
              "only the principal")
          .build();

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    if (Cursor.isWordPart(scene.before(start, 1))) {
      return null;
    }
    Cursor cursor = scene.cursor(start);
    if (cursor.takeAny("my ", "his ", "her ", "our ")) {
      String own = RELATIONS.take(cursor);
      if (own != null) {
        return Mention.sure(EntityType.RELATION, start, cursor.at(), new Value.Relation(own));
      }
      cursor.back(start);
    }
    String event = EVENTS.take(cursor);
    if (event != null) {
      return Mention.sure(
          EntityType.PAYMENT_EVENT, start, cursor.at(), new Value.PaymentEvent(event));
    }
    Value.Share share = SHARES.take(cursor);
    if (share != null
        && !cursor.seesAny(" is ", " was ", " past", " an hour", " hour", " a ", "-past")) {
      return Mention.sure(EntityType.MONEY, start, cursor.at(), share);
    }
    cursor.back(start);
    String channel = CHANNELS.take(cursor);
    if (channel != null) {
      return Mention.sure(EntityType.CHANNEL, start, cursor.at(), new Value.ChannelName(channel));
    }
    String relation = RELATIONS.take(cursor);
    return relation == null
        ? null
        : Mention.sure(EntityType.RELATION, start, cursor.at(), new Value.Relation(relation));
  }

  private static Value.Share share(Value.ShareOf of, String fraction) {
    return new Value.Share(of, new BigDecimal(fraction));
  }
}
