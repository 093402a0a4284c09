import type { PluginTokens } from './pluginTokens.ts'

/** Some of the text's own colour, over whatever the page has behind it. */
function faint(percent: number): string {
  return `color-mix(in srgb, currentcolor ${percent}%, transparent)`
}

/**
 * The ready map for widgets that look like the page around them: its text colour, its font, and no surface of their own.
 * Tones stay as they are, because they mean something. Without any tokens, widgets have a theme of their own.
 */
export const INHERIT_TOKENS: PluginTokens = Object.freeze({
  'font-size-sm': '0.875em',
  'font-size-md': '1em',
  'font-size-lg': '1.125em',
  'line-height': 'inherit',
  text: 'currentcolor',
  'text-muted': faint(85),
  'text-subtle': faint(75),
  surface: 'transparent',
  'surface-raised': 'transparent',
  'surface-sunken': faint(6),
  hover: faint(8),
  border: faint(20),
  'border-control': faint(60),
  'neutral-surface': faint(8),
  shadow: 'none',
  focus: 'currentcolor',
  accent: 'currentcolor',
  // Not by the text's colour: on a solid surface that is the other one.
  'accent-solid': 'CanvasText',
  'accent-solid-hover': 'color-mix(in srgb, CanvasText 80%, Canvas)',
  'on-accent': 'Canvas',
  'accent-surface': faint(8),
  'accent-border': faint(40),
})
