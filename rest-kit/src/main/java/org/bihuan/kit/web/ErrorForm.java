package org.bihuan.kit.web;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How refusals are written where another standard says so, below an address of its own: there they
 * are no problems of RFC 9457, whoever refuses.
 */
public interface ErrorForm {

  /** Whether what is asked at {@code path} is answered in this form. */
  boolean isFor(String path);

  /**
   * The same refusal in this form.
   *
   * @param problem the members of the problem that it would be elsewhere
   * @param path what was asked for
   */
  Written write(JsonNode problem, String path);

  /**
   * A refusal as it goes out.
   *
   * @param status the standard may know fewer of them than HTTP
   * @param mediaType with its character set
   */
  record Written(int status, String mediaType, String body) {}
}
