import '../src/styles.css'

import type { ImageNode, UINode } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { bytesOf, PICTURES, pictureOf, sourceOf } from './pictures.ts'
import { find, widgetOf } from './widgetOf.tsx'

function image(more: Partial<ImageNode> = {}): ImageNode {
  return { kind: 'image', src: pictureOf('png').src, alt: 'A red square', ...more }
}

function imgOf(box: HTMLElement): HTMLImageElement {
  const img = box.querySelector('img')
  if (img === null) throw new Error('There is no picture.')
  return img
}

/** A picture whose head is in order and whose pixels are not. */
function brokenPng(): string {
  const bytes = bytesOf(pictureOf('png').src)
  return sourceOf('png', bytes.subarray(0, 33))
}

/** A few hundred bytes that claim 30,000 x 30,000 pixels. */
function bomb(): string {
  const bytes = bytesOf(pictureOf('png').src)
  const view = new DataView(bytes.buffer)
  view.setUint32(16, 30_000)
  view.setUint32(20, 30_000)
  return sourceOf('png', bytes)
}

describe('a picture', () => {
  test.each(PICTURES.map(({ name, src, measure }) => [name, src, measure] as const))(
    'is drawn, as large as it was measured: %s',
    async (_name, src, { width, height }) => {
      const { box } = await widgetOf(image({ src }))
      await expect.poll(() => imgOf(box).naturalWidth).toBe(width)
      expect(imgOf(box).naturalHeight).toBe(height)
    },
  )

  test('is named by what it shows; one that only decorates has no name', async () => {
    const { screen, box, showTree } = await widgetOf(image())
    await expect.element(screen.getByRole('img', { name: 'A red square' })).toBeInTheDocument()
    showTree(image({ alt: '' }))
    await expect.poll(() => screen.getByRole('img').elements()).toHaveLength(0)
    expect(imgOf(box).alt).toBe('')
  })

  test('has its room before it is there, and shrinks with its widget in proportion', async () => {
    const { box } = await widgetOf(image({ width: 400, height: 100 }), {
      wrap: (widget) => <div style={{ inlineSize: 206 }}>{widget}</div>,
    })
    const { width, height } = imgOf(box).getBoundingClientRect()
    expect([Math.round(width), Math.round(height)]).toEqual([200, 50])
  })

  test.each([
    [{}, 'contain'],
    [{ fit: 'cover' }, 'cover'],
  ] as const)('fills its room as it was told: %o', async (more, fit) => {
    const { box } = await widgetOf(image({ width: 100, height: 100, ...more }))
    expect(getComputedStyle(imgOf(box)).objectFit).toBe(fit)
  })

  test('does not hold up the page while it is decoded, nor says who looks', async () => {
    const { box } = await widgetOf(image())
    expect([imgOf(box).decoding, imgOf(box).loading, imgOf(box).draggable]).toEqual(['async', 'lazy', false])
  })
})

describe('what is not given to the browser', () => {
  test.each([
    ['an address', 'https://example.com/pixel.png'],
    ['a relative address', '/pixel.png'],
    ['an SVG', `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')}`],
    ['an SVG under the name of a PNG', `data:image/png;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')}`],
    ['a page', `data:text/html;base64,${btoa('<script>parent.hacked = 1</script>')}`],
    ['a script', 'javascript:alert(1)'],
    ['an address after a picture', `${pictureOf('png').src}, https://example.com/pixel.png 2x`],
    ['an address after a line', `${pictureOf('png').src}\nhttps://example.com/pixel.png`],
    ['capital letters', pictureOf('png').src.replace('image/png', 'IMAGE/PNG')],
    ['a blob', 'blob:https://example.com/1'],
    ['claims to be huge', bomb()],
  ])('%s, also when no parser has seen it', async (_name, src) => {
    const requests: string[] = []
    const observer = new PerformanceObserver((list) => requests.push(...list.getEntries().map(({ name }) => name)))
    observer.observe({ type: 'resource' })
    const { box, screen } = await widgetOf(image({ src }))
    await expect.element(screen.getByRole('img', { name: 'A red square' })).toBeVisible()
    expect(box.querySelector('img, [src], [srcset], [style*="url("]')).toBeNull()
    requests.push(...observer.takeRecords().map(({ name }) => name))
    observer.disconnect()
    expect(requests.filter((name) => name.includes('example.com') || name.includes('pixel'))).toEqual([])
  })

  test('says why, and what would be there', async () => {
    const { screen } = await widgetOf(image({ src: bomb() }))
    await expect.element(screen.getByText('This picture is too large to be shown.')).toBeVisible()
    await expect.element(screen.getByText('A red square')).toBeVisible()
  })
})

describe('a picture that cannot be decoded', () => {
  test('is replaced by its words, until there is another one', async () => {
    const { box, screen, showTree } = await widgetOf(image({ src: brokenPng(), width: 200, height: 60 }))
    await expect.element(screen.getByText('This picture cannot be shown.')).toBeVisible()
    await expect.element(screen.getByRole('img', { name: 'A red square' })).toBeVisible()
    expect(find(box, '.pui-no-image').getBoundingClientRect().width).toBe(200)
    showTree(image())
    await expect.poll(() => box.querySelector('img')).not.toBeNull()
  })

  test('says nothing to a screen reader when it only decorates', async () => {
    const { box, screen } = await widgetOf(image({ src: brokenPng(), alt: '' }))
    await expect.element(screen.getByText('This picture cannot be shown.')).toBeVisible()
    expect(find(box, '.pui-no-image').getAttribute('aria-hidden')).toBe('true')
  })
})

test('the words of a picture name the row that it is in', async () => {
  const tree: UINode = {
    kind: 'list',
    label: 'Orders',
    items: [{ key: 'x', content: [image()], onPress: { handler: 'open' } }],
  }
  const { screen } = await widgetOf(tree)
  await expect.element(screen.getByRole('button', { name: 'A red square' })).toBeVisible()
})
