import type { UINode } from '@plugboard/contracts'
import { expect } from 'vitest'

import type { KindBehaviour, KindBehaviours } from './mountedKind.ts'

/** The smallest picture there is: one pixel. */
export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const text: readonly KindBehaviour[] = [
  {
    id: 'text/words',
    title: 'is read as its words, and is nothing to press',
    async verify({ none, seeText, showTree }) {
      showTree({ kind: 'text', text: 'Plain words', truncate: true })
      await seeText('Plain words')
      for (const role of ['button', 'link', 'heading']) await none(role)
    },
  },
]

const heading: readonly KindBehaviour[] = [
  {
    id: 'heading/levels',
    title: 'is a heading, and deeper ones are one level deeper',
    async verify({ one, showTree }) {
      const levels = [1, 2, 3] as const
      showTree({
        kind: 'column',
        children: levels.map((level): UINode => ({ kind: 'heading', text: `Level ${level}`, level })),
      })
      const shown: number[] = []
      for (const level of levels) shown.push(levelOf(await one('heading', { name: `Level ${level}` })))
      const [first = 0] = shown
      // Six is the deepest that there is.
      expect(shown).toEqual([0, 1, 2].map((below) => Math.min(6, first + below)))
    },
  },
]

/** `<h3>` says its level by its name, everything else by `aria-level`. */
function levelOf(element: { getAttribute(name: string): string | null }): number {
  const tagName = 'tagName' in element && typeof element.tagName === 'string' ? element.tagName : ''
  return Number(element.getAttribute('aria-level') ?? /^h([1-6])$/i.exec(tagName)?.[1] ?? 0)
}

const badge: readonly KindBehaviour[] = [
  {
    id: 'badge/words',
    title: 'is read as its words, whatever its tone and icon',
    async verify({ none, seeText, showTree }) {
      showTree({ kind: 'badge', text: 'late', tone: 'critical', icon: 'clock' })
      await seeText('late')
      // The sign repeats what the word says.
      await none('img')
      await none('button')
    },
  },
]

const icon: readonly KindBehaviour[] = [
  {
    id: 'icon/decoration',
    title: 'is not there for assistive technology without a label, and an image with one',
    async verify({ count, none, one, showTree }) {
      showTree({ kind: 'column', children: [{ kind: 'icon', name: 'check' }] })
      await none('img')
      showTree({ kind: 'column', children: [{ kind: 'icon', name: 'check', label: 'Done' }] })
      await one('img', { name: 'Done' })
      await count('img', {}, 1)
    },
  },
]

const image: readonly KindBehaviour[] = [
  {
    id: 'image/name',
    title: 'is an image with its alternative text as name',
    async verify({ one, showTree }) {
      showTree({ kind: 'image', src: PIXEL, alt: 'A harbour', width: 40, height: 40 })
      await one('img', { name: 'A harbour' })
    },
  },
  {
    id: 'image/decoration',
    title: 'is decoration where the alternative text is empty',
    async verify({ none, seeText, showTree }) {
      showTree({
        kind: 'column',
        children: [
          { kind: 'image', src: PIXEL, alt: '' },
          { kind: 'text', text: 'drawn' },
        ],
      })
      await seeText('drawn')
      await none('img')
    },
  },
]

const link: readonly KindBehaviour[] = [
  {
    id: 'link/name',
    title: 'is a link that says that it opens a new tab, and gives the page away to nobody',
    async verify({ keyboard, one, seeFocusOn, showTree }) {
      showTree({ kind: 'link', text: 'The manual', href: 'https://example.com/manual' })
      const element = await one('link', { name: /^The manual.*new tab/i })
      expect(element.getAttribute('href')).toBe('https://example.com/manual')
      expect(element.getAttribute('rel')).toContain('noopener')
      await keyboard('{Tab}')
      await seeFocusOn(element)
    },
  },
]

const code: readonly KindBehaviour[] = [
  {
    id: 'code/copy',
    title: 'has a button to copy only where it is asked for',
    async verify({ none, one, seeText, showTree }) {
      showTree({ kind: 'code', text: 'let a = 1' })
      await seeText('let a = 1')
      await none('button')
      showTree({ kind: 'code', text: 'let a = 1', copy: true })
      await one('button', { name: /copy/i })
    },
  },
]

const stat: readonly KindBehaviour[] = [
  {
    id: 'stat/pair',
    title: 'is a term with its value, and the change is said in words',
    async verify({ one, showTree }) {
      showTree({ kind: 'stat', label: 'Sales', value: '1,234', delta: '+3 %', tone: 'positive' })
      expect((await one('term')).textContent).toContain('Sales')
      const value = await one('definition')
      expect(value.textContent).toContain('1,234')
      expect(value.textContent).toContain('+3 %')
    },
  },
]

const divider: readonly KindBehaviour[] = [
  {
    id: 'divider/separator',
    title: 'is a separator',
    async verify({ one, showTree }) {
      showTree({ kind: 'divider' })
      await one('separator')
    },
  },
]

const progress: readonly KindBehaviour[] = [
  {
    id: 'progress/value',
    title: 'is a progress bar with a name and a value, in any shape',
    async verify({ one, showTree }) {
      for (const shape of ['bar', 'ring'] as const) {
        showTree({ kind: 'progress', label: `Copying ${shape}`, value: 5, max: 10, shape })
        const element = await one('progressbar', { name: `Copying ${shape}` })
        const now = Number(element.getAttribute('aria-valuenow') ?? element.getAttribute('value'))
        const most = Number(element.getAttribute('aria-valuemax') ?? element.getAttribute('max'))
        expect(now / most).toBe(0.5)
      }
    },
  },
  {
    id: 'progress/unknown',
    title: 'says no value while there is none',
    async verify({ one, showTree }) {
      showTree({ kind: 'progress', label: 'Copying', value: null })
      const element = await one('progressbar', { name: 'Copying' })
      expect([element.getAttribute('aria-valuenow'), element.getAttribute('value')]).toEqual([null, null])
    },
  },
]

const spinner: readonly KindBehaviour[] = [
  {
    id: 'spinner/status',
    title: 'is a status that says what is waited for',
    async verify({ one, showTree }) {
      showTree({ kind: 'spinner', label: 'Loading orders' })
      const element = await one('status')
      expect(`${element.getAttribute('aria-label') ?? ''}${element.textContent ?? ''}`).toContain('Loading orders')
    },
  },
]

export const contentKinds: KindBehaviours<
  'badge' | 'code' | 'divider' | 'heading' | 'icon' | 'image' | 'link' | 'progress' | 'spinner' | 'stat' | 'text'
> = { badge, code, divider, heading, icon, image, link, progress, spinner, stat, text }
