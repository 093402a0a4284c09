// node visual/beside.cli.ts MOCKUP OUT    writes each picture on record beside the mock-up's screen of that name into OUT
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { chromiumLaunchOptions } from '@plugboard/testing/chromium'
import { chromium, type Browser } from '@playwright/test'

import { DEVICES } from './device.ts'

const PICTURES = join(import.meta.dirname, 'pictures')
const [mockup, out] = process.argv.slice(2)
if (mockup === undefined || out === undefined) {
  console.error('Say where the mock-up is and where to write: node visual/beside.cli.ts MOCKUP OUT')
  process.exit(1)
}

await mkdir(out, { recursive: true })
const browser = await chromium.launch(chromiumLaunchOptions())
for (const file of (await readdir(PICTURES)).toSorted()) {
  const name = file.replace(/\.png$/, '')
  const drawn = await drawMockup(browser, pathToFileURL(resolve(mockup, `${name}.html`)).href, name)
  await writeBeside(browser, { left: drawn, right: await readFile(join(PICTURES, file)), path: join(out, file) })
  console.log(join(out, file))
}
await browser.close()

async function drawMockup(from: Browser, address: string, name: string): Promise<Buffer> {
  const page = await from.newPage(name.startsWith('m-') ? DEVICES.phone : DEVICES.desktop)
  await page.goto(address)
  const picture = await page.screenshot({ scale: 'css' })
  await page.close()
  return picture
}

interface Pair {
  readonly left: Buffer
  readonly right: Buffer
  readonly path: string
}

async function writeBeside(from: Browser, { left, path, right }: Pair): Promise<void> {
  const page = await from.newPage()
  const image = (picture: Buffer): string => `<img src="data:image/png;base64,${picture.toString('base64')}">`
  await page.setContent(
    `<body style="margin:0;display:flex;gap:8px;width:max-content;background:gray">${image(left)}${image(right)}</body>`,
  )
  await page.locator('body').screenshot({ path })
  await page.close()
}
