package org.bihuan.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource that speaks by a standard of others: it reads its query itself, the end of an address,
 * {@code .{format: xml|json}}, says in which form it answers, and what it refuses has an {@link
 * ErrorForm}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OtherStandard {

  /** What a refusal is a list of, in JSON; in XML the same. */
  Class<?> error();
}
