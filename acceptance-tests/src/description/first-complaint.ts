// The first complaint of the README, to its write-off, through the generated types alone: what the descriptions do not
// say does not compile.
import createClient from "openapi-fetch";
import type { paths as Dispatch } from "./generated/dispatch-service.js";
import type { paths as Inspection } from "./generated/inspection-service.js";
import type { paths as Intake } from "./generated/intake-service.js";

const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};
const as = (token: string) => ({ headers: { Authorization: `Bearer ${setting(token)}` } });

// Lists are sheets as well; this client reads JSON alone.
const intake = createClient<Intake, "application/json">({ baseUrl: setting("INTAKE") });
const dispatch = createClient<Dispatch, "application/json">({ baseUrl: setting("DISPATCH") });
const inspection = createClient<Inspection, "application/json">({ baseUrl: setting("INSPECTION") });

/** Asks until there is an answer, at most half a minute. */
async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`still no ${what}`);
}

function given<T>(what: string, answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) throw new Error(`${what}: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

const complaint = given(
  "complaint",
  await intake.POST("/api/v1/complaints", {
    ...as("CHANNEL_CLERK"),
    body: {
      channel: "HOTLINE_12319",
      text: "台东街道示例路 12 号 3 单元楼顶漏雨, 已一周无人处理",
      categoryCode: "ROOF_LEAK",
      location: { address: "示例路 12 号", subdistrictCode: "370203021" },
    },
  }),
);
const problemId = complaint.problemId;
if (problemId === null) throw new Error("no problem was made of the complaint");

const item = await eventually("order item", async () => {
  const page = given(
    "order items",
    await dispatch.GET("/api/v1/order-items", {
      ...as("SPECIAL_TEAM"),
      params: { query: { problemId, status: ["ISSUED"] } },
    }),
  );
  return page.items[0];
});
const onItem = { ...as("UNIT_HANDLER"), params: { path: { id: item.id } } };
given(
  "acknowledgement",
  await dispatch.POST("/api/v1/order-items/{id}/acknowledgement", {
    ...onItem,
    body: { responsiblePerson: "维修科值班员" },
  }),
);
const reply = given(
  "reply",
  await dispatch.POST("/api/v1/order-items/{id}/replies", {
    ...onItem,
    body: {
      kind: "FINAL",
      cause: "屋面防水层老化开裂",
      measures: "铲除旧防水层, 重做两道防水, 清理落水口",
      resultSummary: "闭水试验 24 小时无渗漏",
    },
  }),
);
given(
  "review",
  await dispatch.POST("/api/v1/order-items/{id}/replies/{replyId}/review", {
    ...as("SPECIAL_TEAM"),
    params: { path: { id: item.id, replyId: reply.id } },
    body: { decision: "ACCEPTED" },
  }),
);

const recheck = await eventually("re-check", async () => {
  const page = given(
    "re-checks",
    await inspection.GET("/api/v1/rechecks", {
      ...as("INSPECTOR"),
      params: { query: { problemId: [problemId] } },
    }),
  );
  return page.items[0];
});
given(
  "outcome",
  await inspection.POST("/api/v1/rechecks/{id}/outcome", {
    ...as("INSPECTOR"),
    params: { path: { id: recheck.id } },
    body: { outcome: "PASSED", note: "现场查看, 顶层住户证实不再漏雨" },
  }),
);

const tracked = await eventually("write-off", async () => {
  const answer = given(
    "tracked complaint",
    await intake.GET("/api/v1/public/complaints/{trackingCode}", {
      params: { path: { trackingCode: complaint.trackingCode ?? "" } },
    }),
  );
  return answer.status === "WRITTEN_OFF" ? answer : undefined;
});
console.log(`${tracked.serial} ${tracked.status}`);
