import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["dist/", "node_modules/", "**/*.gen.*"] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  // Prettier alone decides the form.
  ...svelte.configs.prettier,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      "svelte/prefer-const": "error",
      // A map or set here is replaced as a whole ($state.raw), never changed in place.
      "svelte/prefer-svelte-reactivity": "off",
      // {" "} keeps a space that the compiler would trim.
      "svelte/no-useless-mustaches": "off",
      // Named beside another snippet, the content is easier to find.
      "svelte/no-useless-children-snippet": "off",
    },
  },
  {
    files: ["**/*.ts", "**/*.svelte"],
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    // With types, where reading them is quick: a component takes its types through the compiler.
    files: ["src/**/*.ts", "tests/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
);
