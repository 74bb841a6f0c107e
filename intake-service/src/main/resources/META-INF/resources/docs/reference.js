// All three services on one page. Nothing is loaded from elsewhere: no fonts, no proxy, no telemetry.
Scalar.createApiReference("#reference", {
  sources: [
    { title: "intake-service", slug: "intake", url: "/q/openapi", default: true },
    { title: "dispatch-service", slug: "dispatch", url: "/docs/openapi/dispatch" },
    { title: "inspection-service", slug: "inspection", url: "/docs/openapi/inspection" },
  ],
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: "never",
});
