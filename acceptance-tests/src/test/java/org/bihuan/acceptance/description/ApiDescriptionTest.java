package org.bihuan.acceptance.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiDescriptionTest {

  /**
   * Clients are built from the stored description: whoever changes it sees the change, with
   * -Dopenapi.update=true.
   */
  @ParameterizedTest
  @EnumSource
  void a_service_describes_itself_as_stored(ServiceName service) throws IOException {
    String address = RunningStack.get().service(service).address();
    String described =
        RestAssured.given()
            .baseUri(address)
            .get("/q/openapi?format=yaml")
            .asString()
            .replace(address, "/");
    Path stored =
        Layout.ofTests().root().resolve("docs/openapi").resolve(service.module() + ".yaml");
    if (Boolean.getBoolean("openapi.update")) {
      Files.writeString(stored, described);
    }
    assertTrue(Files.exists(stored), "no description stored at " + stored);
    assertEquals(Files.readString(stored), described);
  }
}
