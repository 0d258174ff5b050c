/** Build of the web app: static files the studio server hands out under a strict CSP. */
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env["KLANGWERK_DEV_SERVER"] ?? "http://127.0.0.1:8000";

export default defineConfig({
  base: "/",
  plugins: [react()],
  resolve: { alias: { "@": here("src"), "@dsp": here("../src/klangwerk/dsp/wasm") } },
  build: {
    outDir: here("../src/klangwerk/studio/webapp"),
    emptyOutDir: true,
    assetsInlineLimit: 0, // data: URLs would need holes in the CSP
    modulePreload: { polyfill: false },
    target: "es2022",
    sourcemap: false,
    reportCompressedSize: true,
  },
  server: {
    proxy: {
      "/api": server,
      "/media": server,
      "/sign-in": server,
      "/admin": server,
      "/ws": { target: server, ws: true },
    },
  },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
});
