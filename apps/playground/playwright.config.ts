import { defineConfig, devices } from '@playwright/test'
import { chromiumLaunchOptions } from '@plugboard/testing/chromium'

/** Tests whose titles carry this tag are of phones too. */
const PHONE = /@phone/

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  // Each waits for its VMs and its axe most of the time: two at once take little more than one.
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  // No test waits for a clock on purpose; this is for machines that are busy with something else.
  timeout: 60_000,
  expect: {
    timeout: 15_000,
    // What is on record about a kind of node is the same on every device.
    toMatchAriaSnapshot: { pathTemplate: '{testDir}/{testFileDir}/{testFileName}-snapshots/{arg}{ext}' },
  },
  use: {
    baseURL: 'http://localhost:4173',
    launchOptions: chromiumLaunchOptions(),
    // Off: to record one costs more than the test itself. `--trace on` for one that is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    // It would answer in place of the routes of a test, and fill its cache in every one of them: one spec is about it.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'desktop', use: devices['Desktop Chrome'] },
    { name: 'Pixel 7', use: devices['Pixel 7'], grep: PHONE },
    { name: 'phone of 390 px', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }, grep: PHONE },
  ],
  webServer: { command: 'pnpm run preview', url: 'http://localhost:4173', reuseExistingServer: false },
})
