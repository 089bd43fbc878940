import { z } from "zod";
import { REFUSALS } from "~/domain/result";
import { shapeOf } from "./command.server";
import type { Deps } from "./deps.server";
import { isFileQuery } from "./query.server";
import { THINGS, VERBS } from "./verbs.server";

const asJson = (shape: z.ZodType) => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" });
  return schema;
};

const answer = (description: string, schema: object = { $ref: "#/components/schemas/Refusal" }) => ({
  description,
  content: { "application/json": { schema } },
});
/** Any media type: which one it is stands in Content-Type, the file's name in Content-Disposition. */
const FILE = { description: "The file's bytes", content: { "application/octet-stream": {} } };
const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  schema: { type: "string", maxLength: 200 },
};
const REFUSED = {
  "401": answer("No bearer token, or one that is not valid"),
  "403": answer("Related to the case, but without the ability"),
  "404": answer("Not there, or not for this caller"),
  "409": answer("Refused, with the reason"),
  "422": answer("Malformed, with codes by field"),
};

/** OpenAPI 3.1 of everything the API does, made from the shapes that the forms use. */
export function openApi(deps: Deps): object {
  const now = deps.clock.now();
  const commands = Object.fromEntries(
    VERBS.map((verb) => [
      `/api/v1/commands/${verb.name}`,
      {
        post: {
          operationId: verb.name,
          tags: ["commands"],
          security: [{ bearer: [] }],
          parameters: verb.answersSecret ? [] : [IDEMPOTENCY_KEY],
          requestBody: {
            required: true,
            content: { "application/json": { schema: asJson(shapeOf(verb, now)) } },
          },
          responses: {
            "200": answer("Done", {
              type: "object",
              required: ["ok"],
              properties: { ok: { const: true } },
              additionalProperties: true,
            }),
            ...REFUSED,
          },
        },
      },
    ]),
  );
  const lists = Object.fromEntries(
    Object.entries(THINGS).map(([name, query]) => {
      const shape = asJson(query.input) as { properties?: Record<string, object>; required?: string[] };
      return [
        `/api/v1/${name}`,
        {
          get: {
            operationId: `${isFileQuery(query) ? "file" : "list"}-${name}`,
            tags: [isFileQuery(query) ? "files" : "lists"],
            security: [{ bearer: [] }],
            parameters: Object.entries(shape.properties ?? {}).map(([key, schema]) => ({
              name: key,
              in: "query",
              required: shape.required?.includes(key) ?? false,
              schema,
            })),
            responses: {
              "200": isFileQuery(query)
                ? FILE
                : answer("A page of the list", {
                    type: "object",
                    properties: { ok: { const: true }, data: { type: "object", additionalProperties: true } },
                  }),
              ...REFUSED,
            },
          },
        },
      ];
    }),
  );
  return {
    openapi: "3.1.0",
    info: { title: "Tiaosu 多元调解与速裁", version: "1.0.0", license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: deps.publicUrl }],
    paths: {
      ...commands,
      ...lists,
      "/api/v1/files": {
        post: {
          operationId: "upload-file",
          tags: ["files"],
          security: [{ bearer: [] }],
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  required: ["file"],
                  properties: {
                    file: { type: "string", contentMediaType: "application/octet-stream" },
                    caseId: { type: "string", format: "uuid" },
                  },
                },
              },
            },
          },
          responses: {
            "200": answer("Stored", {
              type: "object",
              properties: { ok: { const: true }, fileId: { type: "string", format: "uuid" } },
            }),
            ...REFUSED,
          },
        },
      },
      "/api/v1/inbound-mail": {
        post: {
          operationId: "inbound-mail",
          tags: ["mail"],
          security: [{ bearer: [] }],
          requestBody: {
            required: true,
            content: { "message/rfc822": { schema: { type: "string", contentMediaType: "message/rfc822" } } },
          },
          responses: {
            "200": answer("What became of the message", {
              type: "object",
              properties: { ok: { const: true }, outcome: { type: "string" }, detail: { type: "string" } },
            }),
            ...REFUSED,
          },
        },
      },
      "/api/v1/files/{id}": {
        get: {
          operationId: "read-file",
          tags: ["files"],
          security: [{ bearer: [] }],
          parameters: [
            { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } },
          ],
          responses: {
            "200": FILE,
            "401": REFUSED["401"],
            "404": REFUSED["404"],
          },
        },
      },
    },
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: {
        Refusal: {
          type: "object",
          required: ["ok", "refusal"],
          properties: {
            ok: { const: false },
            refusal: { enum: [...REFUSALS] },
            fields: { type: "object", additionalProperties: { type: "array", items: { type: "string" } } },
            params: { type: "object", additionalProperties: true },
          },
        },
      },
    },
  };
}
