package io.heyue.app.access;

import java.util.List;

/**
 * An address that asks for a right. An address below {@code /api} that stands in no route is
 * refused to everybody.
 *
 * @param method of HTTP
 * @param path with places in braces
 * @param right that it asks for
 * @param purpose what it is for, in a few words
 */
public record Route(String method, String path, Right right, String purpose) {
  private static final String API = "/api/v1";

  /** All of them. */
  public static List<Route> all() {
    return List.of(
        get("/summary", Right.READ_COUNTS, "live counts"),
        get("/me", Right.READ_COUNTS, "who I am and what I may do"),
        post("/me/password", Right.READ_COUNTS, "change one's own password"),
        get("/accounts", Right.READ_PORTFOLIO, "accounts, persons masked"),
        get("/accounts/{id}", Right.READ_PORTFOLIO, "one account"),
        get("/payments", Right.READ_PORTFOLIO, "payments"),
        get("/imports", Right.READ_PORTFOLIO, "what was imported"),
        get("/imports/{id}", Right.READ_PORTFOLIO, "one import"),
        get("/imports/{id}/rejected", Right.IMPORT, "its rejected rows, values masked"),
        post("/imports/{kind}", Right.IMPORT, "import a file"),
        post("/outside-contacts", Right.REPORT_CONTACTS, "tell of contacts that others made"),
        get("/campaigns", Right.READ_CAMPAIGNS, "campaigns"),
        get("/campaigns/{id}", Right.READ_CAMPAIGNS, "one campaign and how far it is"),
        post("/campaigns", Right.RUN_CAMPAIGNS, "make a campaign"),
        post("/campaigns/preview", Right.RUN_CAMPAIGNS, "what a campaign would come to"),
        post("/campaigns/{id}/start", Right.RUN_CAMPAIGNS, "start it, or go on"),
        post("/campaigns/{id}/pause", Right.RUN_CAMPAIGNS, "pause it"),
        post("/campaigns/{id}/stop", Right.RUN_CAMPAIGNS, "end it for good"),
        post("/campaigns/{id}/schedule", Right.RUN_CAMPAIGNS, "start it at a time"),
        get("/cases", Right.READ_CASES, "cases"),
        get("/cases/{id}", Right.READ_CASES, "one case"),
        get("/cases/{id}/events", Right.READ_CASES, "what happened to it"),
        get("/cases/{id}/why", Right.READ_LEDGER, "why each contact was lawful"),
        get("/cases/{id}/holds", Right.READ_CASES, "holds on a case"),
        get("/holds", Right.READ_CASES, "holds that stand"),
        post("/cases/{id}/holds", Right.PLACE_HOLDS, "place a hold"),
        delete("/cases/{id}/holds/{kind}", Right.LIFT_HOLDS, "lift a hold"),
        delete(
            "/cases/{id}/vulnerability",
            Right.LIFT_HOLDS,
            "say that somebody is vulnerable no more"),
        get("/decisions", Right.DECIDE_CONTACTS, "cases in which a person decides on contact"),
        post(
            "/cases/{id}/decisions",
            Right.DECIDE_CONTACTS,
            "decide whether somebody may be contacted"),
        get("/promises", Right.READ_CASES, "promises"),
        get("/conversations", Right.READ_CASES, "conversations"),
        get("/conversations/{id}", Right.READ_CASES, "one conversation"),
        get("/conversations/{id}/messages", Right.READ_MESSAGES, "what was said"),
        get("/conversations/{id}/sound", Right.LISTEN, "hear a call that goes on"),
        get("/conversations/{id}/why", Right.READ_LEDGER, "why each turn was lawful"),
        post(
            "/conversations/{id}/corrections",
            Right.LABEL,
            "say what a message means that was taken for something else"),
        get("/labels", Right.LABEL, "utterances whose meaning is asked for, masked"),
        post("/labels/{id}", Right.LABEL, "say what one means, or drop it"),
        get("/handovers", Right.TAKE_OVER, "conversations that people take over"),
        post("/handovers/{id}/claim", Right.TAKE_OVER, "take one"),
        post("/handovers/{id}/messages", Right.SPEAK, "say something in it"),
        post("/handovers/{id}/close", Right.TAKE_OVER, "say what came of it"),
        get("/setbacks", Right.READ_SETBACKS, "work that failed and was put aside"),
        post("/setbacks/{id}/retry", Right.MEND, "have it tried again"),
        post("/setbacks/{id}/dismiss", Right.MEND, "say that it is not to be done"),
        get("/law/rules", Right.ASK_LAW, "rules of law"),
        post("/law/check", Right.ASK_LAW, "whether intended acts are lawful"),
        post("/law/words", Right.ASK_LAW, "whether words may be said"),
        get("/ledger/entries", Right.READ_LEDGER, "entries of the ledger"),
        post("/ledger/verify", Right.READ_LEDGER, "walk the ledger"),
        get(
            "/ledger/contacts/{id}/evidence",
            Right.EXPORT_EVIDENCE,
            "evidence about a permit, conversation or case, to be verified anywhere"),
        get("/ledger/contacts/{id}/page", Right.EXPORT_EVIDENCE, "the same as a readable page"),
        get("/users", Right.MANAGE_ACCESS, "users"),
        post("/users", Right.MANAGE_ACCESS, "make a user"),
        delete("/users/{name}", Right.MANAGE_ACCESS, "remove a user"),
        get("/keys", Right.MANAGE_ACCESS, "API keys"),
        post("/keys", Right.MANAGE_ACCESS, "make an API key"),
        delete("/keys/{id}", Right.MANAGE_ACCESS, "remove an API key"),
        get("/openapi.json", Right.READ_COUNTS, "the description of this API"),
        new Route("GET", "/metrics", Right.READ_METRICS, "metrics for Prometheus"),
        new Route("GET", "/", Right.READ_COUNTS, "the live page"));
  }

  private static Route get(String path, Right right, String purpose) {
    return new Route("GET", API + path, right, purpose);
  }

  private static Route post(String path, Right right, String purpose) {
    return new Route("POST", API + path, right, purpose);
  }

  private static Route delete(String path, Right right, String purpose) {
    return new Route("DELETE", API + path, right, purpose);
  }
}
