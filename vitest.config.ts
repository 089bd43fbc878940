import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

const pure = { environment: "node" as const, pool: "threads" as const };
const real = {
  environment: "node" as const,
  pool: "forks" as const,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  globalSetup: ["tests/database.setup.ts"],
};

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          ...pure,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "domain",
          include: ["app/{domain,i18n,ui,platform}/**/*.test.{ts,tsx}"],
          ...pure,
          // Properties run as long as their counts ask for, on a machine that others use too.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "adapters",
          include: ["app/adapters/**/*.test.ts", "tests/golden/**/*.test.ts"],
          environment: "node" as const,
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: "services", include: ["tests/services/**/*.test.ts"], ...real } },
      { extends: true, test: { name: "routes", include: ["tests/routes/**/*.test.ts"], ...real } },
      {
        extends: true,
        test: {
          name: "external",
          include: ["tests/external/**/*.test.ts"],
          ...real,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          ...real,
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
    maxWorkers: 2,
  },
});
