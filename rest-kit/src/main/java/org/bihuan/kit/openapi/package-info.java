/** What the API descriptions of all services have in common, beside {@code openapi.yaml}. */
@OpenAPIDefinition(
    info = @Info(title = "", version = ""),
    components =
        @Components(schemas = @Schema(name = "Problem", implementation = ProblemDetail.class)))
package org.bihuan.kit.openapi;

import org.bihuan.kit.web.ProblemDetail;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
