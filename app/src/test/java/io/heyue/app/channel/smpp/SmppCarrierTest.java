package io.heyue.app.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.tlv.Tlv;
import io.heyue.app.channel.Arrivals;
import io.heyue.app.channel.Inbox;
import io.heyue.app.channel.smpp.SmsCentre.Manner;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letters;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.Piece;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmppCarrierTest {
  private static final String LONG = "您好，这里是和约智能助手。".repeat(12);

  private SmsCentre centre;
  private final Inbox inbox = new Inbox();
  private SmppCarrier carrier;

  @BeforeEach
  void bind() throws Exception {
    centre = SmsCentre.open();
    carrier = bound(settings(), inbox);
  }

  @AfterEach
  void unbind() {
    carrier.close();
    centre.close();
  }

  private SmppSettings settings() {
    return quick(
        SmppSettings.of("127.0.0.1", centre.port(), "heyue", SmsCentre.PASSWORD, "10690000"));
  }

  /** Tries anew at once, and waits two seconds for an answer. */
  private static SmppSettings quick(SmppSettings usual) {
    return new SmppSettings(
        usual.host(),
        usual.port(),
        usual.systemId(),
        usual.password(),
        usual.systemType(),
        usual.sender(),
        usual.longMessages(),
        usual.receiptIds(),
        usual.defaultAlphabet(),
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofMillis(20),
        Duration.ofMillis(200));
  }

  private SmppCarrier bound(SmppSettings settings, Arrivals arrivals) throws Exception {
    SmppCarrier fresh = new SmppCarrier(settings, arrivals);
    fresh.start();
    assertThat(fresh.ready(Duration.ofSeconds(10))).isTrue();
    centre.bound();
    return fresh;
  }

  @Test
  void aShortMessageArrivesInItsAlphabet() throws Exception {
    assertThat(carrier.hand(Letters.text("您好"))).isEqualTo(new Handed.Accepted("m1"));
    SubmitSm chinese = centre.next();
    assertThat(SmsCentre.words(chinese)).isEqualTo("您好");
    assertThat(chinese.getDataCoding()).isEqualTo((byte) 8);
    assertThat(chinese.getDestAddress().getAddress()).isEqualTo("8610000000007");
    assertThat(chinese.getRegisteredDelivery()).isEqualTo((byte) 1);
    assertThat(chinese.getValidityPeriod()).isEqualTo("261123120000000+");

    carrier.hand(Letters.text("Hello, please see https://example.org/c/1"));
    SubmitSm english = centre.next();
    assertThat(english.getDataCoding()).isZero();
    assertThat(SmsCentre.words(english)).isEqualTo("Hello, please see https://example.org/c/1");
  }

  @Test
  void aLongMessageGoesInPartsThatSayWhichTheyAre() throws Exception {
    assertThat(carrier.hand(Letters.text(LONG))).isEqualTo(new Handed.Accepted("m3"));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int i = 1; i <= 3; i++) {
      SubmitSm part = centre.next();
      byte[] bytes = part.getShortMessage();
      assertThat(part.getEsmClass() & 0x40).isEqualTo(0x40);
      assertThat(bytes.length).isLessThanOrEqualTo(140);
      assertThat(bytes).startsWith(5, 0, 3).contains(i, org.assertj.core.data.Index.atIndex(5));
      assertThat(bytes[4]).isEqualTo((byte) 3);
      assertThat(part.getRegisteredDelivery()).isEqualTo((byte) (i == 3 ? 1 : 0));
      whole.writeBytes(Arrays.copyOfRange(bytes, 6, bytes.length));
    }
    assertThat(whole.toString(StandardCharsets.UTF_16BE)).isEqualTo(LONG);
  }

  @Test
  void aLongMessageGoesWholeWhereTheCentreWantsItSo() throws Exception {
    carrier.close();
    carrier = bound(settings().with(SmppSettings.LongMessages.PAYLOAD, null, null), inbox);
    assertThat(carrier.hand(Letters.text(LONG))).isInstanceOf(Handed.Accepted.class);
    SubmitSm message = centre.next();
    assertThat(message.getShortMessageLength()).isZero();
    Tlv payload = message.getOptionalParameter((short) 0x0424);
    assertThat(new String(payload.getValue(), StandardCharsets.UTF_16BE)).isEqualTo(LONG);
  }

  @Test
  void whatTheCentreCannotTakeNowIsTriedLaterAndWhatItNeverTakesIsNot() {
    centre.behave(Manner.THROTTLES);
    assertThat(carrier.hand(Letters.text("一")))
        .isEqualTo(new Handed.Refused("the SMS centre answered 0x00000058", false));
    centre.behave(Manner.REFUSES_ADDRESS);
    assertThat(carrier.hand(Letters.text("二")))
        .isEqualTo(new Handed.Refused("the SMS centre answered 0x0000000B", true));
  }

  @Test
  void whenTheLinkBreaksAfterSubmittingTheFateIsUnknownAndTheLinkComesBack() throws Exception {
    centre.behave(Manner.HANGS_UP);
    assertThat(carrier.hand(Letters.text("一"))).isInstanceOf(Handed.Unsure.class);
    centre.behave(Manner.TAKES);
    assertThat(carrier.ready(Duration.ofSeconds(10))).isTrue();
    assertThat(carrier.hand(Letters.text("二"))).isInstanceOf(Handed.Accepted.class);
  }

  @Test
  void silenceAfterSubmittingIsUnsureToo() {
    centre.behave(Manner.STAYS_SILENT);
    assertThat(carrier.hand(Letters.text("一"))).isInstanceOf(Handed.Unsure.class);
  }

  @Test
  void withoutALinkNothingIsTaken() throws Exception {
    int port = centre.port();
    centre.close();
    SmppCarrier alone = new SmppCarrier(settings(), inbox);
    alone.start();
    assertThat(alone.hand(Letters.text("一")))
        .isEqualTo(new Handed.Refused("no link to the SMS centre", false));
    centre = SmsCentre.openAt(port);
    assertThat(alone.ready(Duration.ofSeconds(10))).isTrue();
    alone.close();
  }

  @Test
  void receiptsOfAnEndArriveAndThoseOfTheWayDoNot() throws Exception {
    centre.receipt("m7", "ACCEPTD");
    assertThat(centre.receipt("m7", "DELIVRD")).isZero();
    centre.receipt("m8", "UNDELIV");
    assertThat(inbox.next()).isEqualTo(new Inbox.Arrival("m7", "delivered"));
    assertThat(inbox.next()).isEqualTo(new Inbox.Arrival("m8", "failed"));
  }

  @Test
  void aPersonsMessageArrivesAlsoInParts() throws Exception {
    centre.text("8610000000007", "退订");
    assertThat(inbox.next()).isEqualTo(new Inbox.Arrival("+8610000000007", "退订"));
    centre.text("8610000000007", "我下周五", "先还两千三");
    assertThat(inbox.next())
        .isEqualTo(new Inbox.Arrival("+8610000000007", "Piece[1/2 of 42] 我下周五"));
    assertThat(inbox.next())
        .isEqualTo(new Inbox.Arrival("+8610000000007", "Piece[2/2 of 42] 先还两千三"));
  }

  @Test
  void aMessageThatIsDeliveredTwiceHasOneIdAndTwoMessagesHaveTwo() throws Exception {
    centre.text("8610000000007", "好的");
    centre.text("8610000000007", "好的");
    centre.text("8610000000008", "好的");
    centre.text("8610000000007", "不行");
    for (int i = 0; i < 4; i++) {
      assertThat(inbox.next()).isNotNull();
    }
    assertThat(inbox.ids().get(0)).isEqualTo(inbox.ids().get(1)).startsWith("smpp-");
    assertThat(inbox.ids().stream().distinct()).hasSize(3);
  }

  @Test
  void lettersOfTheDefaultAlphabetAreRead() {
    // @ £ ü, the extended € and [, and a byte that only Latin-1 has.
    byte[] bytes = {0x00, 0x01, 0x7E, 0x1B, 0x65, 0x1B, 0x3C, 'a', (byte) 0xE9};
    assertThat(Alphabet.of((byte) 0, Alphabet.GSM).read(bytes)).isEqualTo("@£ü€[aé");
    assertThat(Alphabet.of((byte) 3, Alphabet.GSM)).isEqualTo(Alphabet.LATIN1);
    assertThat(Alphabet.of((byte) 8, Alphabet.GSM)).isEqualTo(Alphabet.UCS2);
    assertThat(Alphabet.of((byte) 0x18, Alphabet.GSM)).isEqualTo(Alphabet.UCS2);
    assertThat(Alphabet.of((byte) 0xF1, Alphabet.GSM)).isEqualTo(Alphabet.GSM);
    assertThat(Alphabet.of((byte) 0, Alphabet.LATIN1)).isEqualTo(Alphabet.LATIN1);
  }

  @Test
  void idsAreOneHoweverTheyAreWritten() {
    assertThat(MessageIds.normal(" 00A1B2 ")).isEqualTo("a1b2");
    assertThat(MessageIds.normal("0")).isEqualTo("0");
    assertThat(MessageIds.normal("m1")).isEqualTo("m1");
    assertThat(MessageIds.answered("0010597042", SmppSettings.ReceiptIds.DECIMAL_OF_HEX))
        .isEqualTo(MessageIds.normal("00A1B2B2"));
    assertThat(MessageIds.answered("00A1B2B2", SmppSettings.ReceiptIds.HEX_OF_DECIMAL))
        .isEqualTo("10597042");
    assertThat(MessageIds.answered("00A1B2B2", SmppSettings.ReceiptIds.SAME)).isEqualTo("a1b2b2");
  }

  @Test
  void whatCannotBeStoredIsAskedForAgain() throws Exception {
    carrier.close();
    carrier = bound(settings(), new Broken());
    assertThat(centre.receipt("m7", "DELIVRD")).isEqualTo(0x64);
  }

  /** Can take in nothing. */
  private static final class Broken implements Arrivals {
    @Override
    public void text(PhoneNumber from, String text, String id, Duration within) {
      throw new IllegalStateException("no room");
    }

    @Override
    public void part(
        PhoneNumber from,
        Piece piece,
        Function<byte[], String> reader,
        String id,
        Duration within) {
      throw new IllegalStateException("no room");
    }

    @Override
    public void receipt(Channel channel, String reference, boolean delivered) {
      throw new IllegalStateException("no room");
    }
  }
}
