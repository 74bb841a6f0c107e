package org.bihuan.kit.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer that is a sheet, made while it is sent.
 *
 * @param content writes it
 */
record SheetBody(Content content) {

  interface Content {
    void writeTo(OutputStream output) throws IOException;
  }
}
