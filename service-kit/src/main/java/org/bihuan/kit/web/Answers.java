package org.bihuan.kit.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.PreconditionFailed;

/**
 * Successful answers with the headers the contract promises: entity tags, locations, links to the
 * next page.
 */
@ApplicationScoped
public class Answers {

  private final Request request;
  private final UriInfo uri;

  Answers(Request request, UriInfo uri) {
    this.request = request;
    this.uri = uri;
  }

  /**
   * One record: 200 with its entity tag, or 304 when the caller has this very rendition.
   *
   * @param version version of the record, which {@code If-Match} is compared with
   * @throws PreconditionFailed {@code stale-version} when the caller wants another version than
   *     this
   */
  public Response one(Object view, long version) {
    EntityTag tag = tag(view, version);
    Response.ResponseBuilder unmet = request.evaluatePreconditions(tag);
    if (unmet == null) {
      return Response.ok(view, MediaType.APPLICATION_JSON).tag(tag).build();
    }
    Response response = unmet.build();
    if (response.getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
      // The framework would answer without a word.
      throw new PreconditionFailed("stale-version");
    }
    return response;
  }

  /** The record after an action: 200 with its new entity tag. */
  public Response acted(Object view, long version) {
    return Response.ok(view, MediaType.APPLICATION_JSON).tag(tag(view, version)).build();
  }

  /** A new record: 201 with its location, {@code path} being relative to the service's root. */
  public Response created(String path, Object view, long version) {
    URI location = UriBuilder.fromUri(uri.getBaseUri()).path(path).build();
    return Response.created(location)
        .entity(view)
        .type(MediaType.APPLICATION_JSON)
        .tag(tag(view, version))
        .build();
  }

  /** A page of a list, with a link to the next one after RFC 8288. */
  public Response page(Page<?> page) {
    Response.ResponseBuilder response = Response.ok(page, MediaType.APPLICATION_JSON);
    if (page.nextCursor() != null) {
      URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.nextCursor()).build();
      response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    return response.build();
  }

  /**
   * Entity tag: the version first, for {@code If-Match}; then what else the rendition depends on:
   * the caller and the hour.
   */
  public static EntityTag tag(Object view, long version) {
    return new EntityTag(version + "." + Integer.toHexString(view.toString().hashCode()));
  }
}
