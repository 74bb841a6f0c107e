package org.bihuan.kit.security;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation open to everybody, of which one network address may ask only so often without a
 * login, and as often each of those for whom nobody vouches: each request counts, also one that is
 * refused for what it says.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimitedWithoutLogin {

  /** Code of the refusal (429). */
  String value();
}
