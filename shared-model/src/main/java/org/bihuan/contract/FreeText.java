package org.bihuan.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text in somebody's own words, which may hold a number that leads to a person. Such
 * numbers are masked in it whenever an event is written, and in every answer but those to the roles
 * that take complaints and decide about them (ADR 0023). What is kept stays as it was written.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface FreeText {}
