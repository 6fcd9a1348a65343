/**
 * What the law allows: rules as data with their dates, articles and values, and the evaluation of
 * them against facts. No value of any rule stands in Java.
 *
 * <p>The key to understanding it is {@link io.heyue.core.law.RuleForm}: few general forms, of which
 * every rule of every place is an instance.
 */
@NullMarked
package io.heyue.core.law;

import org.jspecify.annotations.NullMarked;
