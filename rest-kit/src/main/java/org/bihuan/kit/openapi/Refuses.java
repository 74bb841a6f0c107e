package org.bihuan.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When an operation refuses, where its words are more than those that every operation shares. It
 * stands in for {@code @APIResponse}, any one of which would keep the success from being described
 * by the type that the method returns.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Refuses.All.class)
public @interface Refuses {

  /** Status of the answer. */
  int status();

  /** The reasons; codes of refusals in brackets, such as {@code (own-unit)}, become examples. */
  String when();

  /** All that a method says. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    Refuses[] value();
  }
}
