/** What came of asking. Cases are the first list of objects in the answer, because the query may be any. */
export type AgencyAnswer =
  | { readonly kind: "cases"; readonly cases: readonly unknown[]; readonly data: unknown }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "unreachable" }
  | { readonly kind: "key missing" }
  | { readonly kind: "no address" };

/** Asks the product's partner door as an agency does: the key as a bearer, one GraphQL query. */
export async function askProduct({
  endpoint,
  key,
  query,
}: {
  endpoint: string;
  key: string;
  query: string;
}): Promise<AgencyAnswer> {
  if (!key) return { kind: "key missing" };
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint)) return { kind: "no address" };
  if (!/^[\x21-\x7e]+$/.test(key)) return { kind: "refused", detail: "401" };
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", Authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
    redirect: "manual",
    signal: AbortSignal.timeout(15_000),
  }).catch(() => undefined);
  if (!response) return { kind: "unreachable" };
  const body = (await response.json().catch(() => null)) as { data?: unknown; errors?: { message?: unknown }[] } | null;
  const faults = Array.isArray(body?.errors) ? body.errors.map((fault) => String(fault?.message ?? "")).join("; ") : "";
  if (!body?.data || faults)
    return { kind: "refused", detail: `${response.status}${faults ? ` ${faults.slice(0, 300)}` : ""}` };
  return { kind: "cases", cases: firstList(body.data), data: body.data };
}

function firstList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.filter(isRecord).map((edge) => ("node" in edge ? edge.node : edge));
  if (!isRecord(value)) return [];
  for (const one of Object.values(value)) {
    const list = firstList(one);
    if (list.length > 0) return list;
  }
  return [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
