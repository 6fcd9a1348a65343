package io.heyue.app.web;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.pdu.SubmitSm;
import io.heyue.app.channel.smpp.SmsCentre;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What arrived at an SMS centre: number and words of each message, once all of it is there. */
final class WholeMessages {
  private WholeMessages() {}

  /** The messages that arrived whole, put together from their parts. */
  static List<String> of(SmsCentre centre) {
    Map<String, TreeMap<Integer, SubmitSm>> groups = new LinkedHashMap<>();
    List<String> whole = new ArrayList<>();
    for (SmsCentre.Submitted submitted : centre.all()) {
      SubmitSm part = submitted.part();
      String to = part.getDestAddress().getAddress();
      byte[] bytes = part.getShortMessage();
      if ((part.getEsmClass() & SmppConstants.ESM_CLASS_UDHI_MASK) == 0) {
        whole.add(to + " " + words(part, bytes));
        continue;
      }
      TreeMap<Integer, SubmitSm> parts =
          groups.computeIfAbsent(
              submitted.session() + "/" + to + "/" + bytes[3], _ -> new TreeMap<>());
      parts.put((int) bytes[5], part);
      if (parts.size() == bytes[4]) {
        whole.add(
            to
                + " "
                + parts.values().stream()
                    .map(each ->
                        words(
                            each,
                            Arrays.copyOfRange(
                                each.getShortMessage(), 6, each.getShortMessage().length)))
                    .collect(Collectors.joining()));
        groups.remove(submitted.session() + "/" + to + "/" + bytes[3]);
      }
    }
    return whole;
  }

  private static String words(SubmitSm part, byte[] bytes) {
    return new String(
        bytes, part.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
  }
}
