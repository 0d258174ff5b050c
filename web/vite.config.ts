/** Build of the web app: static files the studio server hands out under a strict CSP. */
import react from "@vitejs/plugin-react";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env["KLANGWERK_DEV_SERVER"] ?? "http://127.0.0.1:8000";

/** Puts a compressed copy beside each file that gets smaller by it; the server hands it to browsers that take it. */
const compressed = (folder: string) => ({
  name: "compressed",
  apply: "build" as const,
  closeBundle() {
    for (const name of readdirSync(folder).filter((each) => /\.(js|css|json|svg|wasm)$/.test(each))) {
      const content = readFileSync(join(folder, name));
      for (const [ending, smaller] of [["gz", gzipSync(content, { level: 9 })], ["br", brotliCompressSync(content)]] as const) {
        if (smaller.length < 0.9 * content.length) writeFileSync(join(folder, `${name}.${ending}`), smaller);
      }
    }
  },
});

const target = here("../src/klangwerk/studio/webapp");

export default defineConfig({
  base: "/",
  plugins: [react(), compressed(join(target, "assets"))],
  resolve: { alias: { "@": here("src"), "@dsp": here("../src/klangwerk/dsp/wasm") } },
  build: {
    outDir: target,
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
      "/sounds": server,
      "/sign-in": server,
      "/admin": server,
      "/ws": { target: server, ws: true },
    },
  },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
});
