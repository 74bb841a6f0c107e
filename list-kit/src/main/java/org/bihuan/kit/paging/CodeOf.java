package org.bihuan.kit.paging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The query parameter names codes of this list. An alias arrives as the code it stands for, and
 * what the list does not have is a fault.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface CodeOf {
  Class<? extends CodeList> value();
}
