package org.bihuan.acceptance.api;

/** One line of a request's head. */
public record Header(String name, String value) {}
