package io.heyue.app.channel.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session with an SMS centre, bound again whenever it breaks, with growing waits between tries.
 * A thread of its own keeps it. Thread-safe.
 */
final class Link implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /**
   * So many messages are taken in at once. One may have to wait for a chat model, and others
   * shouldn't have to wait for it.
   */
  private static final int AT_ONCE = 16;

  private final SmppSettings settings;
  private final MessageReceiverListener inbound;
  private final Thread keeper;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable SMPPSession session;
  private boolean closing;

  Link(SmppSettings settings, MessageReceiverListener inbound) {
    this.settings = settings;
    this.inbound = inbound;
    this.keeper = Thread.ofVirtual().name("smpp-link").unstarted(this::keep);
  }

  void start() {
    keeper.start();
  }

  /** The bound session, if there is one now. */
  Optional<SMPPSession> session() {
    lock.lock();
    try {
      return Optional.ofNullable(session).filter(open -> open.getSessionState().isTransmittable());
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is a bound session, at most so long. */
  Optional<SMPPSession> await(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (session().isEmpty() && left > 0 && !closing) {
        left = changed.awaitNanos(left);
      }
      return session();
    } finally {
      lock.unlock();
    }
  }

  private void keep() {
    Duration wait = settings.firstRetry();
    while (!pause(Duration.ZERO)) {
      try {
        SMPPSession bound = bind();
        LOG.info("Bound to the SMS centre {}:{}", settings.host(), settings.port());
        wait = settings.firstRetry();
        if (untilBroken(bound)) {
          return;
        }
        LOG.warn("The link to the SMS centre broke; it is opened again.");
      } catch (IOException e) {
        LOG.warn(
            "No link to the SMS centre {}:{}: {} Next try in {}.",
            settings.host(),
            settings.port(),
            e.getMessage(),
            wait);
        if (pause(wait)) {
          return;
        }
        wait =
            wait.multipliedBy(2).compareTo(settings.lastRetry()) < 0
                ? wait.multipliedBy(2)
                : settings.lastRetry();
      }
    }
  }

  private SMPPSession bind() throws IOException {
    SMPPSession fresh = new SMPPSession();
    fresh.setEnquireLinkTimer((int) settings.enquireEvery().toMillis());
    fresh.setTransactionTimer(settings.answerWithin().toMillis());
    fresh.setPduProcessorDegree(AT_ONCE);
    fresh.setMessageReceiverListener(inbound);
    fresh.addSessionStateListener((_, _, _) -> signal());
    try {
      fresh.connectAndBind(
          settings.host(),
          settings.port(),
          new BindParameter(
              BindType.BIND_TRX,
              settings.systemId(),
              settings.password(),
              settings.systemType(),
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null),
          settings.answerWithin().toMillis());
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
    lock.lock();
    try {
      session = fresh;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return fresh;
  }

  /** Waits until the session is gone; true if that is because we are closing. */
  private boolean untilBroken(SMPPSession bound) {
    lock.lock();
    try {
      while (!closing && bound.getSessionState() != SessionState.CLOSED) {
        changed.awaitUninterruptibly();
      }
      session = null;
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /** Waits; true if we are closing. */
  private boolean pause(Duration length) {
    long left = length.toNanos();
    lock.lock();
    try {
      while (!closing && left > 0) {
        left = changed.awaitNanos(left);
      }
      return closing;
    } catch (InterruptedException e) {
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    SMPPSession open;
    lock.lock();
    try {
      closing = true;
      open = session;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (open != null) {
      open.unbindAndClose();
    }
    try {
      keeper.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
