import { defineConfig, devices } from '@playwright/test'
import { chromiumLaunchOptions } from '@plugboard/testing/chromium'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: 'http://localhost:4173',
    launchOptions: chromiumLaunchOptions(),
    trace: 'retain-on-failure',
  },
  webServer: { command: 'pnpm run preview', url: 'http://localhost:4173', reuseExistingServer: false },
})
