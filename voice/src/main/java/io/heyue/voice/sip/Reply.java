package io.heyue.voice.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.Header;
import javax.sip.message.Message;
import javax.sip.message.Response;

/**
 * What came back for a request outside calls.
 *
 * @param status 200 to 699; 408 also where nobody answered
 * @param challenges what they want proved
 * @param expires seconds for which what we told is kept
 * @param least seconds for which it must be told at least (Min-Expires of a 423)
 */
public record Reply(
    int status, List<String> challenges, Optional<String> expires, Optional<String> least) {
  private static final Pattern EXPIRES =
      Pattern.compile("(?i);\\s{0,9}expires\\s{0,9}=\\s{0,9}(\\d{1,9})");

  public Reply {
    challenges = List.copyOf(challenges);
  }

  /**
   * @param own our host and port, by which our binding is told from those of others
   */
  static Reply of(Response response, String own) {
    return new Reply(
        response.getStatusCode(),
        challenges(response),
        lifetime(response, own),
        values(response, "Min-Expires").stream().findFirst());
  }

  /** Of what we told a registrar: seconds for which it is kept, by either of two headers. */
  private static Optional<String> lifetime(Response response, String own) {
    return values(response, "Contact").stream()
        .filter(contact -> contact.contains(own))
        .map(EXPIRES::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .or(() -> values(response, "Expires").stream().findFirst());
  }

  static Reply none() {
    return new Reply(Response.REQUEST_TIMEOUT, List.of(), Optional.empty(), Optional.empty());
  }

  /** Whether anybody answered. */
  public boolean came() {
    return status != Response.REQUEST_TIMEOUT;
  }

  static List<String> challenges(Message message) {
    List<String> all = new ArrayList<>(values(message, "WWW-Authenticate"));
    all.addAll(values(message, "Proxy-Authenticate"));
    return all;
  }

  /** What stands behind the colon, of each header of this name. */
  static List<String> values(Message message, String name) {
    List<String> values = new ArrayList<>();
    ListIterator<?> headers = message.getHeaders(name);
    while (headers.hasNext()) {
      if (headers.next() instanceof Header header) {
        String line = header.toString().strip();
        values.add(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return values;
  }
}
