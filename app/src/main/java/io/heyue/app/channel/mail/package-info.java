/**
 * E-mail by SMTP [1], with one-click unsubscribing [2].
 *
 * <p>What: {@link io.heyue.app.channel.mail.MailCarrier} sends, {@link
 * io.heyue.app.channel.mail.OptOut} makes and reads the signed tokens in the unsubscribe links.
 *
 * <p>Why signed tokens and no table: a link must work years later, on any server, and must not say
 * whom it is about.
 *
 * <p>Who may call: the wiring and the web floor. The key to understanding it is the end of DATA:
 * until the server has answered to it, nothing was taken; if the connection breaks there, we can't
 * know.
 *
 * <p>[1] RFC 5321 https://www.rfc-editor.org/rfc/rfc5321 [2] RFC 8058
 * https://www.rfc-editor.org/rfc/rfc8058
 */
@NullMarked
package io.heyue.app.channel.mail;

import org.jspecify.annotations.NullMarked;
