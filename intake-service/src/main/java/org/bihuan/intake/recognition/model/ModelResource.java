package org.bihuan.intake.recognition.model;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Models by which messages are recognised. */
@Path("/api/v1/recognition-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recognition-models", description = "What recognises messages, and how well")
@RolesAllowed(Role.ADMIN)
public class ModelResource {

  private final ModelDesk desk;

  ModelResource(ModelDesk desk) {
    this.desk = desk;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.SPECIAL_TEAM})
  @Operation(
      operationId = "listRecognitionModels",
      summary = "Models trained here, newest first",
      description =
          "With their figures on messages they have not learned from. When none is in force the one"
              + " shipped with the reference data is.")
  public List<ModelView> list() {
    return desk.list();
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @ResponseStatus(201)
  @Operation(
      operationId = "trainRecognitionModel",
      summary = "Train a model from labelled messages and what clerks decided",
      description =
          "Learns from messages before `heldOutFrom`, measures with those from then on, and"
              + " compares with the model in force. A worse one is kept but not put in force. The"
              + " messages are not kept. Takes about ten seconds for a thousand messages. Not"
              + " repeatable by `Idempotency-Key`: it would hold a transaction for as long.")
  @Refuses(status = 409, when = "This replica is training one already (training-running)")
  @Refuses(
      status = 422,
      when =
          "Fewer than 50 of ours or of other bodies on one side of the day, fewer than 50 with an"
              + " intent before it, or no word that several of these share (too-few-lessons)")
  public RestResponse<ModelView> train(NewModel request) {
    ModelView trained = desk.train(request);
    URI content = URI.create("/api/v1/recognition-models/" + trained.version() + "/content");
    return ResponseBuilder.<ModelView>created(content)
        .entity(trained)
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  @POST
  @Path("/{version}/activation")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "activateRecognitionModel",
      summary = "Put a model in force again",
      description =
          "Whatever its figures; the one shipped with the reference data too. Replicas follow"
              + " within ten seconds or so. Answers with all models as they are then.")
  public List<ModelView> activate(@PathParam("version") String version) {
    desk.putInForce(version);
    return desk.list();
  }

  @GET
  @Path("/{version}/content")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "downloadRecognitionModel",
      summary = "The model as a file",
      description =
          "Zipped lines of text, which can stand as `recognition-model.gz` beside the reference"
              + " data of a district. It holds single characters, pairs and words with weights, no"
              + " message.")
  public byte[] content(@PathParam("version") String version) {
    return desk.content(version);
  }
}
