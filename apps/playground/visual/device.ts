import type { BrowserContextOptions } from '@playwright/test'

/** The screens that pictures are taken of: those of the mock-up. */
export const DEVICES = {
  desktop: { viewport: { width: 1536, height: 960 }, deviceScaleFactor: 1.25 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>

export type Device = keyof typeof DEVICES

export const THEMES = ['light', 'dark'] as const
