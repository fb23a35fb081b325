import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";

export default defineConfig({
  // Packed once, here, instead of on each request.
  plugins: [react(), compression({ include: /\.(js|css)$/, algorithms: ["gzip", "brotliCompress"] })],
  resolve: { conditions: ["@kubin/source", ...defaultClientConditions] },
  // The gateway puts a fresh nonce in its place on each request.
  html: { cspNonce: "__KUBIN_CSP_NONCE__" },
  build: {
    target: "es2022",
    reportCompressedSize: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What many parts share comes as one file: forty files of a kilobyte cost more than they spare.
      output: { codeSplitting: { groups: [{ name: "common", minShareCount: 4 }] } },
    },
  },
});
