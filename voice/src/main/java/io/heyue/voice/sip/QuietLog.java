package io.heyue.voice.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;

/**
 * What the library would log: nothing, for its lines hold whole messages, and with them people's
 * numbers. What matters comes as an event. The library makes one by its class's name.
 */
public final class QuietLog implements StackLogger {
  @Override
  public void logStackTrace() {}

  @Override
  public void logStackTrace(int level) {}

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public void logException(Throwable thrown) {}

  @Override
  public void logDebug(String line) {}

  @Override
  public void logDebug(String line, Exception thrown) {}

  @Override
  public void logTrace(String line) {}

  @Override
  public void logFatalError(String line) {}

  @Override
  public void logError(String line) {}

  @Override
  public boolean isLoggingEnabled() {
    return false;
  }

  @Override
  public boolean isLoggingEnabled(int level) {
    return false;
  }

  @Override
  public void logError(String line, Exception thrown) {}

  @Override
  public void logWarning(String line) {}

  @Override
  public void logInfo(String line) {}

  @Override
  public void disableLogging() {}

  @Override
  public void enableLogging() {}

  @Override
  public void setBuildTimeStamp(String stamp) {}

  @Override
  public void setStackProperties(Properties properties) {}

  @Override
  public String getLoggerName() {
    return "quiet";
  }
}
