package org.bihuan.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that creates or acts. When the caller sends {@code Idempotency-Key}, the
 * method runs once: its answer is stored in the transaction of its effect and given again to every
 * repetition. A method whose effect shares a transaction with other requests uses {@link
 * RequestKey} and {@link StoredAnswers} itself.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface IdempotentRequest {

  /**
   * How long its transaction may last, in seconds, with a key or without one; 0 for the usual time.
   */
  @Nonbinding
  int seconds() default 0;
}
