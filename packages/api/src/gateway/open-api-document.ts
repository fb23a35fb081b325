import { appRouter } from "../app-router.ts";
import type { GatewayOptions } from "./options.ts";

/** The OpenAPI 3.1 document of every procedure that has a route. */
export async function openApiDocument(options: Pick<GatewayOptions, "ctx" | "version">): Promise<object> {
  const { generateOpenApiDocument } = await import("trpc-to-openapi");
  return generateOpenApiDocument(appRouter, {
    title: "Kubin",
    description:
      "Snapshots of Kubernetes clusters: upload, explore, search. Errors carry a code and a sentence; `data.kubin.code` is the stable one.",
    version: options.version,
    baseUrl: `${options.ctx.settings.publicUrl}/api/v1`,
    securitySchemes: {
      link: { type: "apiKey", in: "header", name: "x-kubin-link", description: "The token of a link, `/s/{token}`" },
      ticket: { type: "apiKey", in: "header", name: "x-kubin-ticket", description: "The ticket of one upload" },
    },
  });
}
