import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '@plugboard/testing/chromium'

/** Not the port of the journeys: both can run at once. */
const PORT = 4174

export default defineConfig({
  testDir: '.',
  testMatch: '*.visual.ts',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  outputDir: '../test-results/visual',
  fullyParallel: true,
  reporter: [['list']],
  // No test waits for a clock on purpose; this is for machines that are busy with something else.
  timeout: 120_000,
  expect: {
    timeout: 15_000,
    toHaveScreenshot: { stylePath: './measured.css', animations: 'disabled', maxDiffPixelRatio: 0.002 },
  },
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: chromiumLaunchOptions(),
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  },
  webServer: {
    command: `pnpm exec vite preview --port ${PORT} --strictPort`,
    cwd: '..',
    url: `http://localhost:${PORT}`,
    reuseExistingServer: false,
  },
})
