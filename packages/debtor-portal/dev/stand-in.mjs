// A stand-in for the API, to look at every page of the built portal without a database: `node dev/stand-in.mjs`, then open
// http://localhost:4010/portal/l/TOKEN, where TOKEN names a story of stories.mjs. It keeps nothing and checks nothing.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { answerOf } from "./stories.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const dist = join(here, "dist");
const documents = JSON.parse(readFileSync(join(here, "persisted-documents.json"), "utf8"));
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8", ".json": "application/json" };
/** The policy a portal page could have if nothing else shared its server. */
const POLICY = "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const story = /portal-story=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
  response.setHeader("content-security-policy", POLICY);
  response.setHeader("referrer-policy", "no-referrer");
  if (request.method === "POST" && pathname === "/portal/graphql") {
    const { documentId, query, variables } = JSON.parse(await bodyOf(request));
    const text = query ?? documents[documentId] ?? "";
    const operation = /(?:query|mutation) (\w+)/.exec(text)?.[1];
    const answer = operation ? answerOf(operation, variables ?? {}, story) : { errors: [{ extensions: { code: "BAD_REQUEST" } }] };
    if (answer.session === null) response.setHeader("set-cookie", "portal-story=; Path=/; Max-Age=0");
    return send(response, 200, answer);
  }
  const link = /^\/portal\/l\/([^/]+)$/.exec(pathname);
  if (request.method === "POST" && link) {
    if (request.headers["x-tegemoet"] !== "portal") return send(response, 403, {});
    if (link[1].startsWith("old")) return send(response, 404, { code: "LINK_INVALID", details: {} });
    response.setHeader("set-cookie", `portal-story=${link[1]}; Path=/; HttpOnly; SameSite=Lax`);
    return response.writeHead(204).end();
  }
  const file = normalize(join(dist, pathname.replace(/^\/portal/, "")));
  const found = file.startsWith(dist) && extname(file) && existsSync(file) ? file : join(dist, "index.html");
  response.setHeader("content-type", TYPES[extname(found)] ?? "application/octet-stream");
  createReadStream(found).pipe(response);
});

async function bodyOf(request) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

function send(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

const port = Number(process.env.PORT ?? 4010);
server.listen(port, () => console.log(`http://localhost:${port}/portal/l/two`));
