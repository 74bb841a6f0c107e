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
import java.util.function.Function;
import org.bihuan.kit.export.ListExport;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.PreconditionFailed;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Successful answers with the headers the contract promises: entity tags, locations, links to the
 * next page.
 */
@ApplicationScoped
public class Answers {

  private final Request request;
  private final UriInfo uri;
  private final ListExport export;

  Answers(Request request, UriInfo uri, ListExport export) {
    this.request = request;
    this.uri = uri;
    this.export = export;
  }

  /**
   * One record: 200 with its entity tag, or 304 when the caller has this very rendition.
   *
   * @throws PreconditionFailed {@code stale-version} when the caller wants another version than
   *     this
   */
  public <V extends Versioned> RestResponse<V> one(V view) {
    return unlessKnown(view, tag(view)).build();
  }

  /**
   * The same answer for everybody, often a list: 200 with its entity tag, or 304 when the caller
   * has this very rendition.
   *
   * @param keep how long browsers and proxies may keep it, as {@code Cache-Control} says it
   */
  public <V> RestResponse<V> kept(V view, String keep) {
    return unlessKnown(view, tag(view, 0)).header(HttpHeaders.CACHE_CONTROL, keep).build();
  }

  /** The record after an action: 200 with its new entity tag. */
  public <V extends Versioned> RestResponse<V> acted(V view) {
    return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON).tag(tag(view)).build();
  }

  /** A new record: 201 with its location, {@code path} being relative to the service's root. */
  public <V extends Versioned> RestResponse<V> created(String path, V view) {
    URI location = UriBuilder.fromUri(uri.getBaseUri()).path(path).build();
    return ResponseBuilder.create(RestResponse.Status.CREATED, view)
        .location(location)
        .type(MediaType.APPLICATION_JSON)
        .tag(tag(view))
        .build();
  }

  /**
   * A page of a list, with a link to the next one after RFC 8288; or all its rows as a sheet, when
   * the caller accepts that rather than JSON.
   *
   * @param pages reads one page, in a transaction of its own
   */
  public <F extends PageRequest, V> RestResponse<Page<V>> page(
      F filter, Function<F, Page<V>> pages) {
    return export
        .askedFor()
        .map(form -> export.of(filter, pages, form))
        .orElseGet(() -> page(pages.apply(filter), Function.identity()));
  }

  /**
   * The same where the answer says more than its rows; as a sheet there are the rows alone.
   *
   * @param row view of a row
   * @param around the answer with a page in it
   */
  public <F extends PageRequest, V, A> RestResponse<A> page(
      F filter, Function<F, Page<V>> pages, Class<V> row, Function<Page<V>, A> around) {
    return export
        .askedFor()
        .<RestResponse<A>>map(form -> export.of(filter, pages, form, row))
        .orElseGet(() -> page(pages.apply(filter), around));
  }

  private <V, A> RestResponse<A> page(Page<V> page, Function<Page<V>, A> around) {
    ResponseBuilder<A> response =
        ResponseBuilder.ok(around.apply(page), MediaType.APPLICATION_JSON);
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
  public static EntityTag tag(Versioned view) {
    return tag(view, view.version());
  }

  private static EntityTag tag(Object view, long version) {
    return new EntityTag(version + "." + Integer.toHexString(view.toString().hashCode()));
  }

  private <V> ResponseBuilder<V> unlessKnown(V view, EntityTag tag) {
    Response.ResponseBuilder unmet = request.evaluatePreconditions(tag);
    if (unmet == null) {
      return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON).tag(tag);
    }
    if (unmet.build().getStatus() == RestResponse.StatusCode.PRECONDITION_FAILED) {
      // The framework would answer without a word.
      throw new PreconditionFailed("stale-version");
    }
    return ResponseBuilder.notModified(tag);
  }
}
