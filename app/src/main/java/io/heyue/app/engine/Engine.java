package io.heyue.app.engine;

/**
 * The engine, wired. Thread-safe; any number may run on one database, in any number of processes.
 */
@SuppressWarnings("UnusedVariable") // the parts are put to use as they are filled in
public final class Engine {
  private final Desk desk;
  private final Campaigns campaigns;
  private final Courier courier;
  private final Confirmations confirmations;
  private final Reconciliation reconciliation;
  private final Pulse pulse;
  private final Why why;

  private Engine(Parts parts) {
    desk = new Desk();
    campaigns = new Campaigns();
    courier = new Courier();
    confirmations = new Confirmations();
    reconciliation = new Reconciliation();
    pulse = new Pulse();
    why = new Why();
  }

  public static Engine of(Parts parts) {
    return new Engine(parts);
  }

  /** Conversations. */
  public Desk desk() {
    return desk;
  }

  public Campaigns campaigns() {
    return campaigns;
  }

  /** Messages on their way out. */
  public Courier courier() {
    return courier;
  }

  public Confirmations confirmations() {
    return confirmations;
  }

  public Reconciliation reconciliation() {
    return reconciliation;
  }

  /** What drives all of it by the clock. */
  public Pulse pulse() {
    return pulse;
  }

  public Why why() {
    return why;
  }
}
