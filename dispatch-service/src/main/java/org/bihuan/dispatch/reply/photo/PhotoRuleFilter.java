package org.bihuan.dispatch.reply.photo;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which photo rules are asked for. */
public class PhotoRuleFilter extends PageRequest {

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  Criteria criteria() {
    return new Criteria().in("categoryCode", categoryCode);
  }
}
