package org.bihuan.inspection.fieldwork;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What an inspection came to, 1 to 4000 characters.
 *
 * @param summary the conclusion, 1 to 4000 characters
 */
public record Conclusion(@NotBlank @Size(max = 4000) String summary) {}
