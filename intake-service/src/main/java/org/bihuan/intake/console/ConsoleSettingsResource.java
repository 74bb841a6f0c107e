package org.bihuan.intake.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.intake.reading.Peers;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What differs for the console from one installation to the next; its files do not. */
@Path("/console/config.json")
@PermitAll
public class ConsoleSettingsResource {

  private final ConsoleSettingsView settings;

  ConsoleSettingsResource(ConsoleConfig config, Peers peers) {
    this.settings = ConsoleSettingsView.of(config, peers);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readConsoleSettings", hidden = true)
  public ConsoleSettingsView read() {
    return settings;
  }
}
