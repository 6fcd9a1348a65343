/**
 * What borrowers see, and what gateways reach.
 *
 * <p>What: a personal link opens {@code ChatPage}; the conversation goes on over {@code
 * ChatSocket}; {@code VerifyPage} says whether a contact is genuine; {@code OptOutPage} takes an
 * unsubscribe.
 *
 * <p>Why opening asks for a click: messengers and mail scanners fetch every link that they see, and
 * a link works once.
 *
 * <p>Who may call: the web floor. The key to understanding it is that nothing here decides
 * anything: every word goes to the desk of the engine, every answer comes from it.
 */
@NullMarked
package io.heyue.app.chat;

import org.jspecify.annotations.NullMarked;
