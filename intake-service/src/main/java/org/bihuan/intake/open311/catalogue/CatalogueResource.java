package org.bihuan.intake.open311.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.bihuan.intake.open311.wire.Open311;
import org.bihuan.intake.open311.wire.Open311Error;
import org.bihuan.intake.open311.wire.QueryText;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.web.OtherStandard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Discovery of Open311, and what can be reported by it. */
@Path(Open311.ROOT)
@Produces({Open311.JSON, Open311.XML})
@OtherStandard(error = Open311Error.class)
@Tag(name = "open311", description = "Open311 GeoReport v2, in XML and JSON by the suffix")
@PermitAll
public class CatalogueResource {

  private final DiscoveryDesk discovery;
  private final ServiceCatalogue catalogue;
  private final HttpHeaders headers;

  CatalogueResource(DiscoveryDesk discovery, ServiceCatalogue catalogue, HttpHeaders headers) {
    this.discovery = discovery;
    this.catalogue = catalogue;
    this.headers = headers;
  }

  @GET
  @Path("/discovery.{format: xml|json}")
  @Operation(
      operationId = "discoverOpen311",
      summary = "Where and how Open311 is spoken here",
      description =
          "After the service discovery of Open311. Needs no key. `changeset` moves when a service"
              + " or definition does.")
  public DiscoveryView discover() {
    return discovery.discovery();
  }

  @GET
  @Path("/services.{format: xml|json}")
  @Operation(
      operationId = "listOpen311Services",
      summary = "What can be reported",
      description =
          "GeoReport v2, GET Service List: the categories in use. Names follow Accept-Language.")
  @Refuses(status = 404, when = "There is no such jurisdiction (jurisdiction-not-found)")
  public List<ServiceView> services(@BeanParam QueryText query) {
    catalogue.checkJurisdiction(query.jurisdiction());
    return catalogue.services(language());
  }

  @GET
  @Path("/services/{code: [^/.]+}.{format: xml|json}")
  @Operation(
      operationId = "getOpen311Service",
      summary = "What a request for a service can say",
      description =
          "GeoReport v2, GET Service Definition: the sub-district can be chosen for every service,"
              + " and need not.")
  @Refuses(
      status = 404,
      when = "There is no such service or jurisdiction (service-not-found, jurisdiction-not-found)")
  public ServiceDefinitionView definition(
      @Parameter(description = "Code of the service") @PathParam("code") String code,
      @BeanParam QueryText query) {
    catalogue.checkJurisdiction(query.jurisdiction());
    return catalogue.definition(code, language());
  }

  private Locale language() {
    return Messages.locale(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
