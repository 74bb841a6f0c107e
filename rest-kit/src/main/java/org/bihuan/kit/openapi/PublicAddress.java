package org.bihuan.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Names the server of the description, {@code bihuan.public-address} says where clients reach it,
 * and the provider of its tokens, {@code mp.jwt.verify.issuer}. A relative address would lead
 * elsewhere when a page of another origin shows the description.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class PublicAddress implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI description) {
    String address = ConfigProvider.getConfig().getValue("bihuan.public-address", String.class);
    description.getServers().get(0).setUrl(address);
    String issuer = ConfigProvider.getConfig().getValue("mp.jwt.verify.issuer", String.class);
    description
        .getComponents()
        .getSecuritySchemes()
        .get(SecurityFilter.PROVIDER)
        .setOpenIdConnectUrl(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }
}
