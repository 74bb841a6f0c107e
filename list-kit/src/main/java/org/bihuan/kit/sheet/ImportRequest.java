package org.bihuan.kit.sheet;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.bihuan.kit.refusal.Messages;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that every import takes. */
public class ImportRequest {

  @Parameter(description = "true to be told what would happen and what is wrong, row by row")
  @QueryParam("dryRun")
  Boolean dryRun;

  @Context HttpHeaders headers;

  boolean isDryRun() {
    return Boolean.TRUE.equals(dryRun);
  }

  Locale language() {
    return Messages.locale(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
