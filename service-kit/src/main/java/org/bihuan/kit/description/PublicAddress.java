package org.bihuan.kit.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Names the server of the description when {@code bihuan.public-address} says where clients reach
 * it. Without it the description speaks of wherever it was read from, which is right unless another
 * origin shows it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class PublicAddress implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI description) {
    ConfigProvider.getConfig()
        .getOptionalValue("bihuan.public-address", String.class)
        .ifPresent(address -> description.setServers(List.of(DescribedWhole.server(address))));
  }
}
