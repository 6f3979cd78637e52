import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

// The oldest page engine Kith meets is WebKitGTK 2.40, which is Safari 16.4.
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), mode === "test" && svelteTesting()],
  base: "./",
  build: {
    target: "safari16.4",
    outDir: "dist",
    emptyOutDir: true,
    // The content security policy lets no data: scripts or fonts in.
    assetsInlineLimit: 0,
    // The files of a view are asked for at once, not one after the other.
    modulePreload: { polyfill: false },
    // One file: in which order views are opened changes nothing in how they look.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 30_000,
  },
}));
